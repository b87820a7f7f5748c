import { describe, expect, it } from 'vitest'
import { arrange, fitOptions, type Arrangement, type Wish } from '../../diagram/arrange'
import { companyOf, framedBeside } from '../../diagram/beside'
import { withShapes } from '../../diagram/extent'
import { layout, type Room } from '../../diagram/layout'
import { fitting, framed, noInsets } from '../../diagram/lens'
import { paintScene } from '../../diagram/paint'
import { makePalette } from '../../diagram/palette'
import { recorder } from '../../diagram/recorder.fixture'
import type { LayoutView, Rect, Scene } from '../../diagram/scene'
import { slides, type Slide } from '../../lessons/course'
import type { StepDescription } from '../../lessons/description'
import { comparisonOf, openBeside } from '../compare/comparison'
import { start } from '../state/intent'
import { graphOf } from '../state/network'
import { graphBeside } from '../trained/base'
import { framedBy, intentOf } from './intent'
import { type Place, sharingOf, stages } from './stages.fixture'
import { sidesOf } from './useSides'

type Pictured = StepDescription & { readonly network: string }

const palette = makePalette((name) => (name === 'bg' ? '#fcfbf7' : '#1b1b22'), 'sans-serif')

interface Seen {
  readonly scene: Scene
  readonly how: Arrangement
  /** The zoom at which everything would be seen, with words that can be read. */
  readonly fit: number
  readonly k: number
  readonly visible: Rect
}

/** The pictures of a slide in a room, as `Diagram` and `CompareStage` frame them. */
function picturesOf(step: Pictured, page: Room, text: number, together: boolean): readonly Seen[] {
  const intent = intentOf(step, start)
  const left = graphOf(intent.network, intent.options)
  const right = intent.beside === null ? null : graphBeside(intent.beside, intent.options)
  const on = framedBy(step)
  const view = (i: number): LayoutView =>
    right
      ? {
          expanded: i === 0 ? intent.expanded : openBeside(comparisonOf(left, right).diff, intent),
          beside: i === 0 ? right : left,
          ...{ text, rolls: false, direction: 'down' },
        }
      : { expanded: intent.expanded, scale: intent.scale, links: intent.links, text }
  const see = (i: number, largest?: number, far?: boolean): Seen => {
    const graph = i === 0 ? left : right!
    const wish: Wish = on === null ? { everything: true, largest, far } : { on }
    const how = arrange(graph, view(i), page, wish)!
    const scene = layout(graph, { ...view(i), ...how })
    const pane = { ...page, insets: noInsets }
    const box = scene.boxes.find(({ id }) => id === on)
    const { x, y, k } = box
      ? framedBeside(withShapes(scene, box), companyOf(scene, box), pane, { smallest: how.reading })
      : framed(scene.bounds, pane, { ...fitOptions(how, true), largest })
    const isRead = how.fits || how.fitsAcross
    const fit = Math.max(fitting(scene.bounds, pane), isRead ? how.reading : 0)
    return {
      scene,
      how,
      fit,
      k,
      visible: { x: -x / k, y: -y / k, width: page.width / k, height: page.height / k },
    }
  }
  const all = right && together ? [0, 1] : [0]
  const first = all.map((i) => see(i))
  // What is compared has one scale.
  if (all.length === 1 || on !== null) return first
  const read = first.filter(({ how }) => how.fits || how.fitsAcross).length
  const isFar = read > 0 && read < all.length
  const scale = Math.min(...(isFar ? all.map((i) => see(i, undefined, true)) : first).map(({ fit }) => fit))
  return all.map((i) => see(i, scale, isFar))
}

/** Words of layers, shapes and sums in sight that are not written, not even in their short form. */
function lostIn({ scene, k, visible }: Seen): readonly string[] {
  const { painter, written } = recorder()
  paintScene(painter, scene, { look: { selected: null, hovered: null }, palette, visible, zoom: k })
  const middle = ({ x, y, width, height }: Rect) => [x + width / 2, y + height / 2] as const
  const inside = (inner: Rect, outer: Rect, slack = 0) => {
    const [x, y] = middle(inner)
    return (
      x >= outer.x - slack &&
      x <= outer.x + outer.width + slack &&
      y >= outer.y - slack &&
      y <= outer.y + outer.height + slack
    )
  }
  const places = [
    ...scene.boxes.flatMap((box) => box.labels.map((label) => ({ label, place: box as Rect }))),
    ...scene.labels.map((label) => ({ label, place: label.room })),
  ]
  return places.flatMap(({ label, place }) => {
    if (!inside(label.room, visible)) return []
    const has = (text: string) =>
      written.some((each) => each.text.trim() === text.trim() && inside(each, place, 30 / k))
    const parts = label.runs.filter(({ mark }) => !mark).map(({ text }) => text)
    const isThere = has(parts.join('')) || parts.every(has) || (label.short !== undefined && has(label.short))
    return isThere ? [] : [`${label.kind} ${parts.join('')}`]
  })
}

