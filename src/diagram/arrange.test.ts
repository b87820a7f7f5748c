import { describe, expect, it } from 'vitest'
import { build } from '../nn/build'
import { presets, resolve } from '../architectures/index'
import { arrange, arrangeWordless, fitOptions, isBlock } from './arrange'
import { layout } from './layout'
import { roomOf } from './outline'
import { paintScene } from './paint'
import { makePalette } from './palette'
import { holds, recorder, share } from './recorder.fixture'

const graphOf = (id: string) => build(resolve(id).architecture)
const closed = { expanded: new Set<string>() }

it('lets a network flow down on a phone that is held upright', () => {
  expect(arrange(graphOf('googlenet'), closed, { width: 390, height: 700 })?.direction).toBe('down')
})

it('breaks a long network into lines on a wide page', () => {
  expect(arrange(graphOf('googlenet'), closed, { width: 1200, height: 800 })?.line).toBeLessThan(1200)
})

it('shows an open block whole that an address selects, where all of the network has no room', () => {
  const graph = graphOf('googlenet')
  const view = { expanded: new Set(['inception_3a']) }
  const page = { width: 900, height: 640 }
  const widthOf = (wish: Parameters<typeof arrange>[3]) => {
    const how = arrange(graph, view, page, wish)!
    const block = layout(graph, { ...view, ...how }).boxes.find(({ id }) => id === 'inception_3a')!
    return block.width * how.reading
  }
  expect(widthOf({})).toBeGreaterThan(page.width)
  expect(widthOf({ seen: 'inception_3a' })).toBeLessThan(page.width)
})

it('leaves a small network on one line', () => {
  expect(arrange(graphOf('inception-3a'), closed, { width: 1200, height: 800 })).toEqual({
    direction: 'right',
    reading: 1,
    fits: true,
  })
})

it('shows all of an open network larger in lines than on one', () => {
  const graph = graphOf('densenet121')
  const view = { expanded: new Set(graph.groups.map((group) => group.id)) }
  const page = { width: 1200, height: 800 }
  const zoom = (scene: ReturnType<typeof layout>) => page.width / scene.bounds.width
  const { line } = arrange(graph, view, page, { everything: true })!
  expect(zoom(layout(graph, { ...view, line }))).toBeGreaterThan(5 * zoom(layout(graph, view)))
})

it('lets it flow down in the low strip that the inspector leaves on a phone', () => {
  expect(arrange(graphOf('resnet18'), closed, { width: 390, height: 250 })?.direction).toBe('down')
})

it('breaks what cannot be read as a whole so that every line fits across the page at full size', () => {
  const page = { width: 700, height: 300 }
  for (const [id, open] of [
    ['googlenet', 'conv2'],
    ['vgg19', 'conv2'],
  ]) {
    const view = { expanded: new Set([open]) }
    const { line, direction, reading } = arrange(graphOf(id), view, page)!
    expect(reading).toBe(1)
    const scene = layout(graphOf(id), { ...view, line, direction })
    expect(scene.bounds.width).toBeLessThanOrEqual(page.width)
  }
})

it('shows a closed network whole, with all its words, in the picture of a small laptop', () => {
  const page = { width: 875, height: 500 }
  for (const id of ['googlenet-bn', 'resnet18', 'densenet121', 'vgg16']) {
    const { fits, ...how } = arrange(graphOf(id), { ...closed, text: 13 }, page)!
    expect(fits, id).toBe(true)
    const { bounds } = layout(graphOf(id), { ...closed, text: 13, ...how })
    expect(bounds.width * how.reading, id).toBeLessThanOrEqual(page.width)
    expect(bounds.height * how.reading, id).toBeLessThanOrEqual(page.height)
  }
})

it('waits until the page has a size', () => {
  expect(arrange(graphOf('resnet18'), closed, { width: 0, height: 0 })).toBeNull()
})

