import type { Graph, GraphNode, NodeId } from '../../nn/graph'
import type { Tensor, Tf, Weight } from '../../nn/op'
import { opOf } from '../../nn/ops'
import { asMap, volume, type Shape } from '../../nn/shape'
import { size } from '../../nn/totals'
import type { Weights } from './emitter'
import { writeOnnx } from './writeOnnx'

/** Values of every node by its id; ours come channels last, the oracle's channels first. */
export type Outputs = ReadonlyMap<NodeId, Float32Array>

/** Uniform numbers from −1 to 1, the same for the same name (xorshift, seeded by the text). */
export function random(length: number, name: string): Float32Array {
  let state = 0x9e3779b9
  for (const letter of name) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193) || 1
  const values = new Float32Array(length)
  for (let i = 0; i < length; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    values[i] = state / 2147483648
  }
  return values
}

/**
 * Weights in which no part of a network is idle: kernels with the spread of He's initialisation, biases and means
 * that are not 0, γ and variances that are not 1.
 */
export function busyWeights(graph: Graph): Weights {
  return (id, name) => {
    const weight: Weight = graph.node(id).weights[name]
    if (weight.values) return Float32Array.from(weight.values)
    const { fill, fanIn } = weight
    // A uniform distribution over ±√3·σ has the deviation σ.
    const reach = fanIn === undefined ? 0.4 : Math.sqrt(6 / fanIn)
    const values = random(size(weight), `${id}.${name}`)
    for (let i = 0; i < values.length; i++) values[i] = (fill ?? 0) + reach * values[i]
    return values
  }
}

/** Our kernels, node by node, each on the output of the one before; leaves no tensor behind. */
export function forward(tf: Tf, graph: Graph, weights: Weights, image: Float32Array): Outputs {
  const tensors = new Map<NodeId, Tensor>([[graph.input, tf.tensor(image, [1, ...graph.architecture.input])]])
  const outputs = new Map<NodeId, Float32Array>()
  const left = new Map(graph.nodes.map((node) => [node.id, graph.readers(node.id).length]))
  for (const node of graph.nodes) {
    if (node.id !== graph.input) {
      const inputs = node.inputs.map((id) => tensors.get(id)!)
      const output = tf.tidy(() => opOf(node).run(tf, inputs, upload(tf, node, weights), node.attrs))
      if (output.shape.join() !== [1, ...node.shape].join())
        throw new Error(
          `${node.id} gives [${output.shape.join()}], and its rule says [1,${node.shape.join()}]`,
        )
      tensors.set(node.id, output)
      outputs.set(node.id, output.dataSync() as Float32Array)
    }
    for (const id of new Set([...node.inputs, node.id])) {
      const readers = left.get(id)! - (id === node.id ? 0 : 1)
      left.set(id, readers)
      if (readers === 0) tensors.get(id)!.dispose()
    }
  }
  return outputs
}

/** The weights of a node as its kernel takes them. */
export function upload(tf: Tf, node: GraphNode, weights: Weights): Record<string, Tensor> {
  const named = Object.entries(node.weights).map(([name, { shape }]) => [
    name,
    tf.tensor(weights(node.id, name), [...shape]),
  ])
  return Object.fromEntries(named) as Record<string, Tensor>
}

/** What is used of onnxruntime-web, which a test hands in. */
interface Onnxruntime {
  readonly env: { readonly wasm: { wasmPaths?: unknown; numThreads?: number } }
  readonly InferenceSession: {
    create(bytes: Uint8Array): Promise<{
      run(
        feeds: Readonly<Record<string, unknown>>,
      ): Promise<Readonly<Record<string, { readonly data: unknown }>>>
      release(): Promise<void>
    }>
  }
  readonly Tensor: new (data: Float32Array, dims: readonly number[]) => unknown
}

/** Runs the written file in onnxruntime, on one core. */
export function createOracle(ort: Onnxruntime, wasm: string) {
  ort.env.wasm.wasmPaths = { wasm: new URL(wasm, location.href).href }
  ort.env.wasm.numThreads = 1

  return async (graph: Graph, weights: Weights, image: Float32Array): Promise<Outputs> => {
    const [height, width, channels] = graph.architecture.input
    const session = await ort.InferenceSession.create(writeOnnx(graph, weights, { outputs: 'all' }))
    const data = channelsFirst(image, graph.architecture.input)
    const results = await session.run({ [graph.input]: new ort.Tensor(data, [1, channels, height, width]) })
    await session.release()
    return new Map(Object.entries(results).map(([id, tensor]) => [id, tensor.data as Float32Array]))
  }
}

/** [height, width, channels] → [channels, height, width]. */
function channelsFirst(values: Float32Array, shape: Shape): Float32Array {
  const [height, width, channels] = asMap(shape)
  const moved = new Float32Array(volume(shape))
  let from = 0
  for (let position = 0; position < height * width; position++)
    for (let c = 0; c < channels; c++) moved[c * height * width + position] = values[from++]
  return moved
}

/** The largest difference in proportion to the largest value of the tensor; infinite when a value is not finite. */
export function disagreement(ours: Float32Array, theirs: Float32Array): number {
  if (ours.length !== theirs.length) return Infinity
  let apart = 0
  let largest = 0
  for (let i = 0; i < ours.length; i++) {
    if (!Number.isFinite(ours[i]) || !Number.isFinite(theirs[i])) return Infinity
    apart = Math.max(apart, Math.abs(ours[i] - theirs[i]))
    largest = Math.max(largest, Math.abs(theirs[i]))
  }
  return apart === 0 ? 0 : apart / largest
}

/** The node on which two programs agree least. */
export function worst(graph: Graph, ours: Outputs, theirs: Outputs): { node: NodeId; error: number } {
  let found = { node: graph.input, error: 0 }
  for (const [id, values] of ours) {
    const error = disagreement(channelsFirst(values, graph.node(id).shape), theirs.get(id)!)
    if (error > found.error) found = { node: id, error }
  }
  return found
}
