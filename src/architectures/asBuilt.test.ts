import { expect, it } from 'vitest'
import { asBuilt } from '../nn/asBuilt'
import { build } from '../nn/build'
import { editableOf } from '../nn/edits'
import { canonical, wiringOf } from '../nn/wiring'
import { presets } from './index'
import { buildSmall } from './smallest'

it.each(presets.map(({ id }) => id))('%s with changed layers is described as it was built', (id) => {
  const own = buildSmall(id)
  // Where every layer can be changed alone: a bias more or less fits everywhere.
  const edits = Object.fromEntries(
    own.nodes
      .filter((node, i) => i % 3 === 0 && editableOf(node).some(([name]) => name === 'bias'))
      .map(({ id: node, attrs }) => [node, { bias: !attrs.bias }]),
  )
  const graph = build(own.architecture, edits)
  const again = build(asBuilt(graph))
  expect(canonical(wiringOf(again))).toBe(canonical(wiringOf(graph)))
  expect(again.groups.map(({ id: group, nodes }) => [group, nodes])).toEqual(
    graph.groups.map(({ id: group, nodes }) => [group, nodes]),
  )
  expect(again.depth).toEqual(graph.depth)
})
