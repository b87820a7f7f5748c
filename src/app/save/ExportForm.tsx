import { Download } from 'lucide-react'
import { useState } from 'react'
import { blobOf } from '../../export/blob'
import { type Format, fileOf, formatNames, formats } from '../../export/formats'
import type { Graph } from '../../nn/graph'
import { bytesPerValue } from '../../nn/totals'
import { download } from '../../ui/download'
import { bytes } from '../../ui/format'
import { Segmented } from '../../ui/Segmented'
import { useSession } from '../run/session'
import { useStore } from '../state/store'
import { belongingOf } from './belonging'
import { type Choice, choicesFor } from './weightsOf'

/** The network as a file for other frameworks, with the weights that it runs with, random ones or none. */
export function ExportForm({ graph }: { readonly graph: Graph }) {
  const finished = useSession((state) => state.finished)
  const seed = useStore((state) => state.seed)
  const [format, setFormat] = useState<Format>('pytorch')
  const [wished, setWished] = useState<Choice['id']>('run')
  const [batch, setBatch] = useState<'any' | 'one'>('any')
  const [said, setSaid] = useState<{ readonly text: string; readonly failed: boolean } | null>(null)
  const [busy, setBusy] = useState(false)
  const [issue] = graph.issues

  const choices = choicesFor(graph, finished, seed, formats[format].weights)
  const choice = choices.find(({ id }) => id === wished) ?? choices[0]
  const values = graph.totals.trainable + graph.totals.params.running + graph.totals.params.fixed

  async function save(): Promise<void> {
    setBusy(true)
    setSaid(null)
    try {
      const { network, options } = useStore.getState()
      const belonging = belongingOf(graph, network, options)
      const wanted = { format, read: choice.read, origin: choice.origin, ...(belonging && { belonging }) }
      const { name, type, parts } = fileOf(graph, { ...wanted, ...(batch === 'one' && { batch: 1 }) })
      const blob = await blobOf(parts, type, (done) =>
        setSaid({ text: `Writing … ${bytes(done)}`, failed: false }),
      )
      download(blob, name)
      setSaid({ text: `Saved as ${name}, ${bytes(blob.size)}.`, failed: false })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      setSaid({ text: `The network could not be saved: ${why}`, failed: true })
    } finally {
      setBusy(false)
    }
  }

  if (issue)
    return (
      <p className="problem">
        The network does not fit together, so it cannot be exported: {issue.node}: {issue.message}.
      </p>
    )
  return (
    <div className="save-form">
      <label>
        Format{' '}
        <select
          className="select"
          value={format}
          data-first
          onChange={(event) => setFormat(event.target.value as Format)}
        >
          {formatNames.map((each) => (
            <option key={each} value={each}>
              {formats[each].label}
            </option>
          ))}
        </select>
      </label>
      <p>{formats[format].about}</p>
      {choices.length > 1 && (
        <Segmented
          legend="Weights"
          value={choice.id}
          onChange={setWished}
          choices={choices.map(({ id, label, name }) => ({ value: id, label, name }))}
        />
      )}
      {format === 'onnx' && (
        <Segmented
          legend="Images in a run"
          value={batch}
          onChange={setBatch}
          choices={[
            { value: 'any', label: 'Any number of images' },
            { value: 'one', label: 'One image' },
          ]}
        />
      )}
      <p className="soft">
        {choice.about} {choice.read && `About ${bytes(values * bytesPerValue)}.`}
      </p>
      <button type="button" className="button primary" disabled={busy} data-first onClick={() => void save()}>
        <Download aria-hidden size={18} /> {busy ? 'Saving …' : 'Save'}
      </button>
      <p role="status" className={said?.failed ? 'problem' : 'soft'}>
        {said?.text}
      </p>
    </div>
  )
}
