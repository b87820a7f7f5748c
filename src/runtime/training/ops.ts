import { add, customGrad, slice, type Tensor } from '@tensorflow/tfjs-core'
import type { GraphNode } from '../../nn/graph'
import { opOf } from '../../nn/ops'
import type { ConvAttrs } from '../../nn/ops/conv'
import type { SubsamplePadAttrs } from '../../nn/ops/reshape'
import { hasOwn, own as ownKernel } from '../simd/register'
import * as tf from '../tf'
import { convolution } from './convolution'
import { batchNormalization, type OfBatch } from './normalization'
import { spread } from './spread'
import type { TrainableOp } from './trainable'

/** A forward pass whose gradient tfjs finds, on every backend. */
type TrainingOp = (
  node: GraphNode,
  inputs: readonly Tensor[],
  weights: Readonly<Record<string, Tensor>>,
  batch: OfBatch,
  /** Whether the input is the batch itself, by which nobody asks for a gradient. */
  isGiven?: boolean,
) => Tensor

/** Kernels that have a gradient. */
const differentiable = {
  ...tf,
  groupedConvolution: undefined,
  vectorByMatrix: undefined,
  winograd: undefined,
}

/** The op's own kernel: what it is made of has gradients in tfjs. */
const own: TrainingOp = (node, inputs, weights) => opOf(node).run(differentiable, inputs, weights, node.attrs)

/** How each op is trained. */
const table: Readonly<Record<TrainableOp, TrainingOp>> = {
  conv: ({ attrs }, [x], { kernel, bias }, _, isGiven) => {
    const y = convolution(x, kernel, attrs as unknown as ConvAttrs, isGiven)
    return bias ? add(y, bias) : y
  },
  batchNorm: ({ attrs }, [x], { gamma, beta }, batch) =>
    batchNormalization(x, gamma, beta, (attrs as { epsilon: number }).epsilon, batch),
  subsamplePad: ({ attrs }, [x]) => subsampled(x, attrs as unknown as SubsamplePadAttrs),
  channelShuffle: own,
  channelSlice: own,
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

/** The output of a node for a batch, on the tape of tfjs. */
export const trained: TrainingOp = (node, ...rest) => table[node.op as TrainableOp](node, ...rest)

/** Every stride-th pixel and zero channels behind; tfjs has no gradient for a strided slice, so it is given here. */
function subsampled(x: Tensor, { stride, filters }: SubsamplePadAttrs): Tensor {
  if (hasOwn('OwnSubsample')) {
    const [, height, width, channels] = x.shape
    const run = customGrad((input) => ({
      value: ownKernel('OwnSubsample', { x: input as Tensor }, { stride, filters }),
      gradFunc: (dy: Tensor) =>
        ownKernel('OwnSubsampleGradient', { dy }, { stride, height, width, channels }),
    }))
    return run(x)
  }
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
