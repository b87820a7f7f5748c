import { type Tensor, zeros } from '@tensorflow/tfjs-core'
import type { Tf } from '../../nn/op'
import { hasOwn, own } from './register'

/** Groups with fewer filters have nothing to fill a vector with; XNNPACK's depthwise convolution is faster then. */
const fewest = 4

export const bits = (value: number): number => new Int32Array(new Float32Array([value]).buffer)[0]

/** A convolution in groups on our own kernel, where the current backend has it and it is the faster way. */
export const groupedConvolution: Required<Tf>['groupedConvolution'] = (
  x,
  kernel,
  bias,
  window,
  activation,
) => {
  const [, height, width, channels] = x.shape as [number, number, number, number]
  const [kernelHeight, kernelWidth, , filters] = kernel.shape as [number, number, number, number]
  const { groups, divisor, vertical, horizontal, strides, dilations } = window
  if (!hasOwn('OwnGroupedConvolution') || channels === groups || filters < fewest) return undefined
  const along = (size: number, [before, after]: readonly [number, number], kernel: number, axis: 0 | 1) =>
    Math.floor((size + before + after - dilations[axis] * (kernel - 1) - 1) / strides[axis]) + 1
  const shift = bias ?? zeros([groups * filters])
  const y: Tensor = own(
    'OwnGroupedConvolution',
    { x, kernel, bias: shift },
    {
      groups,
      rows: along(height, vertical, kernelHeight, 0),
      columns: along(width, horizontal, kernelWidth, 1),
      ...{ top: vertical[0], bottom: vertical[1], left: horizontal[0], right: horizontal[1] },
      ...{ down: strides[0], across: strides[1] },
      ...{ dilationDown: dilations[0], dilationAcross: dilations[1] },
      scale: bits(1 / divisor),
      least: bits(activation === 'relu' ? 0 : -Infinity),
    },
  )
  if (!bias) shift.dispose()
  return y
}