it('keeps every word of a block: as a whole, or at least one way where the page is too small', () => {
  const graph = graphOf('inception-3a')
  const expanded = new Set(graph.groups.map(({ id }) => id))
  const read = (page: { width: number; height: number }, text: number) => {
    const how = arrange(graph, { expanded, text }, page, { everything: true })!
    const { line, direction, reading } = how
    const { bounds } = layout(graph, { expanded, text, line, direction, reading })
    return { how, zoom: Math.min(page.width / bounds.width, page.height / bounds.height), bounds }
  }
  // A lesson at 1600×900, and at 1280×720 in the projector theme.
  for (const [page, text] of [
    [{ width: 1135, height: 680 }, 13],
    [{ width: 815, height: 470 }, 18],
  ] as const) {
    const { how, zoom } = read(page, text)
    expect(how.fits).toBe(true)
    expect(zoom).toBeGreaterThanOrEqual(how.reading - 0.001)
  }
})

it('lets the paths of a block flow down a phone, its words below each other, with nothing to move but downwards', () => {
  const graph = graphOf('inception-3a')
  const expanded = new Set(graph.groups.map(({ id }) => id))
  const phone = { width: 390, height: 260 }
  const how = arrange(graph, { expanded, text: 13 }, phone, { everything: true })!
  expect(how).toMatchObject({ direction: 'down', slim: true, fitsAcross: true })
  const scene = layout(graph, { expanded, text: 13, ...how })
  expect(scene.bounds.width * how.reading).toBeLessThanOrEqual(phone.width + 1)
  const words = [...scene.boxes.flatMap(({ labels }) => labels), ...scene.labels]
  const read = words.map(({ runs }) => runs.map(({ text }) => text).join(''))
  for (const each of ['3×3 conv', '128', '28×28', '×192', '64 + 128 + 32', '+ 32 = 256'])
    expect(read).toContain(each)
})

it('keeps the words of a block that is compared with another, though it then goes on below the edge', () => {
  const [graph, beside] = [graphOf('residual-block'), graphOf('bottleneck-projection-block')]
  const expanded = new Set(['block'])
  const view = { expanded, beside, direction: 'down', text: 18 } as const
  // A lesson at 1280×720 in the projector theme.
  const how = arrange(graph, view, { width: 408, height: 258 }, { everything: true })!
  const { bounds } = layout(graph, { ...view, ...how })
  expect(how.fitsAcross).toBe(true)
  expect(bounds.width * how.reading).toBeLessThanOrEqual(408)
  expect(bounds.height * how.reading).toBeLessThan(3 * 258)
})

it('shows a block whole on an old projector, with thinner ribbons or words below each other', () => {
  const text = 18
  for (const [id, beside, page, direction] of [
    ['inception-3a', undefined, { width: 621, height: 672 }, undefined],
    ['inception-3a', undefined, { width: 621, height: 635 }, undefined],
    ['bottleneck-block', 'residual-block', { width: 311, height: 574 }, 'down'],
    ['bottleneck-block', 'residual-block', { width: 355, height: 562 }, 'down'],
  ] as const) {
    const graph = graphOf(id)
    const expanded = new Set(graph.groups.map(({ id }) => id))
    const view = { expanded, text, direction, ...(beside && { beside: graphOf(beside) }) }
    const how = arrange(graph, view, page, { everything: true })!
    expect(how.fits, id).toBe(true)
    const { bounds } = layout(graph, { ...view, ...how })
    expect(bounds.width * how.reading, id).toBeLessThanOrEqual(page.width + 0.5)
    expect(bounds.height * how.reading, id).toBeLessThanOrEqual(page.height + 0.5)
  }
})

it('a small picture without words shows a network larger than one whose words have room', () => {
  const page = { width: 180, height: 72 }
  for (const id of ['vgg16', 'resnet18', 'googlenet', 'densenet121']) {
    const graph = graphOf(id)
    const zoomOf = (how: ReturnType<typeof arrange>) => {
      const { bounds } = layout(graph, { ...closed, ...how })
      return Math.min(page.width / bounds.width, page.height / bounds.height)
    }
    const worded = arrange(graph, { ...closed, direction: 'right' }, page, { everything: true })
    expect(zoomOf(arrangeWordless(graph, closed, page)), id).toBeGreaterThan(1.2 * zoomOf(worded))
  }
})

it('knows which networks are a single block', () => {
  const blocks = presets.filter(({ id }) => isBlock(graphOf(id))).map(({ id }) => id)
  expect(blocks).toContain('inception-3a')
  expect(blocks.filter((id) => !/block|inception-|transition/.test(id))).toEqual([])
})

