import { expect, it } from 'vitest'
import { graphOf } from '../../architectures/built'
import { diff } from '../../nn/diff'
import type { Apart } from './apart'
import { measured } from '../../ui/format'
import { layersAt, marksApart, saidApart } from './reading'

const layer = (id: string, relative: number): Apart => ({ left: id, right: id, relative, largest: relative })
const graph = graphOf('cifar-resnet20')
const ids = graph.nodes.filter(({ weights }) => Object.keys(weights).length > 0).map(({ id }) => id)
const changed = ids.find((id) => id.split('/').length === 3)!
const layers = ids.map((id) => layer(id, id === changed ? 0.25 : 0))

it('layers whose weights differ are marked, with what holds them, in both pictures', () => {
  const { left, right } = marksApart(diff(graph, graph), layers)
  const [stage, block] = changed.split('/')
  expect([...left.keys()]).toEqual([stage, `${stage}/${block}`, changed])
  expect(right).toEqual(left)
})

it('says how many differ, and which most', () => {
  expect(saidApart(layers)).toBe(
    `The weights of 1 of ${ids.length} layers differ; those of ${changed} differ most, by ${measured(0.25)} times their norm.`,
  )
  expect(saidApart(layersAt(layers, changed))).toBe(
    `Its weights differ by ${measured(0.25)} times their norm.`,
  )
  const others = layers.filter(({ left }) => left !== changed)
  expect(saidApart(others)).toContain(`all ${others.length} layers are equal`)
})
