import type { Graph, GraphNode } from '../../nn/graph'
import { whyBroken } from '../../nn/misfit'
import { asMap, formatShape, isMap } from '../../nn/shape'
import { bytesPerValue, size } from '../../nn/totals'
import { bytesOf, type Parts as FileParts, type Planned, rawOf, type ReadWeight, valuesOf } from '../tensors'
import { createEmitter, type Parts, type Weights } from './emitter'
import { dataType, encodeAround, encodeModel, type Model, type ValueInfo } from './proto'
import { writers, type Writer } from './writers'

export interface OnnxOptions {
  /** The network's own outputs (with those of side paths), or the output of every node; `'main'` unless said. */
  readonly outputs?: 'main' | 'all'
  /** How many images a run takes; any number unless said. */
  readonly batch?: number
  /** Said of the model in its documentation; its title and input shape unless said. */
  readonly about?: string
  /** Texts that the file keeps for who reads it again. */
  readonly metadata?: Readonly<Record<string, string>>
}

/** What keeps a network out of one file, in a sentence for the reader. */
export class OnnxError extends Error {}

const opset = 17
const irVersion = 8

/** A protobuf message is at most 2 GiB; a little is left for what is not weights. */
const mostBytes = 2 ** 31 - 2 ** 22

/**
 * The bytes of an .onnx file: the network for a batch of any size, channels first. Tensors are named as their nodes, weights
 * `node.kernel` and the like. Throws an `OnnxError` when the network does not fit together or into one file.
 */
export function writeOnnx(graph: Graph, weights: Weights, options: OnnxOptions = {}): Uint8Array {
  return encodeModel(toModel(graph, weights, options))
}

/** The same bytes one after the other, for weights that have to be waited for. */
export function onnxParts(graph: Graph, read: ReadWeight, options: OnnxOptions = {}): FileParts {
  return filled(planModel(graph, options), read)
}

async function* filled({ model, tensors }: ReturnType<typeof planModel>, read: ReadWeight): FileParts {
  const { head, before } = encodeAround(
    model,
    tensors.map((tensor) => ({ ...described(tensor), bytes: bytesOf(tensor) })),
  )
  yield head
  for (const [i, tensor] of tensors.entries()) {
    yield before[i]
    yield* valuesOf([tensor], read)
  }
}

/** The same before it becomes bytes. */
export function toModel(graph: Graph, weights: Weights, options: OnnxOptions = {}): Model {
  const { model, tensors } = planModel(graph, options)
  const initializer = tensors.map((tensor) => ({ ...described(tensor), rawData: rawOf(tensor, weights) }))
  return { ...model, graph: { ...model.graph, initializer } }
}

const types = { float32: dataType.float, int32: dataType.int32, int64: dataType.int64 } as const

const described = ({ name, shape, dtype }: Planned) => ({ name, dims: shape, dataType: types[dtype] })

/** The model without values, and its tensors. */
function planModel(graph: Graph, { outputs = 'main', about, batch, metadata }: OnnxOptions) {
  refuse(graph)
  const { id, title, input } = graph.architecture
  const parts: Parts = { operators: [], initializers: [] }
  for (const node of graph.nodes) {
    const write: Writer = writers[node.op]
    write(node, createEmitter(node, parts))
  }
  const computed = graph.nodes.filter((node) => node.id !== graph.input)
  const leaving = outputs === 'all' ? computed : graph.outputs.map((output) => graph.node(output))
  const valued = (node: GraphNode) => describe(node, batch)
  const model: Model = {
    irVersion,
    producerName: 'Layerwise',
    docString: about ?? `${title} (${id}), input ${formatShape(input)}`,
    opsetImport: [{ domain: '', version: opset }],
    ...(metadata && {
      metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    }),
    graph: {
      name: id,
      node: parts.operators,
      initializer: [],
      input: [valued(graph.node(graph.input))],
      output: leaving.map(valued),
      valueInfo: computed.filter((node) => !leaving.includes(node)).map(valued),
    },
  }
  return { model, tensors: parts.initializers }
}

function refuse(graph: Graph): void {
  const why = whyBroken(graph)
  if (why !== undefined) throw new OnnxError(why)
  const values = graph.nodes.flatMap((node) => Object.values(node.weights).map(size))
  const bytes = values.reduce((sum, count) => sum + count, 0) * bytesPerValue
  if (bytes > mostBytes)
    throw new OnnxError(
      `The weights take ${(bytes / 2 ** 30).toFixed(1)} GiB, but one ONNX file must stay below 2 GiB; choose a narrower network.`,
    )
}

/** Name and shape of a tensor: [batch, channels, height, width], or [batch, units]; the batch may be of any size unless it is said. */
function describe(node: GraphNode, batch?: number): ValueInfo {
  const [height, width, channels] = asMap(node.shape)
  const sides = isMap(node.shape) ? [channels, height, width] : [channels]
  const first = batch === undefined ? { dimParam: 'batch' } : { dimValue: batch }
  return {
    name: node.id,
    type: {
      tensorType: {
        elemType: dataType.float,
        shape: { dim: [first, ...sides.map((dimValue) => ({ dimValue }))] },
      },
    },
  }
}
