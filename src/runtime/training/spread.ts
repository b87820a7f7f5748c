import { pad, reshape, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core'

/**
 * Every value followed by zeros, so that neighbours stand `down` rows and `across` columns apart.
 * @param x [batch, height, width, channels]
 * @returns [batch, height·down, width·across, channels]
 */
export function spread(x: Tensor, [down, across]: readonly [number, number]): Tensor4D {
  if (down === 1 && across === 1) return x as Tensor4D
  const [n, h, w, c] = x.shape as [number, number, number, number]
  const zeros = (size: number) =>
    [
      [0, 0],
      [0, size],
    ] as [number, number][]
  const columns = pad(reshape(x, [n * h * w, c]), zeros((across - 1) * c))
  const row = w * across * c
  const rows = pad(reshape(columns, [n * h, row]), zeros((down - 1) * row))
  return reshape(rows, [n, h * down, w * across, c])
}
