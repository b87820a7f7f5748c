import { Download } from 'lucide-react'
import { useState } from 'react'
import { blobOf } from '../../../export/blob'
import { fileOf, type Format, formats } from '../../../export/formats'
import type { Graph } from '../../../nn/graph'
import { seededInTurns } from '../../../runtime/weights'
import { download } from '../../../ui/download'

const offered = ['pytorch', 'keras', 'onnx', 'json'] as const satisfies readonly Format[]

/** The block for other frameworks: programs without weights, models with random ones. */
export function ExportBlock({ graph }: { readonly graph: Graph }) {
  const [said, setSaid] = useState('')
  async function save(format: Format) {
    try {
      const needs = formats[format].weights === 'must'
      const { name, type, parts } = fileOf(graph, {
        format,
        read: needs ? seededInTurns(graph, 1) : null,
        ...(needs && { origin: 'random, seed 1, as before training' }),
      })
      download(await blobOf(parts, type, () => {}), name)
      setSaid(`Saved as ${name}.`)
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <span className="lab-controls" data-not-saved>
      {offered.map((format) => (
        <button
          key={format}
          type="button"
          className="button small"
          disabled={graph.issues.length > 0}
          title={formats[format].about}
          onClick={() => void save(format)}
        >
          <Download aria-hidden size={14} /> {formats[format].label}
        </button>
      ))}
      <span role="status" className="soft small-text">
        {said}
      </span>
    </span>
  )
}
