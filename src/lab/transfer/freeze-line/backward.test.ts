import { expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { workOf } from './backward'
import { learnsBehind, partsOf } from './parts'

const graph = graphOf('resnet18', { classes: 10 })
const parts = partsOf(graph)
const macs = (id: string) => graph.node(id).macs
const workBehind = (frozen: number) => workOf(graph, learnsBehind(parts, frozen))

it('the head alone costs 5,120 MACs backward: nothing before it learns', () => {
  expect(workBehind(5)).toEqual({ forward: graph.totals.macs, weights: 512 * 10, inputs: 0 })
})

it('where everything learns, only the first layer is spared the gradient of its input', () => {
  expect(workBehind(0)).toEqual({
    forward: graph.totals.macs,
    weights: graph.totals.macs,
    inputs: graph.totals.macs - macs('conv1/conv'),
  })
})

it('behind a line the layers that read frozen maps are spared it: the first convolution and the projection', () => {
  const stage = graph.group('conv5_x').totals.macs
  expect(workBehind(4)).toEqual({
    forward: graph.totals.macs,
    weights: stage + macs('fc/fc'),
    inputs:
      stage +
      macs('fc/fc') -
      macs('conv5_x/block1/conv1') -
      graph.group('conv5_x/block1/shortcut').totals.macs,
  })
})

it('what is frozen behind something that learns still hands the gradient on', () => {
  const work = workOf(graph, (id) => id.startsWith('conv1/'))
  expect(work.weights).toBe(macs('conv1/conv'))
  expect(work.inputs).toBe(graph.totals.macs - macs('conv1/conv'))
})

it('nothing learns, nothing goes backward', () => {
  expect(workOf(graph, () => false)).toEqual({ forward: graph.totals.macs, weights: 0, inputs: 0 })
})
