import { add, mul, type Tensor, tensor } from '@tensorflow/tfjs-core'
import { bits, fillNormal, hash } from '../random'

/**
 * Every channel moved and stretched by chance: by a normal number of deviation `strength`, and by a factor between
 * 1 − strength and 1 + strength. What a normalization had brought to rest moves again (Santurkar et al. 2018, section
 * 2.2); `disturbed` in tools/training/network.py does the same.
 * @param x [batch, …, channels]
 * @param what names the draw: the same seed and name give the same numbers
 */
export function disturbed(x: Tensor, strength: number, what: string, seed: number): Tensor {
  const channels = x.shape[x.shape.length - 1]
  const stream = hash(`stretch ${what}`, seed)
  const factor = Float32Array.from(
    { length: channels },
    (_, i) => 1 + (2 * (bits(stream, i) / 2 ** 32) - 1) * strength,
  )
  const shift = fillNormal(new Float32Array(channels), strength, hash(`shift ${what}`, seed))
  return add(mul(x, tensor(factor)), tensor(shift))
}
