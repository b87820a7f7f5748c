import { expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { layout } from './layout'

const links = (id: string, open: string, all = true) =>
  layout(build(resolve(id).architecture), {
    expanded: new Set([open]),
    links: all ? 'all' : 'flow',
  }).ribbons.filter((ribbon) => ribbon.kind === 'link')

it('draws L(L+1)/2 connections: 21 for 6 layers, 78 for 12, 300 for 24', () => {
  expect(links('dense-block-6', 'denseblock')).toHaveLength(21)
  expect(links('densenet121', 'denseblock2')).toHaveLength(78)
  expect(links('densenet121', 'denseblock3')).toHaveLength(300)
})

it('leads from every layer to each later one, and from the input to all', () => {
  const to = links('dense-block-6', 'denseblock').filter((link) => link.to === 'denseblock/layer4')
  expect(to.map((link) => link.from)).toEqual([
    'input',
    'denseblock/layer1',
    'denseblock/layer2',
    'denseblock/layer3',
  ])
})

it('draws none where the strips say it', () => {
  expect(links('dense-block-6', 'denseblock', false)).toEqual([])
})
