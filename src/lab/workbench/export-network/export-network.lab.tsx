import './export-network.css'
import { Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import { graphOf } from '../../../architectures/built'
import { download } from '../../../ui/download'
import { bytes, count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { networkOfParts, recallParts } from '../block-builder/parts'
import { fileOf, formats, textOf } from './files'
import type { LabProps } from '../../shared/frame'
import { built, options } from './options'

export { options }

/** The graph as a program, as data, or as a file for other frameworks. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { networks, network, format } = value
  const [said, setSaid] = useState<string | null>(null)
  const graph = useMemo(
    () => (network === built ? networkOfParts(recallParts()) : graphOf(network)),
    [network],
  )
  const [issue] = graph.issues
  const { result: text, problem } = useMemo(() => attempt(() => textOf(graph, format)), [graph, format])
  const save = () => {
    const { result: blob, problem: why } = attempt(() => fileOf(graph, format))
    if (!blob) return setSaid(why ?? null)
    const name = `${graph.architecture.id}.${formats[format].ending}`
    download(blob, name)
    setSaid(`Saved as ${name}, ${bytes(blob.size)}.`)
  }
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <label>
          Network{' '}
          <select
            className="select"
            value={network}
            onChange={(event) => {
              onChange({ network: event.target.value })
              setSaid(null)
            }}
          >
            <option value={built}>the one you built</option>
            {networks.map((name) => (
              <option key={name} value={name}>
                {graphOf(name).architecture.title}
              </option>
            ))}
          </select>
        </label>
        <Segmented
          legend="Format"
          value={format}
          onChange={(chosen) => {
            onChange({ format: chosen })
            setSaid(null)
          }}
          choices={[
            { value: 'pytorch', label: 'PyTorch' },
            { value: 'json', label: 'JSON' },
            { value: 'onnx', label: 'ONNX' },
          ]}
        />
        <button type="button" className="button primary" disabled={issue !== undefined} onClick={save}>
          <Download aria-hidden size={16} /> Save
        </button>
      </div>
      {!issue && (
        <p>
          <b>{count(graph.totals.trainable)}</b> parameters, <b>{count(graph.totals.macs)}</b> MACs.{' '}
          <span className="soft">{formats[format].about}</span>
        </p>
      )}
      {(problem ?? said) && (
        <p role="status" className={problem ? 'problem' : 'soft'}>
          {problem ?? said}
        </p>
      )}
      {text !== null && (
        <pre className="export-code" tabIndex={0} role="region" aria-label={`${formats[format].ending} file`}>
          {text}
        </pre>
      )}
    </div>
  )
}

/** What a writer gives, or why it could not. */
function attempt<T>(write: () => T): { readonly result: T | null; readonly problem?: string } {
  try {
    return { result: write() }
  } catch (error) {
    return { result: null, problem: error instanceof Error ? error.message : String(error) }
  }
}
