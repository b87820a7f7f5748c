import type { Graph, GraphNode, NodeId } from '../../../nn/graph'
import { channels } from '../../../nn/shape'
import type { WeightSource } from '../../../runtime/weights'

/** What lies in a concatenation: the output of one node, as so many channels. */
export interface Source {
  readonly id: NodeId
  readonly channels: number
}

/** A layer with weights that reads a concatenation, and how much of them each source gets. */
interface Reader {
  readonly id: NodeId
  /** For each source that it reads, in their order: the mean size of its weights there, by the mean over all it reads. */
  readonly use: readonly number[]
}

/** Layers that read one growing concatenation: a dense block and what stands behind it. */
export interface Block {
  /** What came into the block first, then what its layers made. */
  readonly sources: readonly Source[]
  readonly readers: readonly Reader[]
}

/** `kernel` as in the paper; `scaled` takes in γ, by which a normalization before the kernel stretches each channel. */
export type Measure = 'kernel' | 'scaled'

/**
 * How strongly the layers of every dense block use what was made before them: the mean of |w| over the weights that a
 * layer has for a source, as a multiple of that mean over all it reads (after Huang et al. 2016, figure 5, which shows
 * the means themselves). With weights at random every number is near 1.
 */
export function reuse(graph: Graph, weights: WeightSource, measure: Measure): readonly Block[] {
  const blocks = new Map<NodeId, { sources: readonly Source[]; readers: Reader[] }>()
  for (const node of graph.nodes) {
    if (!node.weights.kernel || node.inputs.length !== 1) continue
    const { node: read, gamma } = origin(graph, graph.node(node.inputs[0]), weights)
    const sources = sourcesOf(graph, read)
    const [first] = sources
    const block = blocks.get(first.id) ?? { sources, readers: [] }
    if (sources.length > block.sources.length) block.sources = sources
    block.readers.push({
      id: node.id,
      use: usesOf(node, sources, weights, measure === 'scaled' ? gamma : undefined),
    })
    blocks.set(first.id, block)
  }
  // A layer that reads one source only is no dense layer, but the first of a block is.
  return [...blocks.values()].filter(({ sources }) => sources.length > 1)
}

/** The node that made the channels a layer reads, seen through what leaves each in its place, and the γ on the way. */
function origin(graph: Graph, from: GraphNode, weights?: WeightSource) {
  let node = from
  let gamma: Float32Array | undefined
  while (node.inputs.length === 1 && !node.weights.kernel) {
    if (node.weights.gamma) gamma = weights?.(node.id, 'gamma')
    node = graph.node(node.inputs[0])
  }
  return { node, gamma }
}

/** A concatenation taken apart into what was concatenated, however deep; any other node is one source. */
function sourcesOf(graph: Graph, node: GraphNode): readonly Source[] {
  const parts = node.inputs.map((id) => graph.node(id))
  const isConcat =
    parts.length > 1 && parts.reduce((sum, { shape }) => sum + channels(shape), 0) === channels(node.shape)
  return isConcat
    ? parts.flatMap((part) => sourcesOf(graph, part))
    : [{ id: origin(graph, node).node.id, channels: channels(node.shape) }]
}

/** Kernels end with [channels in, channels out], whatever stands before. */
function usesOf(
  { id, weights: { kernel } }: GraphNode,
  sources: readonly Source[],
  weights: WeightSource,
  gamma?: Float32Array,
): readonly number[] {
  const [from, to] = kernel.shape.slice(-2)
  const sums = new Float64Array(from)
  weights(id, 'kernel').forEach((weight, i) => (sums[Math.floor(i / to) % from] += Math.abs(weight)))
  const sizes = gamma ? sums.map((sum, channel) => sum * Math.abs(gamma[channel])) : sums
  const mean = sizes.reduce((a, b) => a + b, 0) / from
  let first = 0
  return sources.map(({ channels: count }) => {
    const own = sizes.subarray(first, (first += count))
    return own.reduce((a, b) => a + b, 0) / count / mean
  })
}

/** The mean of a source's use over all readers that have a choice: those that read at least one other. */
export function meanUse({ readers }: Block, source: number): number {
  const uses = readers.filter(({ use }) => use.length > 1).flatMap(({ use }) => use[source] ?? [])
  return uses.reduce((a, b) => a + b, 0) / uses.length
}
