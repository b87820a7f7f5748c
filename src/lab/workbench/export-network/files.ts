import { writeJson } from '../../../export/json/writeJson'
import { writeOnnx } from '../../../export/onnx/writeOnnx'
import { writePytorch } from '../../../export/pytorch/writePytorch'
import type { Graph } from '../../../nn/graph'
import { seededWeights } from '../../../runtime/weights'

export type Format = 'pytorch' | 'json' | 'onnx'

interface Kind {
  readonly ending: string
  readonly type: string
  /** What to know of the file, in a sentence. */
  readonly about: string
}

export const formats: Readonly<Record<Format, Kind>> = {
  pytorch: {
    ending: 'py',
    type: 'text/x-python',
    about: 'Run it with Python: it builds the network and stops if its own parameter count differs.',
  },
  json: {
    ending: 'json',
    type: 'application/json',
    about: 'Every node with its attributes, inputs and shapes, for programs of your own.',
  },
  onnx: {
    ending: 'onnx',
    type: 'application/octet-stream',
    about: 'Opens in other frameworks and viewers. Its weights are random, as before training.',
  },
}

/** The text of a format that is one; null for ONNX, which is bytes. */
export function textOf(graph: Graph, format: Format): string | null {
  if (format === 'pytorch') return writePytorch(graph)
  return format === 'json' ? writeJson(graph) : null
}

/** The file itself. Throws with a sentence where the network cannot be written. */
export function fileOf(graph: Graph, format: Format): Blob {
  const { type } = formats[format]
  const content = textOf(graph, format) ?? writeOnnx(graph, seededWeights(graph, 1))
  return new Blob([content as BlobPart], { type })
}
