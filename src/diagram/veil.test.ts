import { describe, expect, it } from 'vitest'
import { graphOf } from '../architectures/built'
import { layout } from './layout'
import { boxWords } from './explain'
import { passage } from './motion'
import type { Scene } from './scene'
import { termAt } from './terms'
import { veiled } from './veil'

const block = layout(graphOf('inception-3a'), { expanded: new Set(['inception']) })
const hidden = veiled(block, new Set(['inception/concat', 'inception/p3/conv2']))

const wordsOf = (scene: Scene, of: string, kind: string) =>
  [...scene.labels, ...scene.boxes.flatMap((box) => box.labels)]
    .filter((label) => label.of === of && label.kind === kind)
    .map(({ runs }) => runs.map(({ text }) => text).join(''))

describe('a veiled picture', () => {
  it('asks for the shape and the total of a hidden concat, and says its summands', () => {
    expect(wordsOf(hidden, 'inception/concat', 'shape')).toEqual(['?'])
    expect(wordsOf(hidden, 'inception/concat', 'sum')).toEqual(['64 + 128 + 32 + 32 = ?'])
  })

  it('asks for the filters of a hidden layer, and says its kernel', () =>
    expect(wordsOf(hidden, 'inception/p3/conv2', 'chip')).toEqual(['5×5 conv, ?']))

  it('says it neither where it is read aloud nor where it is pointed at', () => {
    const said = hidden.boxes.map(({ words }) => words).join('\n')
    expect(said).toContain('hidden until you answer')
    expect(said).not.toMatch(/28 by 28 by 256/)
    const ribbons = hidden.ribbons.filter(({ from }) => from === 'inception/concat')
    expect(ribbons.length).toBeGreaterThan(0)
    for (const { words } of ribbons) expect(words).toContain('hidden until you answer')
  })

  it('says at each question mark what it waits for', () => {
    const conv = hidden.boxes.find(({ id }) => id === 'inception/p3/conv2')!
    expect(boxWords(conv, hidden)).toMatch(/^\? is hidden until you answer/)
    for (const kind of ['shape', 'sum']) {
      const label = hidden.labels.find((each) => each.of === 'inception/concat' && each.kind === kind)!
      const { x, y, width, height } = label.room
      const said = Array.from({ length: 100 }, (_, i) =>
        termAt(hidden, x + (width * i) / 100, y + height / 2, 2 * hidden.reading),
      )
      expect(said).toContainEqual(
        expect.objectContaining({ id: 'inception/concat', words: 'hidden until you answer' }),
      )
    }
  })

  it('moves nothing, and is the picture itself where nothing is hidden', () => {
    expect(hidden.bounds).toEqual(block.bounds)
    expect(hidden.boxes.map(({ x, y }) => [x, y])).toEqual(block.boxes.map(({ x, y }) => [x, y]))
    expect(veiled(block, new Set())).toBe(block)
  })

  it('is answered by numbers that come larger than they stay', () => {
    const way = passage(hidden, block)
    const told = block.labels.filter(({ of, kind }) => of === 'inception/concat' && kind !== 'note')
    for (const { id, size } of told) {
      expect(way.fresh.has(id)).toBe(true)
      const sizeAt = (t: number) => way.at(t).labels.find((label) => label.id === id)!.size
      expect(sizeAt(0)).toBeGreaterThan(size)
      expect(sizeAt(1)).toBe(size)
    }
  })
})
