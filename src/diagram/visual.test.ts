import { describe, expect, it } from 'vitest'
import { presets, resolve } from '../architectures/index'
import { build } from '../nn/build'
import type { Graph, Group } from '../nn/graph'
import { today } from '../ui/sampled.fixture'
import { arrange, fitOptions } from './arrange'
import { layout, type Room } from './layout'
import { framed, noInsets } from './lens'
import { textWidth } from './measure'
import { paintScene } from './paint'
import { makePalette } from './palette'
import { holds, recorder, share, type Written } from './recorder.fixture'
import type { Box, Rect, Scene } from './scene'

/** The room of the diagram in windows of 1600×900, 1024×768 and 390×844, and its smallest text. */
const stages: readonly (readonly [name: string, page: Room, text: number])[] = [
  ['1600×900', { width: 1119, height: 714 }, 12],
  ['1024×768', { width: 671, height: 530 }, 12],
  ['390×844', { width: 390, height: 288 }, 12],
  ['1600×900, projector', { width: 1119, height: 620 }, 18],
  ['1024×768, projector', { width: 671, height: 436 }, 18],
  ['390×844, projector', { width: 390, height: 229 }, 18],
]

const palette = makePalette((name) => (name === 'bg' ? '#fcfbf7' : '#1b1b22'), 'sans-serif')

interface Seen {
  readonly scene: Scene
  readonly zoom: number
  readonly visible: Rect
  readonly written: readonly Written[]
}

/** What is painted first, from the beginning and in full size, or with everything in sight. */
function see(
  graph: Graph,
  expanded: ReadonlySet<string>,
  page: Room,
  text: number,
  everything: boolean,
): Seen {
  const { fits, ...how } = arrange(graph, { expanded, text }, page, { everything })!
  const scene = layout(graph, { expanded, text, ...how })
  const pane = { ...page, insets: noInsets }
  const { x, y, k } = framed(scene.bounds, pane, fitOptions({ ...how, fits }, everything))
  const zoom = k
  const visible = { x: -x / k, y: -y / k, width: page.width / k, height: page.height / k }
  const { painter, written } = recorder()
  paintScene(painter, scene, { look: { selected: null, hovered: null }, palette, visible, zoom })
  return { scene, zoom, visible, written }
}

/** Everything that a reader could not read, in words. */
function faults({ scene, zoom, visible, written }: Seen, isWhole: boolean): readonly string[] {
  const found: string[] = []
  for (const { text, size } of written)
    if (size * zoom < scene.text * scene.reading - 0.01)
      found.push(`"${text}" is ${(size * zoom).toFixed(1)} px high`)
  for (const [a, b] of pairs(written))
    if (share(a, b, 0.5 / zoom)) found.push(`"${a.text}" lies on "${b.text}"`)
  const chips = scene.boxes.filter((box) => box.kind === 'layer' || box.kind === 'join')
  const cards = scene.boxes.filter((box) => box.kind === 'group')
  const isLabelled = (box: Box) => written.some((each) => isOwn(box, each) && holds(box, each, 1 / zoom))
  for (const each of written) {
    for (const box of chips)
      // From far away names lie over chips that nothing is written on.
      if (share(box, each, 0.5 / zoom) && !isOwn(box, each) && !(each.grounded && !isLabelled(box)))
        found.push(`"${each.text}" lies on the chip ${box.id}`)
    if (!each.grounded)
      for (const box of cards)
        if (share(box, each, 0.5 / zoom) && !isOwn(box, each)) found.push(`"${each.text}" lies on ${box.id}`)
  }
  if (isWhole) {
    for (const each of written) if (!holds(visible, each)) found.push(`"${each.text}" is cut off`)
    found.push(...namelessIn(scene, zoom, written))
  }
  return found
}

