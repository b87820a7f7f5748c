import type { Graph, GraphNode } from '../../nn/graph'
import { whyBroken } from '../../nn/misfit'
import { opOf, type OpName } from '../../nn/ops'
import type { ConvAttrs } from '../../nn/ops/conv'
import { pair } from '../../nn/window'

// Without tfjs, so that a page can ask before it starts a worker.

/** The ops that are trained; what is missing here is refused with a sentence before anything runs. */
const trainable = [
  ...(['conv', 'batchNorm', 'subsamplePad', 'channelShuffle', 'channelSlice', 'dense'] as const),
  ...([
    'relu',
    'sigmoid',
    'tanh',
    'clip',
    'leakyRelu',
    'silu',
    'hardSigmoid',
    'hardSwish',
    'softmax',
  ] as const),
  ...(['add', 'concat', 'multiply'] as const),
  ...(['maxPool', 'avgPool', 'globalAvgPool', 'adaptiveAvgPool', 'flatten'] as const),
] satisfies readonly OpName[]

export type TrainableOp = (typeof trainable)[number]

const isTrainable = (op: OpName): op is TrainableOp => (trainable as readonly OpName[]).includes(op)

/** Why a network cannot be trained in this page, as a sentence; undefined when it can. */
export function whyUntrainable(graph: Graph): string | undefined {
  const broken = whyBroken(graph)
  if (broken !== undefined) return broken
  if (graph.outputs.length > 1) return 'A network with side outputs is not trained in this page.'
  for (const node of graph.nodes) {
    const reason = untrainable(node)
    if (reason) return reason
  }
  return undefined
}

function untrainable(node: GraphNode): string | undefined {
  const { title } = opOf(node)
  if (node.family === 'input') return undefined
  if (!isTrainable(node.op)) return `${title} (${node.id}) is not trained in this page.`
  const { groups = 1, dilation = 1 } = node.attrs as Partial<ConvAttrs>
  if (groups !== 1) return `${title} in ${groups} groups (${node.id}) is not trained in this page.`
  if (pair(dilation).some((step) => step > 1))
    return `${title} with dilation (${node.id}) is not trained in this page.`
  return undefined
}
