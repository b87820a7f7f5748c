import { memory, tensor, tidy } from '@tensorflow/tfjs-core'
import { beforeAll, expect, it } from 'vitest'
import { conv } from '../../nn/ops/conv'
import { fillNormal } from '../random'
import * as tf from '../tf'
import { beginOwn } from './own.fixture'

beforeAll(beginOwn)

let stream = 1
const random = (...shape: number[]) =>
  tensor(fillNormal(new Float32Array(shape.reduce((a, b) => a * b, 1)), 1, stream++), shape)

const { defaults, run, settle } = conv.definition
/** Of a layer that is large enough. */
const macs = 1e8

it.each([
  // images, height, width, channels, filters, padding, and whether there is a bias and a ReLU
  [1, 14, 14, 32, 48, 1, true, true],
  [2, 7, 9, 16, 19, 1, false, false],
  [1, 5, 5, 18, 16, 0, true, false],
  [3, 6, 11, 17, 23, [2, 0, 1, 3], false, true],
  [1, 8, 8, 64, 32, 'same', true, true],
  // More tiles than are there at once.
  [2, 130, 130, 80, 64, 1, true, true],
] as const)(
  '%i images of %i×%i×%i, %i filters, padding %o: 16 products for four outputs give what 36 do',
  (images, height, width, channels, filters, pad, hasBias, isRelu) => {
    const x = random(images, height, width, channels)
    const weights = { kernel: random(3, 3, channels, filters), ...(hasBias && { bias: random(filters) }) }
    const a = { ...defaults, kernel: 3, filters, pad } as never
    const activation = isRelu ? 'relu' : undefined
    const wanted = tidy(() => run(tf, [x], weights, a, activation))
    const before = memory().numTensors
    const settled = settle!(
      tf,
      { ...weights, kernel: tf.reshape(weights.kernel, weights.kernel.shape) },
      a,
      macs,
    )!
    expect(Object.keys(settled)).not.toContain('kernel')
    const ours = tidy(() => run(tf, [x], settled, a, activation))
    for (const [name, weight] of Object.entries(settled)) if (name !== 'bias') weight.dispose()
    expect(memory().numTensors).toBe(before + 1)
    expect(ours.shape).toEqual(wanted.shape)
    const [found, right] = [ours, wanted].map((y) => y.dataSync() as Float32Array)
    const largest = right.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    const apart = found.reduce((most, value, i) => Math.max(most, Math.abs(value - right[i])), 0)
    expect(apart / largest).toBeLessThan(1e-5)
  },
)

it.each([
  [{ stride: 2 }],
  [{ dilation: 2 }],
  [{ groups: 2 }],
  [{ kernel: [3, 1] }],
  // The transforms would cost more than the products that they save.
  [{ filters: 8 }],
  [{}, 4e6],
])('a kernel with %o stays as it is', (other, products = macs) => {
  const a = { ...defaults, kernel: 3, filters: 32, ...other }
  const before = memory().numTensors
  const kernel = random(3, 3, 32, a.filters)
  expect(settle!(tf, { kernel }, a as never, products)).toBeUndefined()
  kernel.dispose()
  expect(memory().numTensors).toBe(before)
})
