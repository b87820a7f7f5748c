import { type Tensor, zeros } from '@tensorflow/tfjs-core'
import type { Tf } from '../../nn/op'
import { bits } from './groupedConvolution'
import { hasOwn, own } from './register'
import { places } from './winograd'

const names = Array.from({ length: places }, (_, p) => `m${p}`)

/** In smaller layers the transforms cost more than the products that they save: measured on one thread. */
const least = { channels: 16, macs: 5e6 }

/**
 * 3×3 convolutions with stride 1 by minimal filtering (Lavin & Gray 2016), where the current backend has our kernels:
 * 16 products for four outputs instead of 36.
 */
export const winograd: Required<Tf>['winograd'] = {
  transform(kernel, macs) {
    const [, , channels, filters] = kernel.shape
    if (macs < least.macs || Math.min(channels!, filters!) < least.channels) return undefined
    if (!hasOwn('OwnWinogradKernel')) return undefined
    const matrices = own<Tensor[]>('OwnWinogradKernel', { kernel })
    return Object.fromEntries(matrices.map((matrix, p) => [names[p], matrix]))
  },
  convolve(x, weights, bias, { vertical, horizontal }, activation) {
    const [, height, width] = x.shape as [number, number, number, number]
    const shift = bias ?? zeros([weights.m0.shape[2]!])
    const y: Tensor = own(
      'OwnWinograd',
      { x, bias: shift, ...Object.fromEntries(names.map((name) => [name, weights[name]])) },
      {
        height: height + vertical[0] + vertical[1] - 2,
        width: width + horizontal[0] + horizontal[1] - 2,
        ...{ top: vertical[0], left: horizontal[0] },
        least: bits(activation === 'relu' ? 0 : -Infinity),
      },
    )
    if (!bias) shift.dispose()
    return y
  },
}
