import { expect, it } from 'vitest'
import { catalogue } from '../explorer/catalogue'
import { graphOf, openedTo, visibleAs } from './network'

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

const resnet = graphOf('resnet18', {})
const layer = 'conv3_x/block1/conv1'

it('a layer stands for itself where all around it is open, else its outermost closed group does', () => {
  expect(visibleAs(resnet, new Set(['conv3_x', 'conv3_x/block1']), layer)).toBe(layer)
  expect(visibleAs(resnet, new Set(['conv3_x']), layer)).toBe('conv3_x/block1')
  expect(visibleAs(resnet, new Set(['conv3_x/block1']), layer)).toBe('conv3_x')
})

it('what the network no longer has stands for nothing else', () =>
  expect(visibleAs(resnet, new Set(), 'gone/conv')).toBe('gone/conv'))

it('a path is open in an open block, so that to choose one of its layers opens nothing more', () => {
  const graph = graphOf('googlenet', {})
  const open = new Set(['inception_4b'])
  const layer = 'inception_4b/p2/conv2'
  expect(visibleAs(graph, open, layer)).toBe(layer)
  expect(openedTo(graph, open, layer)).toBe(open)
  expect(openedTo(graph, new Set(), layer)).toEqual(open)
})
