import { describe, expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import * as badges from './badge'
import { layout } from './layout'
import { type Look, type Mark, markSigns, unseenIn } from './look'
import { paintScene } from './paint'
import { makePalette } from './palette'
import { recorder, share } from './recorder.fixture'
import type { Rect } from './scene'

const graph = build(resolve('resnet18').architecture)
const scene = layout(graph, { expanded: new Set(), direction: 'down' })
const look: Look = { selected: null, hovered: null, marks: new Map([['conv2_x', 'changed']]) }
const box = scene.boxes.find(({ id }) => id === 'conv2_x')!

describe('the sign in the corner', () => {
  it.each([0.4, 0.6, 1, 2])('is met wherever it is seen, beyond its box, too, at zoom %s', (zoom) => {
    const { x, y, width } = badges.badgeOf(box, scene, zoom)
    expect(x + width).toBeGreaterThan(box.x + box.width)
    expect(y).toBeLessThan(box.y)
    for (const [dx, dy] of [
      [0.5, 0.05],
      [0.95, 0.5],
      [0.5, 0.5],
      [0.2, 0.75],
    ])
      expect(badges.badgeAt(scene, look, x + dx * width, y + dy * width, zoom)?.id).toBe('conv2_x')
    expect(badges.badgeAt(scene, look, x + width * 1.05, y, zoom)).toBeUndefined()
    expect(
      badges.badgeAt(scene, { ...look, marks: undefined }, x + width / 2, y + width / 2, zoom),
    ).toBeUndefined()
  })

  it('is not cut off where its box reaches to the end of the picture', () => {
    const tight = { ...scene, bounds: { ...scene.bounds, x: box.x, width: box.width } }
    const { x, width } = badges.badgeOf(box, tight, 1)
    expect(x + width).toBeCloseTo(box.x + box.width + 2)
  })

  it.each([0.5, 0.7, 1, 2])('is written in letters that can be read, at zoom %s', (zoom) => {
    const { painter, written } = recorder()
    const palette = makePalette(() => '#123456', 'sans-serif')
    paintScene(painter, scene, { look, palette, visible: scene.bounds, zoom, badges })
    const sign = written.find(({ text }) => text === '≠')!
    expect(sign.size * zoom).toBeGreaterThanOrEqual(12 - 0.01)
  })

  it.each([0.5, 1])('leaves the word of a pill free, at zoom %s', (zoom) => {
    const pill = scene.boxes.find(({ id }) => id === 'maxpool')!
    const { painter, written } = recorder()
    const palette = makePalette(() => '#123456', 'sans-serif')
    const marks: Look = { ...look, marks: new Map([['maxpool', 'changed']]) }
    paintScene(painter, scene, { look: marks, palette, visible: scene.bounds, zoom, badges })
    const word = written.find(({ text }) => text.includes('max'))!
    const { x, y, width } = badges.badgeOf(pill, scene, zoom)
    const beside = {
      x: word.x,
      y: word.y + word.height * 0.25,
      width: word.width,
      height: word.height * 0.75,
    }
    expect(share(beside, { x, y, width, height: width * 0.85 })).toBe(false)
  })

  it.each([0.3, 0.37, 0.5, 0.73, 0.9, 1, 2])(
    'covers no word, no sign of a sum and no layer beside it, where much differs, at zoom %s',
    (zoom) => {
      const expanded = new Set(['conv3_x', 'conv3_x/block1', 'conv3_x/block2'])
      for (const direction of ['down', 'right'] as const) {
        const open = layout(graph, { expanded, direction })
        const marks = new Map<string, Mark>(
          ['add', 'shortcut/conv', 'shortcut/bn', 'conv1', 'relu1'].map((id): [string, Mark] => [
            `conv3_x/block1/${id}`,
            'added',
          ]),
        )
        const { painter, written } = recorder()
        const palette = makePalette(() => '#123456', 'sans-serif')
        paintScene(painter, open, { look: { ...look, marks }, palette, visible: open.bounds, zoom, badges })
        const signs = open.boxes
          .filter(({ id }) => marks.has(id))
          .map((each) => badges.badgeOf(each, open, zoom))
        expect(signs).toHaveLength(5)
        const words = written.filter(({ text }) => text !== markSigns.added.sign || text.length > 1)
        const solid = open.boxes.filter(({ kind }) => kind === 'layer' || kind === 'join')
        for (const badge of signs) {
          expect(words.filter((each) => share(each, badge)).map(({ text }) => text)).toEqual([])
          expect(solid.filter((each) => share(each, badge)).map(({ id }) => id)).toEqual([])
        }
      }
    },
  )

  it.each([0.3, 0.45, 0.6, 0.73, 0.8, 0.9])(
    'and a word in a layer keep clear of its round ends, at zoom %s',
    (zoom) => {
      const open = layout(graph, { expanded: new Set(['conv3_x', 'conv3_x/block1']), direction: 'down' })
      const { painter, written } = recorder()
      const rects: Rect[] = []
      const palette = makePalette(() => '#123456', 'sans-serif')
      const sight = { look: { selected: null, hovered: null }, palette, visible: open.bounds, zoom, badges }
      paintScene({ ...painter, rect: (rect) => void rects.push(rect) }, open, sight)
      const pills = open.boxes.filter(({ kind, id }) => kind === 'layer' && id.startsWith('conv3_x/block1/'))
      const middle = ({ x, y, width, height }: Rect) => [x + width / 2, y + height / 2] as const
      for (const pill of pills) {
        const [x, y] = middle(pill)
        const word = written.find(
          (each) => Math.abs(middle(each)[0] - x) < 1 && Math.abs(middle(each)[1] - y) < 4 / zoom,
        )
        if (!word) continue
        const around = rects.findLast(
          (each) => Math.abs(middle(each)[0] - x) < 1 && Math.abs(middle(each)[1] - y) < 1,
        )!
        expect((around.width - word.width) * zoom, `${pill.id}: ${word.text}`).toBeGreaterThanOrEqual(4)
        // Letters are seven tenths as high as their size.
        expect((around.height - word.size * 0.73) * zoom, `${pill.id}: ${word.text}`).toBeGreaterThanOrEqual(
          2.5,
        )
      }
    },
  )

  it('is told to those who do not see it, beside what a color says', () => {
    expect(unseenIn(look)!('conv2_x')).toBe('differs from the version it is compared with')
    expect(unseenIn({ ...look, saysOfMark: (id) => `${id} has more` })!('conv2_x')).toBe('conv2_x has more')
    expect(unseenIn(look)!('conv3_x')).toBeUndefined()
    expect(unseenIn({ selected: null, hovered: null })).toBeUndefined()
  })
})
