import '@tensorflow/tfjs-core/dist/register_all_gradients'
import {
  add,
  conv2d,
  grads,
  mean,
  mul,
  rsqrt,
  square,
  stridedSlice,
  sub,
  sum,
  tensor,
  type Tensor,
  type Tensor4D,
  variable,
} from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../nn/build'
import type { OpSpec } from '../../nn/op'
import { adaptiveAvgPool } from '../../nn/ops/pooling'
import { channelShuffle, channelSlice } from '../../nn/ops/channels'
import { subsamplePad } from '../../nn/ops/reshape'
import { start } from '../backends'
import { fillNormal } from '../random'
import { convolution } from './convolution'
import { batchNormalization } from './normalization'
import { trained } from './ops'

beforeAll(async () => void (await start.cpu()))

let stream = 1
const random = (...shape: number[]) =>
  tensor(fillNormal(new Float32Array(shape.reduce((a, b) => a * b, 1)), 1, stream++), shape)

/** Largest difference of two tensors, as a share of the largest value of the second. */
function apart(a: Tensor, b: Tensor): number {
  expect(a.shape).toEqual(b.shape)
  const [found, wanted] = [a.dataSync(), b.dataSync()] as [Float32Array, Float32Array]
  const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9)
  return found.reduce((most, value, i) => Math.max(most, Math.abs(value - wanted[i])), 0) / largest
}

describe('the gradients of a convolution, written as convolutions, are those of tfjs', () => {
  it.each([
    // side, kernel, stride, padding
    [8, 3, 1, 1],
    [8, 3, 2, 1],
    [7, 3, 2, 1],
    [8, 1, 1, 0],
    [8, 1, 2, 0],
    [5, 1, 2, 0],
    [9, 5, 3, 2],
    [6, 3, 1, 0],
    [10, 2, 2, 0],
  ])('side %i, kernel %i, stride %i, padding %i', (side, kernel, stride, pad) => {
    const x = random(3, side, side, 2)
    const filters = random(kernel, kernel, 2, 4)
    const weight = (y: Tensor, factors: Tensor) => sum(mul(y, factors)) as never
    const shape = conv2d(x as Tensor4D, filters as Tensor4D, stride, pad).shape
    const factors = random(...shape)
    const [dx, dw] = grads((a: Tensor, b: Tensor) =>
      weight(convolution(a, b, { kernel, stride, pad }), factors),
    )([x, filters])
    const [wantedX, wantedW] = grads((a: Tensor, b: Tensor) =>
      weight(conv2d(a as Tensor4D, b as Tensor4D, stride, pad), factors),
    )([x, filters])
    expect(apart(dx, wantedX)).toBeLessThan(1e-5)
    expect(apart(dw, wantedW)).toBeLessThan(1e-5)
  })
})

it('a kernel that does not learn has no part in the gradient of what it reads', () => {
  const [x, filters, factors] = [random(2, 7, 7, 3), random(3, 3, 3, 4), random(2, 4, 4, 4)]
  const slide = { kernel: 3, stride: 2, pad: 1 }
  const by = (kernel: Tensor) =>
    grads((a: Tensor) => sum(mul(convolution(a, kernel, slide), factors)) as never)([x])[0]
  expect(apart(by(variable(filters, false)), by(filters))).toBe(0)
})

it('the gradients of a batch normalization are those of its formula', () => {
  const [x, gamma, beta, factors] = [random(4, 3, 3, 5), random(5), random(5), random(4, 3, 3, 5)]
  const written = (a: Tensor, g: Tensor, b: Tensor) => {
    const centred = sub(a, mean(a, [0, 1, 2], true))
    const variance = mean(square(centred), [0, 1, 2], true)
    return add(mul(mul(centred, rsqrt(add(variance, 1e-5))), g), b)
  }
  const found = grads(
    (a: Tensor, g: Tensor, b: Tensor) => sum(mul(batchNormalization(a, g, b, 1e-5, {}), factors)) as never,
  )([x, gamma, beta])
  const wanted = grads((a: Tensor, g: Tensor, b: Tensor) => sum(mul(written(a, g, b), factors)) as never)([
    x,
    gamma,
    beta,
  ])
  found.forEach((gradient, i) => expect(apart(gradient, wanted[i])).toBeLessThan(1e-4))
})

it('a shortcut that subsamples passes a gradient to the pixels that it took, and to no other', () => {
  const graph = build({
    id: 'a',
    title: 'A',
    input: [5, 5, 2],
    body: subsamplePad({ stride: 2, filters: 4 }),
  })
  const node = graph.node(graph.outputs[0])
  const [x, factors] = [random(2, 5, 5, 2), random(2, 3, 3, 4)]
  const [dx] = grads((a: Tensor) => sum(mul(trained(node, [a], {}, {}), factors)) as never)([x])
  const taken = stridedSlice(dx as Tensor4D, [0, 0, 0, 0], [2, 5, 5, 2], [1, 2, 2, 1])
  const wanted = (factors.dataSync() as Float32Array).filter((_, i) => i % 4 < 2)
  expect([...taken.dataSync()]).toEqual([...wanted])
  expect(sum(dx).dataSync()[0]).toBeCloseTo(
    wanted.reduce((a, b) => a + b, 0),
    4,
  )
})

it('a shuffle and a part of the channels pass each gradient to the channel that a value came from', () => {
  const graphOf = (body: OpSpec) => build({ id: 'a', title: 'A', input: [1, 1, 6], body })
  const dxOf = (body: OpSpec, factors: readonly number[]) => {
    const graph = graphOf(body)
    const weights = tensor([...factors], [1, 1, 1, factors.length])
    const [dx] = grads(
      (a: Tensor) => sum(mul(trained(graph.node(graph.outputs[0]), [a], {}, {}), weights)) as never,
    )([random(1, 1, 1, 6)])
    return [...dx.dataSync()]
  }
  // Channels 0, 3, 1, 4, 2, 5 come out in this order.
  expect(dxOf(channelShuffle({ groups: 2 }), [1, 2, 3, 4, 5, 6])).toEqual([1, 3, 5, 2, 4, 6])
  expect(dxOf(channelSlice({ from: 2, to: 5 }), [1, 2, 3])).toEqual([0, 0, 1, 2, 3, 0])
})

it('a pool into uneven bins gives every pixel its share of the gradient of each bin that holds it', () => {
  const graph = build({ id: 'a', title: 'A', input: [5, 1, 1], body: adaptiveAvgPool({ grid: 2 }) })
  const node = graph.node(graph.outputs[0])
  const factors = tensor([1, 10, 100, 1000], [1, 2, 2, 1])
  const [dx] = grads((a: Tensor) => sum(mul(trained(node, [a], {}, {}), factors)) as never)([
    random(1, 5, 1, 1),
  ])
  // Five rows in two bins of three: 0 to 2 and 2 to 4. The one column is in both bins across.
  const [first, second] = [11 / 3, 1100 / 3]
  const wanted = tensor([first, first, first + second, second, second], [1, 5, 1, 1])
  expect(apart(dx, wanted)).toBeLessThan(1e-6)
})
