import type { GraphNode, Group, Memory, NodeId, Params, Totals } from './graph'
import type { Role, Weight } from './op'
import { opOf } from './ops'
import { volume } from './shape'
import type { DepthRule } from './spec'

/** One multiply-accumulate is one multiplication and one addition. */
export const flopsPerMac = 2

/** Bytes of one value, float32. */
export const bytesPerValue = 4

const kindOf: Readonly<Record<Role, keyof Params>> = {
  weight: 'weights',
  bias: 'biases',
  gamma: 'batchNorm',
  beta: 'batchNorm',
  running: 'running',
  fixed: 'fixed',
}

const none: Params = { weights: 0, biases: 0, batchNorm: 0, running: 0, fixed: 0 }

/** Number of values of a weight tensor. */
export function size(weight: Weight): number {
  return weight.shape.reduce((product, side) => product * side, 1)
}

export function paramsOf(weights: Readonly<Record<string, Weight>>): Params {
  const sum = { ...none }
  for (const weight of Object.values(weights)) sum[kindOf[weight.role]] += size(weight)
  return sum
}

/** Weights, biases, γ and β: what training changes. */
export function trainable({ weights, biases, batchNorm }: Params): number {
  return weights + biases + batchNorm
}

export function totalsOf(nodes: readonly Pick<GraphNode, 'params' | 'macs' | 'shape' | 'fits'>[]): Totals {
  const params = { ...none }
  let macs = 0
  let activations = 0
  for (const node of nodes) {
    for (const kind of Object.keys(none) as (keyof Params)[]) params[kind] += node.params[kind]
    macs += node.macs
    activations += valuesOf(node)
  }
  const incomplete = nodes.some((node) => !node.fits)
  return { params, trainable: trainable(params), macs, activations, incomplete }
}

/** Values of the output for one image; what does not fit has none. */
function valuesOf({ fits, shape }: Pick<GraphNode, 'fits' | 'shape'>): number {
  return fits ? volume(shape) : 0
}

/** `readers` counts for every node how many read it; outputs are kept. */
export function memoryOf(nodes: readonly GraphNode[], outputs: readonly NodeId[]): Memory {
  const left = new Map<NodeId, number>()
  for (const node of nodes) for (const id of node.inputs) left.set(id, (left.get(id) ?? 0) + 1)
  const sizes = new Map(nodes.map((node) => [node.id, valuesOf(node)]))
  const kept = new Set(outputs)
  let live = 0
  let peak = 0
  for (const node of nodes) {
    live += sizes.get(node.id)!
    peak = Math.max(peak, live)
    for (const id of new Set(node.inputs)) {
      const reads = node.inputs.filter((input) => input === id).length
      left.set(id, left.get(id)! - reads)
      if (left.get(id) === 0 && !kept.has(id)) live -= sizes.get(id)!
    }
  }
  return { all: nodes.reduce((sum, node) => sum + valuesOf(node), 0), peak }
}

/** What a node adds to the length of a path under a rule. */
function length(node: GraphNode, rule: 'weighted' | 'withPooling'): number {
  const counts = opOf(node).counts
  if (counts === 'weighted') return node.partOfLayer ? 0 : 1
  return counts === 'pooling' && rule === 'withPooling' ? 1 : 0
}

function longestPath(nodes: readonly GraphNode[], end: NodeId, rule: 'weighted' | 'withPooling'): number {
  const longest = new Map<NodeId, number>()
  for (const node of nodes) {
    const lengthening = opOf(node).weighs ? node.inputs.slice(0, 1) : node.inputs
    const before = Math.max(0, ...lengthening.map((id) => longest.get(id)!))
    longest.set(node.id, before + length(node, rule))
  }
  return longest.get(end)!
}

/**
 * The depth of a network under every rule.
 * - `weighted`: layers with weights on the longest path to the output; projections lie on shorter ones, and the layers of a
 *   gate on none (Hu et al. 2017 count 50 in SE-ResNet-50).
 * - `withPooling`: the same, pooling layers counted.
 * - `modules`: all weighted layers, wherever they are.
 * - `boxes`: all boxes of a drawing without activations; `boxesWithActivations`: with them.
 */
export function depthOf(nodes: readonly GraphNode[], output: NodeId): Readonly<Record<DepthRule, number>> {
  const boxes = nodes.filter((node) => node.family !== 'input')
  return {
    weighted: longestPath(nodes, output, 'weighted'),
    withPooling: longestPath(nodes, output, 'withPooling'),
    modules: nodes.filter((node) => opOf(node).counts === 'weighted').length,
    boxes: boxes.filter((node) => node.family !== 'activation').length,
    boxesWithActivations: boxes.length,
  }
}

/** The depth by the rule of the network's own paper. */
export function ownDepth(graph: {
  readonly architecture: { readonly depthRule?: DepthRule }
  readonly depth: Readonly<Record<DepthRule, number>>
}): number {
  return graph.depth[graph.architecture.depthRule ?? 'weighted']
}

/** The share of a group in the whole, 0 to 1. */
export function share(
  group: Pick<Group, 'totals'>,
  whole: Totals,
  of: 'trainable' | 'macs' | 'activations',
): number {
  return whole[of] === 0 ? 0 : group.totals[of] / whole[of]
}
