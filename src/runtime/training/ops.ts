import { add, customGrad, slice, type Tensor } from '@tensorflow/tfjs-core'
import type { GraphNode } from '../../nn/graph'
import { opOf, type OpName } from '../../nn/ops'
import type { ConvAttrs } from '../../nn/ops/conv'
import type { SubsamplePadAttrs } from '../../nn/ops/reshape'
import { pair } from '../../nn/window'
import * as tf from '../tf'
import { convolution } from './convolution'
import { type BatchStatistics, batchNormalization } from './normalization'
import { spread } from './spread'

/** A forward pass whose gradient tfjs finds, on every backend. */
type TrainingOp = (
  node: GraphNode,
  inputs: readonly Tensor[],
  weights: Readonly<Record<string, Tensor>>,
  observe: (statistics: BatchStatistics) => void,
) => Tensor

/** The op's own kernel: what it is made of has gradients in tfjs. */
const own: TrainingOp = (node, inputs, weights) => opOf(node).run(tf, inputs, weights, node.attrs)

/** How each op is trained. What is missing here is refused with a sentence before anything runs. */
const table: Partial<Readonly<Record<OpName, TrainingOp>>> = {
  conv: ({ attrs }, [x], { kernel, bias }) => {
    const y = convolution(x, kernel, attrs as unknown as ConvAttrs)
    return bias ? add(y, bias) : y
  },
  batchNorm: ({ attrs }, [x], { gamma, beta }, observe) =>
    batchNormalization(x, gamma, beta, (attrs as { epsilon: number }).epsilon, observe),
  subsamplePad: ({ attrs }, [x]) => subsampled(x, attrs as unknown as SubsamplePadAttrs),
  dense: own,
  relu: own,
  sigmoid: own,
  tanh: own,
  clip: own,
  leakyRelu: own,
  silu: own,
  hardSigmoid: own,
  hardSwish: own,
  softmax: own,
  add: own,
  concat: own,
  multiply: own,
  maxPool: own,
  avgPool: own,
  globalAvgPool: own,
  adaptiveAvgPool: own,
  flatten: own,
}

/** Why a node cannot be trained here, as a sentence; undefined when it can. */
export function untrainable(node: GraphNode): string | undefined {
  const { title } = opOf(node)
  if (node.family === 'input') return undefined
  if (!table[node.op]) return `${title} (${node.id}) is not trained in this page.`
  const { groups = 1, dilation = 1 } = node.attrs as Partial<ConvAttrs>
  if (groups !== 1) return `${title} in ${groups} groups (${node.id}) is not trained in this page.`
  if (pair(dilation).some((step) => step > 1))
    return `${title} with dilation (${node.id}) is not trained in this page.`
  return undefined
}

/** The output of a node for a batch, on the tape of tfjs. */
export const trained: TrainingOp = (node, ...rest) => table[node.op]!(node, ...rest)

/** Every stride-th pixel and zero channels behind; tfjs has no gradient for a strided slice, so it is given here. */
function subsampled(x: Tensor, { stride, filters }: SubsamplePadAttrs): Tensor {
  const [n, height, width, channels] = x.shape as [number, number, number, number]
  const [rows, columns] = [Math.ceil(height / stride), Math.ceil(width / stride)]
  const run = customGrad((input) => ({
    value: opOf({ op: 'subsamplePad' }).run(tf, [input as Tensor], {}, { stride, filters }),
    gradFunc: (dy: Tensor) => {
      const kept = slice(dy, [0, 0, 0, 0], [n, rows, columns, channels])
      return slice(spread(kept, [stride, stride]), [0, 0, 0, 0], [n, height, width, channels])
    },
  }))
  return run(x)
}
