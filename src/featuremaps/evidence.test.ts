import { expect, it } from 'vitest'
import { graphOf } from '../architectures/built'
import { averagingHead } from '../nn/classActivation'
import { allEvidenceOf, evidenceOf, mean } from './evidence'
import { evidencePixels, scaleOfEvidence } from './evidencePixels'

const graph = graphOf('cifar-resnet20', { width: 4, blocks: [1, 1, 1] })
const head = averagingHead(graph)!
const { kernel } = graph.node(head.scores).weights
const [channels, classes] = kernel.shape
const made = (length: number) => Float32Array.from({ length }, (_, i) => Math.sin(7 * i))
const valuesOf = (node: string) => {
  const { shape } = graph.node(node)
  return { node, shape, values: made(shape.reduce((all, each) => all * each, 1)) }
}
const run = {
  read: async (node: string) => valuesOf(node),
  weights: async (_: string, name: string, column?: number) => {
    const all = made(name === 'kernel' ? channels * classes : classes)
    return column === undefined ? all : all.filter((_, at) => at % classes === column)
  },
}

it('is the same whether one class is read or all of them at once', async () => {
  const all = await allEvidenceOf(run, head)
  for (let index = 0; index < classes; index++) expect(all(index)).toEqual(await evidenceOf(run, head, index))
})

it('is red where it speaks for a class, blue where against it, and pale at zero', () => {
  const evidence = { map: Float32Array.of(1, 0, -1, 0.5), height: 2, width: 2 }
  const { width, height, data } = evidencePixels(evidence, scaleOfEvidence(evidence))
  expect([width, height]).toEqual([2, 2])
  const [reds, blues] = [0, 2].map((channel) => Array.from({ length: 4 }, (_, i) => data[4 * i + channel]))
  expect(reds[0]).toBeGreaterThan(blues[0])
  expect(reds[2]).toBeLessThan(blues[2])
  expect(Math.abs(reds[1] - blues[1])).toBeLessThan(10)
})

it('a channel adds its weight times the mean of its map', async () => {
  const { strongest } = await evidenceOf(run, head, 3)
  expect(strongest).toHaveLength(5)
  for (const { value, drawn } of strongest) expect(drawn!.weight * mean(drawn!.map)).toBeCloseTo(value, 5)
})
