import { Download } from 'lucide-react'
import { useState } from 'react'
import { blobOf } from '../../export/blob'
import { type Format, fileOf, formatNames, formats } from '../../export/formats'
import type { Graph } from '../../nn/graph'
import { whyBroken } from '../../nn/misfit'
import { bytesPerValue } from '../../nn/totals'
import { download } from '../../ui/download'
import { bytes } from '../../ui/format'
import { Segmented } from '../../ui/Segmented'
import { useSession } from '../run/session'
import { useStore } from '../state/store'
import { belongingOf, fileNameOf } from './belonging'
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
  const broken = whyBroken(graph)
  const last = graph.node(graph.outputs[0])

  const choices = choicesFor(graph, finished, seed, formats[format].weights)
  const choice = choices.find(({ id }) => id === wished) ?? choices[0]
  const values = graph.totals.trainable + graph.totals.params.running + graph.totals.params.fixed

  async function save(): Promise<void> {
    setBusy(true)
    setSaid(null)
    try {
      const { network, options } = useStore.getState()
      const belonging = belongingOf(graph, network, options)
      const name = fileNameOf(network)
      const wanted = {
        format,
        read: choice.read,
        origin: choice.origin,
        ...(belonging && { belonging }),
        ...(name !== undefined && { name }),
        ...(choice.use && { use: choice.use }),
      }
      const { type, parts, ...file } = fileOf(graph, { ...wanted, ...(batch === 'one' && { batch: 1 }) })
      const blob = await blobOf(parts, type, (done) =>
        setSaid({ text: `Writing … ${bytes(done)}`, failed: false }),
      )
      download(blob, file.name)
      setSaid({ text: `Saved as ${file.name}, ${bytes(blob.size)}.`, failed: false })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      setSaid({ text: `The network could not be saved: ${why}`, failed: true })
    } finally {
      setBusy(false)
    }
  }

  if (broken !== undefined) return <p className="problem">It cannot be exported. {broken}</p>
  return (
    <div className="save-form">
      <label>
        Format{' '}
        <select
          className="select"
          value={format}
          data-first
          onChange={(event) => {
            setFormat(event.target.value as Format)
            // What was said is about another file.
            setSaid(null)
          }}
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
          legend="Images per run"
          value={batch}
          onChange={setBatch}
          choices={[
            { value: 'any', label: 'Any number of images' },
            { value: 'one', label: 'One image' },
          ]}
        />
      )}
      <p className="soft">
        {format !== 'json' && format !== 'weights' && `It ends in ${last.label}, as the network here does. `}
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
