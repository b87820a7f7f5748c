import './export-network.css'
import { Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import { graphOf } from '../../../architectures/built'
import { blobOf } from '../../../export/blob'
import { type Format, fileOf, formatNames, formats, linesOf } from '../../../export/formats'
import { textOf } from '../../../export/program/program'
import type { Graph } from '../../../nn/graph'
import { seededInTurns } from '../../../runtime/weights'
import { download } from '../../../ui/download'
import { bytes, count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { networkOfParts, recallParts } from '../block-builder/parts'
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
  const { result: text, problem } = useMemo(() => attempt(() => textFor(graph, format)), [graph, format])
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      const read = formats[format].weights === 'must' ? seededInTurns(graph, 1) : null
      const { name, type, parts } = fileOf(graph, { format, read, ...(read && { origin: atRandom }) })
      const blob = await blobOf(parts, type, (done) => setSaid(`Writing … ${bytes(done)}`))
      download(blob, name)
      setSaid(`Saved as ${name}, ${bytes(blob.size)}.`)
    } catch (error) {
      setSaid(messageOf(error))
    } finally {
      setBusy(false)
    }
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
          choices={formatNames.map((each) => ({ value: each, label: formats[each].label }))}
        />
        <button
          type="button"
          className="button primary"
          disabled={issue !== undefined || busy}
          onClick={() => void save()}
        >
          <Download aria-hidden size={16} /> {busy ? 'Saving …' : 'Save'}
        </button>
      </div>
      {!issue && (
        <p>
          <b>{count(graph.totals.trainable)}</b> parameters, <b>{count(graph.totals.macs)}</b> MACs.{' '}
          <span className="soft">{aboutOf(format)}</span>
        </p>
      )}
      {(problem ?? said) && (
        <p role="status" className={problem ? 'problem' : 'soft'}>
          {problem ?? said}
        </p>
      )}
      {text !== null && (
        <pre className="export-code" tabIndex={0} role="region" aria-label={`${formats[format].label} file`}>
          {text}
        </pre>
      )}
    </div>
  )
}

const atRandom = 'random, seed 1, as before training'

function aboutOf(format: Format): string {
  const { about, weights } = formats[format]
  return weights === 'must' ? `${about} The weights are random, as before training.` : about
}

/** The text of a format that is one; null where the file is bytes. */
function textFor(graph: Graph, format: Format): string | null {
  return format === 'pytorch' || format === 'keras' || format === 'json'
    ? textOf(linesOf(graph, format))
    : null
}

/** What a writer gives, or why it could not. */
function attempt<T>(write: () => T): { readonly result: T | null; readonly problem?: string } {
  try {
    return { result: write() }
  } catch (error) {
    return { result: null, problem: messageOf(error) }
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
