import { describe, expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { layout } from './layout'
import { textWidth } from './measure'
import { type Term, termAt } from './terms'

const sceneOf = (id: string) => {
  const graph = build(resolve(id).architecture)
  return layout(graph, { expanded: new Set(graph.groups.map((group) => group.id)) })
}

/** What is met on the way along the sum at a concat, from left to right. */
function along(id: string, at: string): readonly Term[] {
  const scene = sceneOf(id)
  const found: Term[] = []
  for (const label of scene.labels.filter(({ kind, of }) => kind === 'sum' && of === at)) {
    const width = textWidth(label.runs.map(({ text }) => text).join(''), label.size, label.bold)
    const start = label.anchor === 'middle' ? label.x - width / 2 : label.x
    for (let x = start; x < start + width; x += 2) {
      const term = termAt(scene, x, label.room.y + label.room.height / 2, scene.reading)
      if (term && term.id !== found.at(-1)?.id) found.push(term)
    }
  }
  return found
}

describe('a number of a sum', () => {
  it('is the path that brings these channels, in their order, and at last the join', () => {
    const terms = along('inception-3a', 'inception/concat')
    expect(terms.map(({ id }) => id)).toEqual([
      'inception/p1',
      'inception/p2',
      'inception/p3',
      'inception/p4',
      'inception/concat',
    ])
    expect(terms[1].words).toBe('path 2: 128 channels from inception/p2')
    expect(terms[4].words).toBe('256 channels: all paths stacked')
  })

  it('answers at every concat, also where two sums stand on one line', () => {
    const joins = sceneOf('googlenet')
      .labels.filter(({ kind }) => kind === 'sum')
      .map(({ of }) => of)
    expect(joins.length).toBeGreaterThanOrEqual(9)
    for (const join of new Set(joins)) expect(along('googlenet', join)).toHaveLength(5)
  })

  it('is nothing beside it, nor the signs between', () => {
    const scene = sceneOf('inception-3a')
    const label = scene.labels.find(({ kind }) => kind === 'sum')!
    expect(termAt(scene, label.room.x - 20, label.room.y + 2, scene.reading)).toBeUndefined()
    expect(termAt(scene, label.room.x + 2, label.room.y - 20, scene.reading)).toBeUndefined()
  })
})
