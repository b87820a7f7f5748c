import { describe, expect, it } from 'vitest'
import { build } from '../../nn/build'
import { dense } from '../../nn/ops/dense'
import { graphOf } from '../state/network'
import { colours, picturesOf, slicesOf } from './kernels'

/** Values 0, 1, 2 … in the order of a weight's shape. */
const counting = (shape: readonly number[]) =>
  Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i)

function kernelOf(network: string, id: string, name = 'kernel') {
  const node = graphOf(network, {}).node(id)
  const weight = node.weights[name]
  return [node, weight, counting(weight.shape)] as const
}

describe('pictures of a kernel', () => {
  it('are the 64 colour filters of ResNet-18, every value in its place', () => {
    const found = picturesOf(...kernelOf('resnet18', 'conv1/conv'))!
    expect([found.height, found.width, found.depth, found.count]).toEqual([7, 7, 3, 64])
    // Filter 5 at row 0, column 1, green lies at ((0·7 + 1)·3 + 1)·64 + 5.
    expect(found.picture(5)[4]).toBe((3 + 1) * 64 + 5)
  })

  it('are not made of a kernel that sees 64 channels, or of single weights', () => {
    expect(picturesOf(...kernelOf('resnet18', 'conv2_x/block1/conv1'))).toBeNull()
  })

  it('are the drawings of the ten digits in LeNet-5 (1998)', () => {
    const graph = graphOf('lenet5-1998', {})
    const node = graph.node(graph.outputs[0])
    const found = picturesOf(node, node.weights.codes, Float32Array.from(node.weights.codes.values!))!
    expect([found.height, found.width, found.count]).toEqual([12, 7, 10])
    // The 1 has a foot, and nothing in its first column.
    const one = found.picture(1)
    expect([...one.slice(70, 77)]).toEqual([-1, 1, 1, 1, 1, 1, -1])
  })
})

describe('slices', () => {
  it('of a filter are one map for every input channel', () => {
    const found = slicesOf(...kernelOf('resnet18', 'conv2_x/block1/conv1'))!
    expect(found.count).toBe(64)
    const maps = found.slices(3)
    expect([maps.height, maps.width, maps.channels]).toEqual([3, 3, 64])
    expect(maps.values[65]).toBe(65 * 64 + 3)
  })

  it('of a unit lie as its input does', () => {
    const node = build({ id: 'test', title: 'Test', input: [2, 3, 4], body: dense({ units: 5 }) }).nodes[1]
    const { kernel } = node.weights
    const found = slicesOf(node, kernel, counting(kernel.shape))!
    const maps = found.slices(1)
    expect([found.count, maps.height, maps.width, maps.channels]).toEqual([5, 2, 3, 4])
    expect([...maps.values.slice(0, 3)]).toEqual([1, 6, 11])
  })
})

it('a weight of 0 is grey, and the largest the brightest', () =>
  expect([...colours(Float32Array.of(0, 2, -2), 2)]).toEqual([128, 255, 0, 255]))