/** Outermost stages that are large enough for their name and do not have it, though no other name stands there. */
function namelessIn(scene: Scene, zoom: number, written: readonly Written[]): readonly string[] {
  const least = scene.text * scene.reading
  const height = (least * 1.35) / zoom
  return scene.boxes.flatMap((box) => {
    const name = nameOf(box)
    if (box.depth > 0 || box.level !== 'stage' || name === undefined) return []
    const width = (textWidth(name, least, true) + 6) / zoom
    if (width > box.width || height > box.height) return []
    const place = { x: box.x, y: box.y, width, height }
    return written.some((each) => each.text === name || share(each, place)) ? [] : [`${box.id} has no name`]
  })
}

function nameOf(box: Box): string | undefined {
  return box.labels.find(({ kind }) => kind === 'title')?.runs.findLast((run) => !run.mark)?.text
}

function isOwn(box: Box, { text }: Written): boolean {
  return (
    box.labels.some(
      ({ runs, short }) =>
        short === text ||
        runs.some((run) => run.text === text) ||
        runs.map((run) => run.text).join('') === text,
    ) || box.segments.some(({ channels }) => String(channels) === text)
  )
}

/** Texts whose extents along x meet. */
function* pairs(all: readonly Written[]): Generator<readonly [Written, Written]> {
  const sorted = [...all].sort((a, b) => a.x - b.x)
  let open: Written[] = []
  for (const each of sorted) {
    open = open.filter((other) => other.x + other.width > each.x)
    for (const other of open) yield [other, each]
    open.push(each)
  }
}

function openIn(graph: Graph, levels: readonly Group['level'][]): ReadonlySet<string> {
  return new Set(graph.groups.filter(({ level }) => levels.includes(level)).map(({ id }) => id))
}

describe.each(today(presets).map(({ id }) => id))('%s', (id) => {
  const graph = build(resolve(id).architecture)
  const large = ['googlenet', 'resnet152', 'resnext50-32x4d', 'densenet121', 'densenet264'].includes(id)
  const states: readonly (readonly [string, ReadonlySet<string>])[] = [
    ['closed', new Set<string>()],
    ...(large ? [['with its stages open', openIn(graph, ['stage'])] as const] : []),
    ...(large ? [['open', openIn(graph, ['stage', 'block', 'path'])] as const] : []),
  ]
  for (const [state, expanded] of states)
    it.each(stages)(`is legible ${state} at %s, first and as a whole`, (_, page, text) => {
      const first = faults(see(graph, expanded, page, text, false), false)
      const whole = faults(see(graph, expanded, page, text, true), true)
      expect([...first.map((each) => `first: ${each}`), ...whole.map((each) => `whole: ${each}`)]).toEqual([])
    })
})

describe('the check itself', () => {
  const graph = build(resolve('residual-block').architecture)
  const seen = see(graph, new Set(['block']), { width: 1119, height: 714 }, 12, false)
  const chip = seen.written.find(({ text }) => text === seen.scene.boxes[0].labels[0].runs.at(-1)!.text)!

  it('finds nothing where all can be read', () => expect(faults(seen, true)).toEqual([]))

  it('finds text that is too small, on other text, or on the chip of something else', () => {
    const small = { ...seen, zoom: 0.5 }
    expect(faults(small, false)).toContain(`"${chip.text}" is ${(chip.size / 2).toFixed(1)} px high`)
    const twice = { ...seen, written: [...seen.written, { ...chip, text: 'again' }] }
    expect(faults(twice, false)).toContain(`"${chip.text}" lies on "again"`)
    const conv = seen.scene.boxes.find(({ id }) => id === 'block/conv1')!
    const strange = { ...chip, x: conv.x, y: conv.y, text: 'strange', grounded: false }
    expect(faults({ ...seen, written: [strange] }, false)).toContain('"strange" lies on the chip block/conv1')
  })

  it('finds a stage without its name', () => {
    const closed = see(graph, new Set(), { width: 1119, height: 714 }, 12, true)
    const stages = closed.scene.boxes.map((box) => ({ ...box, level: 'stage' as const }))
    const bare = { ...closed, scene: { ...closed.scene, boxes: stages }, written: [] }
    expect(faults(bare, true)).toContain('block has no name')
  })
})
