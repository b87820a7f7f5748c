import { expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { layout } from './layout'
import type { Look } from './look'
import type { LayoutView } from './scene'
import { type Entry, familyEntry, sampleEntry, signEntry } from './signs'

const plain: Look = { selected: null, hovered: null }

/** The parts of a picture that an entry lights, boxes first. */
function lit({ names }: Entry, id: string, view: Partial<LayoutView> = {}, look = plain) {
  const graph = build(resolve(id).architecture)
  const scene = layout(graph, { expanded: new Set(graph.groups.map((group) => group.id)), ...view })
  return [...scene.boxes, ...scene.ribbons].filter((part) => names?.(part, look))
}

it('the arcs of the legend are those over closed boxes; its dotted line, too thin to stand out, is only told', () => {
  const view = { expanded: new Set<string>(), line: 600 }
  const found = lit(signEntry('arc'), 'resnet18', view)
  expect(found.length).toBeGreaterThan(0)
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['arc']))
  expect(signEntry('wrap')).toEqual({ words: expect.stringMatching(/^A dotted connection/) as string })
})

it('the colors of paths are on their layers and in the stack, not on the line before them', () => {
  const ids = lit(signEntry('path'), 'inception-3a').map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(['inception/p2/conv2', 'inception/concat']))
  expect(ids).not.toContain('input')
})

it('a kind of layers lights these layers and their outputs, while colors stand for what layers do', () => {
  const colouring = {
    by: 'family',
    of: (id: string) => (id.endsWith('pool') ? 'pooling' : null),
    families: ['pooling'],
  } as const
  const entry = familyEntry('pooling')
  const found = lit(entry, 'inception-3a', {}, { ...plain, colouring })
  expect(found.map((part) => ('from' in part ? part.from : part.id))).toContain('inception/p4/pool')
  expect(found.every((part) => ('from' in part ? part.from : part.id).endsWith('pool'))).toBe(true)
  expect(lit(entry, 'inception-3a')).toEqual([])
})

it('a thickness lights nothing', () => expect(sampleEntry('linear', 64).names).toBeUndefined())
