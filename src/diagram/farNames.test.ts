import { expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { arrange } from './arrange'
import { paintFarNames, paintFarWords } from './farNames'
import { layout } from './layout'
import { textWidth } from './measure'
import { roomOf } from './outline'
import { makePalette } from './palette'
import { recorder } from './recorder.fixture'
import type { Box, Rect, Scene } from './scene'
import { meets } from './sight'

const [zoom, text] = [0.5, 12]
const name = 'transition1'
/** In units of the scene: the smallest text, seen from twice as far. */
const width = textWidth(name, text / zoom, true)

/** A closed group whose name, from far, just fits into it. */
function group(id: string, x: number): Box {
  const room = { x, y: 40, width, height: text }
  return {
    ...{ id, kind: 'group', x, y: 0, width: width + 1, height: 100, depth: 0, segments: [] },
    labels: [{ kind: 'title', runs: [{ text: name }], size: text, room }],
  } as unknown as Box
}

function named(boxes: readonly Box[], badges?: readonly Rect[]) {
  const { painter, written } = recorder()
  paintFarNames(
    painter,
    { text, boxes } as unknown as Scene,
    boxes,
    {
      look: { selected: null, hovered: null },
      palette: makePalette(() => '#000000', 'sans-serif'),
      visible: { x: -1000, y: -1000, width: 3000, height: 3000 },
      zoom,
    },
    badges,
  )
  return written
}

it('the names of neighbours stand apart or at other heights, so that they are not read as one word', () => {
  const written = named([group('a', 0), group('b', width + 1)])
  const [one, other] = written
  expect(written.map((each) => each.text)).toEqual([name, name])
  const gap = (other.x - one.x - one.width) * zoom
  expect(gap >= 6 || Math.abs(other.y - one.y) >= one.height).toBe(true)
})

it('a name never stands in the box of a neighbour, where it would be read as the name of that', () => {
  // Too low for their names, and one close under the other.
  const low = (id: string, y: number): Box => ({
    ...group(id, 0),
    kind: 'frame',
    y,
    width: width / 2,
    height: 30,
  })
  const [a, b] = [low('a', 0), low('b', 34)]
  const [ofA, ofB] = named([a, b])
  expect(meets(ofA, b, -1)).toBe(false)
  expect(meets(ofB, a, -1)).toBe(false)
})

it('a name that a badge would cover gives way to its number, which is seen whole', () => {
  const box = group('a', 0)
  const beneath = (y: number): Rect => ({ x: box.x + width - 10, y, width: 60, height: 40 })
  const everywhere = [-30, 0, 40, 80].map(beneath)
  expect(named([box]).map((each) => each.text)).toEqual([name])
  const [short] = named([box], everywhere)
  expect(short.text).not.toBe(name)
  expect(everywhere.some((badge) => meets(short, badge, -1))).toBe(false)
})

it('stages of DenseNet are told apart by a word and never by a bare number', () => {
  const stage = (name: string, x: number, chars: number): Box => {
    const width = textWidth('0', text / zoom, true) * chars
    const room = { x, y: 40, width, height: text }
    const labels = [{ kind: 'title', runs: [{ text: name }], size: text, room }]
    return { ...group(name, x), depth: 1, width, height: 200, labels } as unknown as Box
  }
  const written = named([
    stage('denseblock1', -900, 9),
    stage('transition1', -300, 9),
    stage('denseblock2', 300, 4),
    stage('transition2', 900, 4),
  ])
  expect(written.map((each) => each.text)).toEqual(['block1', 'trans1', 'b2', 't2'])
})

it('a layer of the main line grows for its word from afar, or has it beside it, where that covers nothing', () => {
  const pills: Box[] = []
  const layer = (x: number, kind = 'layer'): Box =>
    ({
      ...{ id: `at ${x}`, kind, x, y: 0, width: 10, height: 10, depth: 0, small: false },
      labels: [
        { kind: 'chip', runs: [{ text: 'input' }], size: text, room: { x, y: 0, width: 10, height: 10 } },
      ],
    }) as unknown as Box
  const words = (boxes: readonly Box[]) => {
    const { painter, written } = recorder()
    const scene = { text, reading: 1, boxes, labels: [], tensors: [], ribbons: [] } as unknown as Scene
    paintFarWords(
      painter,
      scene,
      [boxes[0]],
      {
        look: { selected: null, hovered: null },
        palette: makePalette(() => '#000000', 'sans-serif'),
        visible: { x: -1000, y: -1000, width: 3000, height: 3000 },
        zoom,
      },
      [],
      (pill) => void pills.push(pill),
    )
    return written
  }
  expect(words([layer(0)])).toEqual([])
  const [grown] = pills
  expect(grown.labels[0].runs[0].text).toBe('input')
  expect(grown.width).toBeGreaterThan(textWidth('input', text / zoom, true))
  expect(grown.x + grown.width / 2).toBe(5)
  // A neighbor at its right leaves it no room to grow.
  const close = { ...layer(12), width: 4 }
  const [word] = words([layer(0), close])
  expect(word.text).toBe('input')
  expect(word.y + word.height).toBeLessThanOrEqual(0)
  const wall = { ...layer(0, 'group'), x: -500, y: -500, width: 1000, height: 485 } as Box
  const [beside] = words([layer(0), wall, { ...layer(-8), width: 4 }])
  expect(beside.x).toBeGreaterThan(10)
  expect(words([layer(0), { ...wall, height: 1000, id: 'all' } as Box])).toEqual([])
  // At the edge of what is seen its word stands above it, and begins there.
  const [first] = words([layer(-1000), { ...layer(-988), width: 4 }])
  expect(first.x).toBe(-1000)
  expect(first.y + first.height).toBeLessThanOrEqual(0)
})

it('from afar the pools between open stages have their short words clear of every ribbon that passes', () => {
  const graph = build(resolve('googlenet').architecture)
  const expanded = new Set(graph.groups.map(({ id }) => id))
  const page = { width: 336, height: 462 }
  const view = { expanded, direction: 'right', text } as const
  const scene = layout(graph, { ...view, ...arrange(graph, view, page, { everything: true })! })
  const { bounds, boxes, ribbons, direction } = scene
  const { painter, written } = recorder()
  paintFarWords(
    painter,
    scene,
    boxes.filter(({ kind }) => kind === 'layer'),
    {
      look: { selected: null, hovered: null },
      palette: makePalette(() => '#000000', 'sans-serif'),
      visible: { x: -5000, y: -5000, width: 10000, height: 10000 },
      zoom: Math.min(page.width / bounds.width, page.height / bounds.height),
    },
    [],
    () => {},
  )
  const pools = written.filter((each) => /^(max|avg)$/.test(each.text))
  expect(pools.map((each) => each.text)).toEqual(['max', 'max', 'max', 'avg'])
  for (const word of pools)
    expect(ribbons.filter((each) => each.kind !== 'wrap' && meets(roomOf(each, direction), word))).toEqual([])
})
