import { memory, tensor, tidy } from '@tensorflow/tfjs-core'
import { beforeAll, expect, it } from 'vitest'
import { asDepthwise, packGrouped } from '../../nn/ops/grouped'
import { fillNormal } from '../random'
import * as tf from '../tf'
import { beginOwn } from './own.fixture'
import { hasOwn } from './register'

beforeAll(beginOwn)

let stream = 1
const random = (...shape: number[]) =>
  tensor(fillNormal(new Float32Array(shape.reduce((a, b) => a * b, 1)), 1, stream++), shape)

const theirs = { ...tf, groupedConvolution: () => undefined }

it.each([
  // side, channels, filters, groups, kernel, stride, dilation, padding, and whether there is a bias and a ReLU
  [14, 128, 128, 32, 3, 1, 1, 1, true, true],
  [14, 128, 128, 32, 3, 2, 1, 1, false, false],
  [9, 64, 64, 8, 3, 1, 1, 1, true, false],
  [7, 256, 256, 16, 3, 1, 1, [2, 0, 1, 3], false, true],
  [11, 24, 56, 8, 5, 2, 1, 2, true, true],
  [10, 33, 77, 11, 3, 1, 2, 2, true, true],
  [6, 32, 64, 8, 1, 1, 1, 0, true, true],
] as const)(
  '%i×%i: %i channels, %i filters in %i groups, kernel %i, stride %i, dilation %i, padding %o: as by a depthwise one',
  (side, channels, filters, groups, kernel, stride, dilation, pad, hasBias, isRelu) => {
    const x = random(2, side, side, channels)
    const weights = random(kernel, kernel, channels / groups, filters)
    const bias = hasBias ? random(filters) : undefined
    const a = { kernel, stride, dilation, pad, groups, filters } as const
    const packed = packGrouped({ values: weights.dataSync() as Float32Array, shape: weights.shape }, a)
    const own = tensor(packed.values, [...packed.shape])
    expect(hasOwn('OwnGroupedConvolution')).toBe(true)
    const before = memory().numTensors
    const [ours, wanted] = [tf, theirs].map((by) =>
      tidy(() => asDepthwise(by, x, own, bias, a, isRelu ? 'relu' : undefined)),
    )
    expect(memory().numTensors).toBe(before + 2)
    expect(ours.shape).toEqual(wanted.shape)
    const [found, right] = [ours, wanted].map((y) => y.dataSync() as Float32Array)
    const largest = right.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    const apart = found.reduce((most, value, i) => Math.max(most, Math.abs(value - right[i])), 0)
    expect(apart / largest).toBeLessThan(1e-5)
  },
)
