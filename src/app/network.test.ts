import { expect, it } from 'vitest'
import { catalogue } from './catalogue'
import { graphOf } from './network'

it('looking at the list of all networks keeps the graph that is on screen', () => {
  const graph = graphOf('cifar-resnet20', {})
  expect(catalogue().length).toBeGreaterThan(5)
  expect(graphOf('cifar-resnet20', {})).toBe(graph)
})

it('the graph that is asked for again and again outlives any number of others', () => {
  const graph = graphOf('cifar-resnet20', {})
  for (let width = 1; width <= 20; width++) {
    graphOf('cifar-resnet20', { width })
    expect(graphOf('cifar-resnet20', {})).toBe(graph)
  }
})
