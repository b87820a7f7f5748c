import type { Graph, GraphNode, NodeId } from '../../nn/graph'
import { opOf } from '../../nn/ops'
import { add, multiply } from '../../nn/ops/merge'

/** Attributes that a window, the weights or the output's shape say already, or that decide nothing at inference. */
const told = new Set([
  'kernel',
  'stride',
  'pad',
  'dilation',
  'ceil',
  'bias',
  'filters',
  'units',
  'rate',
  'epsilon',
  'shape',
])

/** The order of their inputs changes nothing. */
const symmetric = new Set<string>([add, multiply].map(({ definition }) => definition.name))

/** Gives equal numbers to nodes that compute the same from the image, whatever they are called, in all graphs it is shown. */
export function createComparer() {
  const known = new Map<string, number>()

  /** The number of every node; nodes that pass their input on have that of their input. */
  return (graph: Graph): ReadonlyMap<NodeId, number> => {
    const numbers = new Map<NodeId, number>()
    for (const node of graph.nodes) {
      const inputs = node.inputs.map((id) => numbers.get(id)!)
      const op = opOf(node)
      if (op.passes || op.unrolls) {
        numbers.set(node.id, inputs[0])
        continue
      }
      if (symmetric.has(node.op)) inputs.sort((a, b) => a - b)
      const key = `${traits(node)}(${inputs.join()})`
      let number = known.get(key)
      if (number === undefined) {
        number = known.size
        known.set(key, number)
      }
      numbers.set(node.id, number)
    }
    return numbers
  }
}

function traits(node: GraphNode): string {
  const op = opOf(node)
  // A layer that reads a whole map reads the same unrolled.
  const window = 'kernel' in node.attrs ? op.window?.(node.inputShapes, node.attrs) : undefined
  const slides = window?.map(({ kernel, stride, dilation, before }) => [kernel, stride, dilation, before])
  const attrs = Object.entries(node.attrs)
    .filter(([name]) => !told.has(name))
    .map(([name, value]) => [name, typeof value === 'number' ? Number(value.toPrecision(5)) : value])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  const weights = Object.entries(node.weights).map(([name, { shape }]) => `${name} ${shape.join('×')}`)
  return JSON.stringify([node.op, node.shape, slides, attrs, weights.sort()])
}

/**
 * Which node of `left` is which of `right`, or undefined where the networks differ. A softmax at the end of one alone is
 * no difference.
 */
export function matched(left: Graph, right: Graph): ReadonlyMap<NodeId, NodeId> | undefined {
  const number = createComparer()
  const [ours, theirs] = [number(left), number(right)]
  const ends = [scores(left), scores(right)]
  if (ours.get(ends[0]) !== theirs.get(ends[1])) return undefined
  // Equal parts side by side stand in the same order in both.
  const waiting = new Map<number, NodeId[]>()
  for (const node of right.nodes) {
    if (!computes(node)) continue
    const list = waiting.get(theirs.get(node.id)!)
    if (list) list.push(node.id)
    else waiting.set(theirs.get(node.id)!, [node.id])
  }
  const pairs = new Map<NodeId, NodeId>()
  for (const node of left.nodes) {
    if (!computes(node)) continue
    const partner = waiting.get(ours.get(node.id)!)?.shift()
    if (partner !== undefined) pairs.set(node.id, partner)
  }
  return pairs
}

function computes(node: GraphNode): boolean {
  const op = opOf(node)
  return !op.passes && !op.unrolls
}

/** The main output, before it becomes probabilities. */
function scores(graph: Graph): NodeId {
  const output = graph.node(graph.outputs[0])
  return output.family === 'output' ? output.inputs[0] : output.id
}
