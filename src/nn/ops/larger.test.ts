import { describe, expect, it } from 'vitest'
import { build } from '../build'
import type { GraphNode } from '../graph'
import { intervalAt } from '../receptive'
import { type Spec, seq } from '../spec'
import { readable } from '../unit'
import { conv } from './conv'
import { maxPool } from './pooling'
import { convTranspose } from './transposed'
import { bilinear, upsample } from './upsampling'
import { opOf } from '.'

const nodeOf = (spec: Spec, input: readonly [number, number, number]): GraphNode =>
  build({ id: 'test', title: 'Test', input, body: spec }).nodes.at(-1)!

/** A row of values as the op makes it of another. */
function row(node: GraphNode, values: readonly number[], kernel: readonly number[] = []): readonly number[] {
  const { unit } = opOf(node)
  return Array.from({ length: node.shape[1]! }, (_, column) => {
    const at = { row: 0, column, channel: 0 }
    return unit!(at, [readable([1, values.length, 1], values)], { kernel: (i) => kernel[i] }, node.attrs)
      .result
  })
}

describe('a row of 0, 4, 8', () => {
  const values = [0, 4, 8]
  const input = [1, 3, 1] as const

  it('is repeated by nearest upsampling', () =>
    expect(row(nodeOf(upsample({ scale: [1, 2] }), input), values)).toEqual([0, 0, 4, 4, 8, 8]))

  it('is a quarter before and behind each value by bilinear upsampling, and stays at its ends', () =>
    expect(row(nodeOf(bilinear({ scale: [1, 2] }), input), values)).toEqual([0, 1, 3, 5, 7, 8]))

  it('is cut into five equal steps where the corners stay at the corners', () =>
    expect(row(nodeOf(bilinear({ scale: [1, 2], corners: true }), input), values)).toEqual([
      0, 1.6, 3.2, 4.8, 6.4, 8,
    ]))

  it('is stamped by a transposed convolution: stamps of three, two apart, meet in one value', () => {
    const node = nodeOf(convTranspose({ filters: 1, kernel: [1, 3], stride: [1, 2] }), input)
    // 0·(1 2 3), 4·(1 2 3) two further, 8·(1 2 3) four further.
    expect(row(node, values, [1, 2, 3])).toEqual([0, 0, 0 + 4, 8, 12 + 8, 16, 24])
  })

  it('loses its ends by padding, and gets one back by output padding', () => {
    const attrs = {
      filters: 1,
      kernel: [1, 3],
      stride: [1, 2],
      pad: [0, 1, 0, 1],
      outputPad: [0, 1],
    } as const
    expect(row(nodeOf(convTranspose(attrs), input), values, [1, 2, 3])).toEqual([0, 4, 8, 20, 16, 24])
  })
})

it('a transposed convolution multiplies at every place of its input: 7·7·64·3·3·128', () => {
  const node = nodeOf(
    convTranspose({ filters: 64, kernel: 3, stride: 2, pad: 1, outputPad: 1, bias: true }),
    [7, 7, 128],
  )
  expect(node.shape).toEqual([14, 14, 64])
  expect(node.macs).toBe(7 * 7 * 64 * 3 * 3 * 128)
  expect(node.params).toMatchObject({ weights: 3 * 3 * 128 * 64, biases: 64 })
})

it('padding “same” gives stride times as many rows, whatever the kernel', () => {
  for (const kernel of [2, 3, 4, 5])
    expect(nodeOf(convTranspose({ filters: 2, kernel, stride: 2, pad: 'same' }), [5, 7, 3]).shape).toEqual([
      10, 14, 2,
    ])
})

it.each([
  [{ pad: 3 }, 'would cut off more than a kernel of 3 adds'],
  [{ outputPad: 2 }, 'must be smaller than the stride'],
  [{ groups: 3 }, 'cannot be divided into 3 equal groups'],
])('a transposed convolution with %o is refused', (attrs, reason) => {
  const graph = build({
    id: 'test',
    title: 'Test',
    input: [5, 5, 4],
    body: convTranspose({ filters: 6, kernel: 3, stride: 2, ...attrs }),
  })
  expect(graph.issues[0].message).toContain(reason)
})

it('what an upsampled value sees lies half as far from its neighbor’s as before', () => {
  const pooled = seq(conv({ filters: 2, kernel: 3, pad: 1 }), maxPool({ kernel: 2, stride: 2 }))
  const reach = (spec: Spec) => nodeOf(seq(pooled, spec), [8, 8, 3]).receptiveField[1]
  // By hand: pooled value i sees 2i − 1 … 2i + 2; two outputs share each.
  expect([0, 1, 2, 7].map((i) => intervalAt(reach(upsample({ scale: 2 })), i))).toEqual([
    [-1, 2],
    [-1, 2],
    [1, 4],
    [5, 8],
  ])
  expect(reach(upsample({ scale: 2 })).stride).toBe(1)
  // Output 2 of a 3-wide kernel, two apart with one cut off: taps 3 − 2i reach the values 1 alone; output 3 reads 1 and 2.
  const stamped = reach(convTranspose({ filters: 2, kernel: 3, stride: 2, pad: 1, outputPad: 1 }))
  expect([2, 3].map((i) => intervalAt(stamped, i))).toEqual([
    [1, 4],
    [1, 6],
  ])
})
