import { Download } from 'lucide-react'
import { useState } from 'react'
import { blobOf } from '../../../export/blob'
import { fileOf, type Format, formats } from '../../../export/formats'
import { download } from '../../../ui/download'
import { bytes } from '../../../ui/format'
import type { Pupil } from './lessons'

const offered = ['onnx', 'weights', 'pytorch'] as const satisfies readonly Format[]

/** The whole network with what it learned, for elsewhere. */
export function Export({
  pupil: { graph, weights },
  names,
}: {
  readonly pupil: Pupil
  readonly names: readonly string[]
}) {
  const [said, setSaid] = useState('')
  async function save(format: Format) {
    try {
      const origin = `trained in the browser on the reader’s own classes: ${names.join(', ')}`
      const { name, type, parts } = fileOf(graph, { format, read: weights, origin })
      const blob = await blobOf(parts, type, (done) => setSaid(`Writing … ${bytes(done)}`))
      download(blob, name)
      setSaid(`Saved as ${name}, ${bytes(blob.size)}. Its outputs are, in this order: ${names.join(', ')}.`)
    } catch (error) {
      setSaid(`It could not be saved: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return (
    <div className="lab-controls" data-not-saved>
      {offered.map((format) => (
        <button
          key={format}
          type="button"
          className="button small"
          title={formats[format].about}
          onClick={() => void save(format)}
        >
          <Download aria-hidden size={14} /> {formats[format].label}
        </button>
      ))}
      <p role="status" className="small-text soft own-said">
        {said || 'The trained network, to run elsewhere.'}
      </p>
    </div>
  )
}
