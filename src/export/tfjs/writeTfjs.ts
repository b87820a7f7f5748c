import type { Graph, NodeId } from '../../nn/graph'
import type { Shape } from '../../nn/shape'
import { textPart } from '../blob'
import { refuse } from '../program/program'
import { type Parts as FileParts, type Planned, type ReadWeight, valuesOf } from '../tensors'
import { createEmitter, floatType, type Parts } from './emitter'
import { type Writer, writers } from './writers'

/** The file of numbers beside model.json. */
const binary = 'weights.bin'

/**
 * A graph model that `loadGraphModel` of TensorFlow.js takes: `model.json` with the operations and the list of weights,
 * `weights.bin` with their values. Tensors are named as nodes, channels last, any number of images.
 * Throws a `ProgramError` when the network does not fit together.
 */
export function modelParts(
  graph: Graph,
  read: ReadWeight,
): readonly (readonly [name: string, parts: FileParts])[] {
  const { model, tensors } = modelOf(graph)
  return [
    ['model.json', textPart(JSON.stringify(model))],
    [binary, valuesOf(tensors, read)],
  ]
}

/** What model.json holds, and the tensors of the other file in their order. */
export function modelOf(graph: Graph): { readonly model: object; readonly tensors: readonly Planned[] } {
  refuse(graph)
  const { title, input } = graph.architecture
  const parts: Parts = { nodes: [], tensors: [] }
  const shape = dims(input)
  parts.nodes.push({
    name: graph.input,
    op: 'Placeholder',
    input: [],
    attr: { dtype: floatType, shape: { shape } },
  })
  for (const node of graph.nodes) {
    const write: Writer = writers[node.op]
    write(node, createEmitter(node, parts))
  }
  const described = (id: NodeId) => ({
    name: `${id}:0`,
    dtype: 'DT_FLOAT',
    tensorShape: dims(graph.node(id).shape),
  })
  const model = {
    format: 'graph-model',
    generatedBy: 'Layerwise',
    convertedBy: `Layerwise: ${title}`,
    signature: {
      inputs: { [graph.input]: described(graph.input) },
      outputs: Object.fromEntries(graph.outputs.map((id) => [id, described(id)])),
    },
    modelTopology: { node: parts.nodes, library: {}, versions: { producer: 1087 } },
    weightsManifest: [
      {
        paths: [binary],
        weights: parts.tensors.map(({ name, shape, dtype }) => ({ name, shape, dtype })),
      },
    ],
  }
  return { model, tensors: parts.tensors }
}

const dims = (shape: Shape) => ({ dim: [-1, ...shape].map((size) => ({ size })) })
