import { describe, expect, it } from 'vitest'
import { layout, lineBreaks } from './layout'
import { allGroups, graphOf, overlapsIn, presetIds } from './scenes.fixture'
import type { LayoutView } from './scene'

/** A group to open that is not always the first: as many steps into the list as the name has letters. */
function someGroup(id: string, groups: readonly string[]): ReadonlySet<string> {
  const inner = groups.filter((group) => group !== '')
  const chosen = inner[(id.length * 7) % inner.length]
  const parts = chosen.split('/')
  return new Set(parts.map((_, i) => parts.slice(0, i + 1).join('/')))
}

describe.each(presetIds)('%s', (id) => {
  const graph = graphOf(id)
  const groups = allGroups(graph)
  const none: ReadonlySet<string> = new Set()
  const states: readonly (readonly [string, LayoutView])[] = [
    ['closed', { expanded: none }],
    ['open', { expanded: new Set(groups) }],
    ['with one group open', { expanded: someGroup(id, groups) }],
    ['closed, in three lines', { expanded: none, breaks: lineBreaks(graph, { expanded: none }, 3).breaks }],
    ['closed, flowing down', { expanded: none, direction: 'down' }],
    ['open, flowing down', { expanded: new Set(groups), direction: 'down' }],
    ['with one group open, in large text', { expanded: someGroup(id, groups), text: 18 }],
  ]

  it.each(states)('lies on nothing else when %s', (_, view) => {
    expect(overlapsIn(layout(graph, view)).slice(0, 5)).toEqual([])
  })
})
