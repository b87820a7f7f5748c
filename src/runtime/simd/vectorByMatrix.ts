import { zeros } from '@tensorflow/tfjs-core'
import type { Tf } from '../../nn/op'
import { bits } from './groupedConvolution'
import { hasOwn, own } from './register'

/**
 * A fully connected layer of one image on our own kernel, where the current backend has it. XNNPACK first copies the
 * matrix into an order of its own, which for VGG-16's fc6 takes a hundred times as long as the product, and as much
 * memory again as the matrix.
 */
export const vectorByMatrix: Required<Tf>['vectorByMatrix'] = (x, matrix, bias, activation) => {
  if (x.shape[0] !== 1 || matrix.dtype !== 'float32' || !hasOwn('OwnVectorByMatrix')) return undefined
  const shift = bias ?? zeros([matrix.shape[1] ?? 0])
  const least = bits(activation === 'relu' ? 0 : -Infinity)
  const y = own('OwnVectorByMatrix', { x, matrix, bias: shift }, { least })
  if (!bias) shift.dispose()
  return y
}