it('keeps room for the words of all of it unless they may be lost from afar', () => {
  const page = { width: 430, height: 460 }
  const view = { ...closed, direction: 'down', text: 18, rolls: false } as const
  const [near, far] = [false, true].map((far) =>
    arrange(graphOf('plain34'), view, page, { everything: true, far })!,
  )
  expect(near.fits).toBe(true)
  expect(near.reading).toBeLessThan(0.5)
  expect([far.fits, far.brief]).toEqual([true, true])
  expect(far.reading).toBeGreaterThan(near.reading * 1.1)
  const tiny = { width: 90, height: 90 }
  const least = arrange(graphOf('plain34'), view, tiny, { everything: true, far: true })!
  expect([least.fits, least.reading]).toEqual([undefined, 1])
})

it.each(['googlenet', 'vgg16', 'densenet121'])(
  'shows a closed %s whole on a projector, too, where its words have less room',
  (id) => {
    const page = { width: 840, height: 455 }
    const graph = graphOf(id)
    const how = arrange(graph, { ...closed, text: 18 }, page)!
    const { bounds } = layout(graph, { ...closed, text: 18, ...how })
    const whole = Math.min(page.width / bounds.width, page.height / bounds.height)
    expect(fitOptions(how).smallest ?? 0).toBeLessThanOrEqual(whole)
  },
)

it('keeps its columns for a reader who has moved it, when a longer legend leaves it a little less height', () => {
  const graph = graphOf('lenet5')
  const view = { expanded: new Set(['C3']), text: 18, direction: 'down' } as const
  const before = arrange(graph, view, { width: 1024, height: 414 }, { everything: true })!
  expect(before.line).toBeDefined()
  for (const height of [404, 360, 300, 240, 180])
    expect(arrange(graph, view, { width: 1024, height }, { like: before })!.line, `${height}`).toBeDefined()
})

describe('where not all words have room', () => {
  const pages = [
    { width: 430, height: 430, text: 18 },
    { width: 350, height: 460, text: 18 },
    { width: 640, height: 190, text: 12 },
    { width: 640, height: 150, text: 18 },
  ] as const

  it.each(['resnet18', 'plain34', 'resnet50', 'densenet121', 'vgg16', 'alexnet', 'googlenet'])(
    'every name of a closed %s is read in its box, beside its ribbon, and no pill is empty',
    (id) => {
      for (const { text, ...page } of pages) {
        const view = { ...closed, text, rolls: false, direction: 'down' } as const
        const graph = graphOf(id)
        const how = arrange(graph, view, page, { everything: true, far: true })!
        if (!how.brief) continue
        const scene = layout(graph, { ...view, ...how })
        const { painter, written } = recorder()
        const palette = makePalette(() => '#123456', 'sans-serif')
        const sight = {
          look: { selected: null, hovered: null },
          palette,
          visible: scene.bounds,
          zoom: how.reading,
        }
        paintScene(painter, scene, sight)
        for (const box of scene.boxes) {
          const inside = written.filter((each) => holds(box, each))
          expect(inside.length, `${box.id} at ${page.width}×${page.height}`).toBeGreaterThan(0)
          for (const ribbon of scene.ribbons)
            if (box.kind === 'group' && ribbon.kind !== 'wrap')
              expect(
                inside.every((each) => !share(each, roomOf(ribbon, 'down'))),
                box.id,
              ).toBe(true)
        }
        for (const { text: word, size } of written)
          expect(size * how.reading, word).toBeGreaterThanOrEqual(text - 0.01)
      }
    },
  )

  it('all words are there from near, and none is smaller than it is read', () => {
    const view = { ...closed, text: 18, direction: 'down' } as const
    const graph = graphOf('resnet18')
    const how = arrange(graph, view, { width: 300, height: 430 }, { everything: true, far: true })!
    expect(how.brief).toBe(true)
    const scene = layout(graph, { ...view, ...how })
    for (const zoom of [1, 2, 4]) {
      const { painter, written } = recorder()
      const palette = makePalette(() => '#123456', 'sans-serif')
      paintScene(painter, scene, {
        look: { selected: null, hovered: null },
        palette,
        visible: scene.bounds,
        zoom,
      })
      const words = written.map(({ text }) => text)
      expect(words).toEqual(expect.arrayContaining(['56×56×64', '2 × residual block', '3×3 max /2']))
      for (const { size } of written) expect(size * zoom).toBeGreaterThanOrEqual(18 - 0.01)
    }
  })
})
