import { memory, tensor, tidy } from '@tensorflow/tfjs-core'
import { beforeAll, expect, it } from 'vitest'
import { dense } from '../../nn/ops/dense'
import { fillNormal } from '../random'
import * as tf from '../tf'
import { beginOwn } from './own.fixture'
import { hasOwn } from './register'

beforeAll(beginOwn)

let stream = 1
const random = (...shape: number[]) =>
  tensor(fillNormal(new Float32Array(shape.reduce((a, b) => a * b, 1)), 1, stream++), shape)

const theirs = { ...tf, vectorByMatrix: undefined }

it.each([
  // inputs, units, whether there is a bias and a ReLU
  [[1], 1, true, false],
  [[7, 7, 48], 300, true, true],
  [[25], 10, false, false],
  [[84], 17, true, true],
  [[1, 1, 513], 1000, false, true],
  [[3, 2, 5], 31, true, false],
  [[4096], 64, true, true],
] as const)('%o inputs by %i units, bias %o, ReLU %o: as by tfjs', (inputs, units, hasBias, isRelu) => {
  const { run } = dense.definition
  const x = random(1, ...inputs)
  const weights = {
    kernel: random(x.size, units),
    ...(hasBias && { bias: random(units) }),
  }
  expect(hasOwn('OwnVectorByMatrix')).toBe(true)
  const before = memory().numTensors
  const [ours, wanted] = [tf, theirs].map((by) =>
    tidy(() => run(by, [x], weights, { units, bias: hasBias }, isRelu ? 'relu' : undefined)),
  )
  expect(memory().numTensors).toBe(before + 2)
  expect(ours.shape).toEqual(wanted.shape)
  const [found, right] = [ours, wanted].map((y) => y.dataSync() as Float32Array)
  const largest = right.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-30)
  const apart = found.reduce((most, value, i) => Math.max(most, Math.abs(value - right[i])), 0)
  expect(apart / largest).toBeLessThan(1e-5)
})

it('several images at once are none of its business', () => {
  const [x, kernel] = [random(2, 5), random(5, 3)]
  expect(tf.vectorByMatrix(x, kernel, undefined)).toBeUndefined()
})
