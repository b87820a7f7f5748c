import { describe, expect, it } from 'vitest'
import { presets, resolve } from '../architectures/index'
import { build } from '../nn/build'
import { layout } from './layout'
import { overlapsIn } from './overlaps.fixture'
import type { LayoutView } from './scene'

/** A group to open that is not always the first: as many steps into the list as the name has letters. */
function someGroup(id: string, groups: readonly string[]): ReadonlySet<string> {
  const inner = groups.filter((group) => group !== '')
  const chosen = inner[(id.length * 7) % inner.length]
  const parts = chosen.split('/')
  return new Set(parts.map((_, i) => parts.slice(0, i + 1).join('/')))
}

describe('the check itself', () => {
  it('finds boxes that were moved onto each other, and a skip that was laid under a box', () => {
    const scene = layout(build(resolve('residual-block').architecture), { expanded: new Set(['block']) })
    expect(overlapsIn(scene)).toEqual([])
    const heap = scene.boxes.map((box) => ({ ...box, x: 0, y: 0 }))
    expect(overlapsIn({ ...scene, boxes: heap }).length).toBeGreaterThan(5)
    const conv = scene.boxes.find((box) => box.id === 'block/conv1')!
    const centre = [{ x: conv.x + 5, y: conv.y + 5 }]
    const ribbons = scene.ribbons.map((ribbon) => ({ ...ribbon, centre }))
    expect(overlapsIn({ ...scene, ribbons })).toEqual(['the skip skip block/add 1 runs under block/conv1'])
  })
})

describe.each(presets.map((preset) => preset.id))('%s', (id) => {
  const graph = build(resolve(id).architecture)
  const groups = graph.groups.map((group) => group.id)
  const none: ReadonlySet<string> = new Set()
  const states: readonly (readonly [string, LayoutView])[] = [
    ['closed', { expanded: none }],
    ['open', { expanded: new Set(groups) }],
    ['with one group open', { expanded: someGroup(id, groups) }],
    ['closed, in lines', { expanded: none, line: 900 }],
    ['open, in lines', { expanded: new Set(groups), line: 1200 }],
    ['open, with every link', { expanded: new Set(groups), links: 'all' }],
    ['closed, flowing down', { expanded: none, direction: 'down' }],
    ['open, flowing down', { expanded: new Set(groups), direction: 'down' }],
    [
      'open, flowing down with its words below each other',
      { expanded: new Set(groups), direction: 'down', slim: true, reading: 0.4 },
    ],
    ['with one group open, in large text', { expanded: someGroup(id, groups), text: 18 }],
  ]

  it.each(states)('lies on nothing else when %s', (_, view) => {
    expect(overlapsIn(layout(graph, view)).slice(0, 5)).toEqual([])
  })
})

describe('a line below which something hangs that goes on beyond its end', () => {
  const graph = build(resolve('googlenet', { aux: true }).architecture)

  it.each([700, 900, 1100, 1400])('turns around it, in lines of %d', (line) => {
    const scene = layout(graph, { expanded: new Set(['aux1', 'aux2']), line, text: 13 })
    expect(overlapsIn(scene)).toEqual([])
  })
})
