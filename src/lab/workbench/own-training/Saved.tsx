import { Download, Upload } from 'lucide-react'
import { useState } from 'react'
import { blobOf } from '../../../export/blob'
import { fileOf } from '../../../export/formats'
import { fromBlob } from '../../../import/source'
import { FileButton } from '../../../ui/FileButton'
import { download } from '../../../ui/download'
import { bytes } from '../../../ui/format'
import { SaveNumbers } from '../../shared/SaveNumbers'
import type { LabText } from '../../shared/schema'
import { readRun, type Saved, writeRun } from './file'
import { rowsOf } from './rows'
import type { Moment } from './run'
import type { Shown } from './useRuns'

interface Props {
  readonly shown: Shown | undefined
  readonly moment: Moment | undefined
  readonly settings: LabText
  /** Says why it cannot be shown, where it cannot. */
  readonly onOpen: (saved: Saved) => string | undefined
}

/** A run as a file and back, its weights for elsewhere, its numbers as a table. */
export function SavedRun({ shown, moment, settings, onOpen }: Props) {
  const [said, setSaid] = useState('')
  const tell = (error: unknown) => setSaid(error instanceof Error ? error.message : String(error))
  async function save(): Promise<void> {
    if (!shown || !moment) return
    const blob = await writeRun(shown.plan.graph, settings, shown.history, moment)
    download(blob, `run-step-${moment.step}.safetensors`)
    setSaid(`Saved the run up to step ${moment.step} with its weights, ${bytes(blob.size)}.`)
  }
  async function saveNetwork(): Promise<void> {
    if (!shown || !moment) return
    const origin = `trained in the browser, ${moment.step} steps`
    const read = (node: string, name: string) => moment.weights[`${node}.${name}`]
    const { name, type, parts } = fileOf(shown.plan.graph, { format: 'onnx', read, origin })
    download(await blobOf(parts, type), name)
    setSaid(`Saved as ${name}.`)
  }
  return (
    <div className="lab-controls own-saved" data-not-saved>
      <button
        type="button"
        className="button small"
        disabled={!moment}
        onClick={() => void save().catch(tell)}
      >
        <Download aria-hidden size={14} /> Run and weights
      </button>
      <button
        type="button"
        className="button small"
        disabled={!moment}
        onClick={() => void saveNetwork().catch(tell)}
      >
        <Download aria-hidden size={14} /> ONNX
      </button>
      <SaveNumbers name="training" disabled={!shown} rows={() => rowsOf(shown!.history)} />
      <FileButton
        className="small"
        accept=".safetensors"
        label="A saved run"
        onFiles={([file]) => {
          setSaid('')
          readRun(fromBlob(file)).then((saved) => setSaid(onOpen(saved) ?? ''), tell)
        }}
      >
        <Upload aria-hidden size={14} /> Open a run
      </FileButton>
      <span role="status" className="soft small-text">
        {said}
      </span>
    </div>
  )
}
