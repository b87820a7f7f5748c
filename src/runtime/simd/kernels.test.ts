import '@tensorflow/tfjs-core/dist/register_all_gradients'
import {
  add,
  conv2d,
  grads,
  mean,
  mul,
  rsqrt,
  square,
  sub,
  sum,
  tensor,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { start } from '../backends'
import { fillNormal } from '../random'
import { geometry, type Geometry } from './convolution'
import { kernelsOn } from './kernels'

beforeAll(async () => void (await start.cpu()))

let stream = 1
const random = (count: number) => fillNormal(new Float32Array(count), 1, stream++)

/** A memory that is filled from its beginning. */
function bench(shared = false) {
  const memory = new WebAssembly.Memory({ initial: 64, ...(shared && { maximum: 65536, shared }) })
  const kernels = kernelsOn(memory)
  let next = 16
  const room = (count: number) => {
    const values = new Float32Array(memory.buffer, next, count)
    next += 4 * count
    return values
  }
  const put = (values: Float32Array) => {
    const own = room(values.length)
    own.set(values)
    return own
  }
  return { kernels, room, put }
}

/** Largest difference, as a share of the largest value of the second. */
function apart(found: Float32Array, wanted: Float32Array): number {
  expect(found).toHaveLength(wanted.length)
  const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9)
  return found.reduce((most, value, i) => Math.max(most, Math.abs(value - wanted[i])), 0) / largest
}

describe('the gradients of a convolution are those of tfjs on the CPU, to 1e-4', () => {
  it.each([
    // images, height, width, channels, filters, kernel height and width, down, across, padding
    [3, 8, 8, 8, 8, 3, 3, 1, 1, 1],
    [2, 9, 7, 3, 10, 3, 3, 2, 2, 1],
    [2, 8, 8, 5, 7, 3, 3, 2, 1, 1],
    [1, 6, 11, 12, 6, 1, 5, 1, 2, 2],
    [2, 5, 5, 1, 1, 1, 1, 2, 2, 0],
    [2, 12, 12, 4, 23, 5, 5, 3, 3, 2],
    [2, 4, 4, 18, 16, 3, 3, 1, 1, 0],
    [1, 2, 2, 6, 4, 5, 5, 1, 1, 2],
  ])(
    '%i images of %i×%i×%i, %i filters of %i×%i, stride %i×%i, padding %i',
    (images, height, width, channels, filters, kernelHeight, kernelWidth, down, across, pad) => {
      const x = tensor(random(images * height * width * channels), [images, height, width, channels])
      const kernel = tensor(random(kernelHeight * kernelWidth * channels * filters), [
        ...[kernelHeight, kernelWidth, channels, filters],
      ])
      const run = (a: Tensor, b: Tensor) =>
        conv2d(
          a as Tensor4D,
          b as Tensor4D,
          [down, across],
          [
            [0, 0],
            [pad, pad],
            [pad, pad],
            [0, 0],
          ],
        )
      const [, rows, columns] = run(x, kernel).shape
      const dy = tensor(random(images * rows * columns * filters), [images, rows, columns, filters])
      const [dx, dKernel] = grads((a: Tensor, b: Tensor) => sum(mul(run(a, b), dy)) as never)([x, kernel])

      const { kernels, room, put } = bench()
      const all: Geometry = {
        ...{ images, height, width, channels, rows, columns, filters },
        ...{ kernelHeight, kernelWidth, down, across, top: pad, left: pad },
      }
      const numbers = geometry.map((name) => all[name])
      const [a, b, given] = [x, kernel, dy].map((values) => put(values.dataSync() as Float32Array))
      const [toX, toKernel, turned] = [room(x.size).fill(7), room(kernel.size).fill(7), room(kernel.size)]
      const behind = room(8).fill(5)
      kernels.kernelGradient(a.byteOffset, given.byteOffset, toKernel.byteOffset, ...numbers)
      kernels.turn(b.byteOffset, turned.byteOffset, kernelHeight * kernelWidth, channels, filters)
      kernels.inputGradient(given.byteOffset, turned.byteOffset, toX.byteOffset, ...numbers)
      expect(apart(toKernel, dKernel.dataSync() as Float32Array)).toBeLessThan(1e-4)
      expect(apart(toX, dx.dataSync() as Float32Array)).toBeLessThan(1e-4)
      expect([...behind]).toEqual(new Array(8).fill(5))
    },
  )
})