const overview = 'a whole network from afar: its stages have their names, and opening one shows the rest'
const besideTable = 'the table below has the shapes and counts of every stage'

/** Slides whose words have no room somewhere, and why that may be so. */
const mayLose: Readonly<Record<string, string>> = {
  'before-googlenet/lenet': overview,
  'before-googlenet/alexnet': overview,
  'before-googlenet/dropout': overview,
  'before-googlenet/zfnet': overview,
  'before-googlenet/vgg': overview,
  'before-googlenet/sppnet': overview,
  'whole-net/nine-blocks': overview,
  'training-it/same-name': overview,
  'degradation/levels': overview,
  'gradient-flow/one-sum': overview,
  'freeze-or-fine-tune/learned-or-designed': overview,
  'resnet-18/repair': overview,
  'grouped-convolution/alexnet-groups': overview,
  'sources/whom-to-cite': overview,
  'resnet-18/live-resnet-table': besideTable,
}

const pictured = slides.filter(({ step }) => step.network !== undefined && step.show === undefined)

describe.each(Object.entries(stages))('on a %s', (name, { screen, text, rooms }) => {
  const roomOf = ({ step }: Slide, isSlide: boolean) => {
    const company = sharingOf(step)
    const place: Place = isSlide ? sidesOf(step, screen, text) : 'page'
    return { place: `${place} ${company}` as const, company }
  }
  const cases = pictured.flatMap((slide) => [
    [slide.key, false, slide] as const,
    [slide.key, true, slide] as const,
  ])

  it.each(cases)(
    '%s (as a slide: %s) loses no word of a layer, a shape or a sum without a reason',
    (key, isSlide, slide) => {
      const { place } = roomOf(slide, isSlide)
      const room = rooms[place]
      expect(room, `${place} is measured`).toBeDefined()
      const seen = picturesOf(slide.step as Pictured, room!, text.smallest, name !== 'phone')
      const lost = seen.flatMap(lostIn)
      // The figure says so where it does (`[data-far]` in `lesson.css`).
      for (const picture of seen)
        if (lostIn(picture).length > 0) expect(picture.how.whole || picture.how.brief).toBe(true)
      if (mayLose[key] === besideTable && name !== 'laptop') return
      if (Object.hasOwn(mayLose, key) && name !== 'laptop') {
        // From afar most stages have their names all the same.
        const named = seen.flatMap(({ scene }) => scene.boxes.flatMap((box) => box.labels))
        const titles = named.filter(({ kind }) => kind === 'title').length
        return expect(lost.filter((each) => each.startsWith('title')).length).toBeLessThan(titles / 2)
      }
      expect(lost).toEqual([])
    },
  )
})

it.each(Object.keys(mayLose))('%s is listed because it does lose some', (key) => {
  const step = pictured.find((slide) => slide.key === key)!.step as Pictured
  const { rooms, text } = stages.phone
  const [seen] = picturesOf(step, rooms[`page ${sharingOf(step)}`]!, text.smallest, false)
  expect(lostIn(seen)).not.toEqual([])
})

describe('the part that fills a picture', () => {
  const filled = pictured.filter(({ step }) => step.focus !== undefined && step.beside === undefined)
  const places = Object.entries(stages).flatMap(([name, { screen, text, rooms }]) =>
    filled.flatMap((slide) =>
      [false, true].map((isSlide) => {
        const place = isSlide ? sidesOf(slide.step, screen, text) : ('page' as Place)
        return [slide.key, `${place} on a ${name}`, slide.step, rooms[`${place} alone`]!, text] as const
      }),
    ),
  )

  it.each(places)('of %s is seen with the shape of what leaves it, %s', (_key, _place, step, room, text) => {
    const [{ scene, visible }] = picturesOf(step as Pictured, room, text.smallest, true)
    const on = framedBy(step as Pictured)
    const box = scene.boxes.find(({ id }) => id === on)!
    const graph = graphOf(step.network!, step.options ?? {})
    const leaves = graph.has(on!) === 'group' ? graph.group(on!).output : on!
    const shape = scene.labels.find(({ id }) => id === `shape ${leaves}`)!.room
    // What breaks a line there goes on in the next one.
    if (scene.direction === 'down' || shape.y > box.y + box.height + 6 * scene.text) return
    expect(shape.x).toBeGreaterThanOrEqual(visible.x)
    expect(shape.x + shape.width).toBeLessThanOrEqual(visible.x + visible.width)
  })
})

it('the four paths of an inception block are added up on every stage', () => {
  const step = pictured.find(({ key }) => key === 'mixed-kernels/four-paths')!.step as Pictured
  for (const { rooms, text } of Object.values(stages))
    for (const place of ['page alone', 'beside alone', 'above alone'] as const) {
      const room = rooms[place]
      if (!room) continue
      const [{ scene }] = picturesOf(step, room, text.smallest, true)
      const sum = scene.labels
        .filter(({ kind }) => kind === 'sum')
        .flatMap(({ runs }) => runs.map((run) => run.text))
      expect(sum.join('').replaceAll(' ', '')).toBe('64+128+32+32=256')
    }
})
