import { expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { channelsLast, fits, inputsFirst, unrolledBy } from './layout'

it('a kernel of PyTorch, filters first, stands here with filters last', async () => {
  // Two filters, one channel, 1×3: filter by filter there, pixel by pixel here.
  expect([...(await channelsLast(Float32Array.of(1, 2, 3, 10, 20, 30), [1, 3, 1, 2]))]).toEqual([
    1, 10, 2, 20, 3, 30,
  ])
  // One filter, two channels, 1×2.
  expect([...(await channelsLast(Float32Array.of(1, 2, 10, 20), [1, 2, 2, 1]))]).toEqual([1, 10, 2, 20])
})

it('more channels than are turned together come out whole', async () => {
  const [depth, filters] = [37, 1030]
  const values = Float32Array.from({ length: depth * filters }, (_, i) => i)
  const turned = await channelsLast(values, [1, 1, depth, filters])
  for (let c = 0; c < depth; c++)
    for (let f = 0; f < filters; f += 103) expect(turned[c * filters + f]).toBe(values[f * depth + c])
})

it('a fully connected layer behind a map reads it pixel by pixel', async () => {
  // One output, a map of 1×2 with two channels: PyTorch reads channel 0, then channel 1.
  expect([...(await inputsFirst(Float32Array.of(1, 2, 3, 4), [4, 1], [1, 2, 2]))]).toEqual([1, 3, 2, 4])
  expect([...(await inputsFirst(Float32Array.of(1, 2, 3, 4), [2, 2]))]).toEqual([1, 3, 2, 4])
})

it('the map that is unrolled is found through dropout, and only the first layer unrolls one', () => {
  const graph = build(resolve('alexnet-torchvision').architecture)
  const map = (id: string) => unrolledBy(graph, graph.node(id))
  expect(map('fc6/fc')).toEqual([6, 6, 256])
  expect(map('fc7/fc')).toBeUndefined()
})

it('sides are compared in our order', () => {
  expect(fits([64, 3, 7, 7], [7, 7, 3, 64], 'torch')).toBe(true)
  expect(fits([1000, 512], [512, 1000], 'torch')).toBe(true)
  expect(fits([4096, 512, 7, 7], [25088, 4096], 'torch')).toBe(true)
  expect(fits([7, 7, 3, 64], [7, 7, 3, 64], 'torch')).toBe(false)
  expect(fits([7, 7, 3, 64], [7, 7, 3, 64], 'tensorflow')).toBe(true)
})