describe('a batch normalization and its gradients are those of its formula on the CPU, to 1e-4', () => {
  it.each([
    [40, 8],
    [600, 3],
    [77, 16],
    [1, 4],
    [300, 39],
  ])('%i positions, %i channels', (many, channels) => {
    const [x, dy] = [0, 1].map(() => tensor(random(many * channels), [many, channels]))
    const [gamma, beta] = [0, 1].map(() => tensor(random(channels), [channels]))
    const middle = (a: Tensor) => mean(a, 0, true)
    const run = (a: Tensor, g: Tensor, b: Tensor) => {
      const centred = sub(a, middle(a))
      const spread = rsqrt(add(middle(square(centred)), 0.01))
      return add(mul(mul(centred, spread), g), b)
    }
    const gradients = grads((a: Tensor, g: Tensor, b: Tensor) => sum(mul(run(a, g, b), dy)) as never)
    const wanted = gradients([x, gamma, beta]).map((gradient) => gradient.dataSync() as Float32Array)

    const { kernels, room, put } = bench(true)
    const [given, scale, shift, back] = [x, gamma, beta, dy].map((values) =>
      put(values.dataSync() as Float32Array),
    )
    const y = room(x.size)
    const [middles, variances, inverses] = [0, 1, 2].map(() => room(channels))
    const found = [room(x.size), room(channels), room(channels)]
    const behind = room(8).fill(5)
    const at = (arrays: readonly Float32Array[]) => arrays.map(({ byteOffset }) => byteOffset)
    const [dx, ...dScale] = found
    kernels.measure(...at([given, middles, variances]), many, channels)
    kernels.normalize(...at([given, scale, shift, middles, variances, y, inverses]), many, channels, 0.01)
    kernels.slopes(...at([given, back, middles, inverses, ...dScale]), many, channels)
    const all = at([given, back, scale, middles, inverses, ...dScale, dx])
    kernels.normalizeGradient(...all, many, channels, many)
    expect(apart(y, run(x, gamma, beta).dataSync() as Float32Array)).toBeLessThan(1e-4)
    found.forEach((gradient, i) => {
      // One position has no variance: its gradient is zero but for what rounding leaves.
      if (many > 1 || i > 0) expect(apart(gradient, wanted[i])).toBeLessThan(1e-4)
      else expect([...gradient].every((value) => Math.abs(value) < 1e-4)).toBe(true)
    })
    expect([...behind]).toEqual(new Array(8).fill(5))
  })
})

it('means of many numbers far from zero keep their digits', () => {
  const many = 200_000
  const { kernels, room } = bench()
  const x = room(many).map((_, i) => 100 + (i % 2))
  const own = room(many)
  own.set(x)
  const [middle, variance] = [room(1), room(1)]
  kernels.measure(...[own, middle, variance].map(({ byteOffset }) => byteOffset), many, 1)
  expect(middle[0]).toBeCloseTo(100.5, 3)
  expect(variance[0]).toBeCloseTo(0.25, 4)
})

it('subsampling takes every second pixel and leaves channels behind it alone', () => {
  const { kernels, room } = bench()
  const from = room(2 * 5 * 4 * 2)
  from.forEach((_, i) => (from[i] = i))
  const to = room(2 * 3 * 2 * 3)
  kernels.clear(to.fill(9).byteOffset, to.length)
  kernels.copyPixels(from.byteOffset, to.byteOffset, 2, 3, 2, 2, 20, 8, 2, 2, 6, 2, 1, 3)
  const wanted = [0, 1].flatMap((image) =>
    [0, 2, 4].flatMap((row) =>
      [0, 2].flatMap((column) => {
        const first = ((image * 5 + row) * 4 + column) * 2
        return [first, first + 1, 0]
      }),
    ),
  )
  expect([...to]).toEqual(wanted)
})
