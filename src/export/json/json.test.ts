import { expect, it } from 'vitest'
import { resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import { trainable, paramsOf } from '../../nn/totals'
import { writeJson } from './writeJson'

const graph = build(resolve('densenet121', {}).architecture)
const read = JSON.parse(writeJson(graph)) as {
  params: number
  nodes: { id: string; inputs: string[]; weights: Parameters<typeof paramsOf>[0] }[]
}

it('the weights in the file add up to the parameters in the file and in the graph', () => {
  const sum = read.nodes.reduce((total, { weights }) => total + trainable(paramsOf(weights)), 0)
  expect([sum, read.params]).toEqual([graph.totals.trainable, 7_978_856])
})

it('every node reads nodes that stand before it', () => {
  const known = new Set<string>()
  for (const { id, inputs } of read.nodes) {
    expect(inputs.filter((input) => !known.has(input))).toEqual([])
    known.add(id)
  }
})
