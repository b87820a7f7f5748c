import { describe, expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { pathAt } from '../nn/dependencies'
import { hatched } from './hatched'
import { layout } from './layout'
import type { Look } from './look'
import { textWidth } from './measure'
import * as badges from './badge'
import { paintScene } from './paint'
import { makePalette } from './palette'
import type { Painter, Style } from './painter'
import { type Path, step } from './path'
import type { Rect } from './scene'

const tokens: Readonly<Record<string, string>> = { bg: '#ffffff', surface: '#ffffff', ink: '#111111' }
const palette = makePalette((name) => tokens[name] ?? '#2f6fde', 'sans-serif')

/** What was painted, in words and numbers. */
function record(id: string, open: readonly string[], look: Partial<Look>, zoom: number, colours = palette) {
  const scene = layout(build(resolve(id).architecture), { expanded: new Set(open) })
  const texts: { text: string; size: number; x: number; fill: string }[] = []
  const images: Rect[] = []
  const rects: (Rect & Style)[] = []
  const paths: Path[] = []
  const painter: Painter = {
    path: (path) => void paths.push(path),
    rect: (rect, _, style) => void rects.push({ ...rect, ...style }),
    text: (text, x, _, { size, fill }) => void texts.push({ text, size, x, fill }),
    widthOf: (text, { size, bold }) => textWidth(text, size, bold),
    image: (_, rect) => void images.push(rect),
  }
  const sight = {
    look: { selected: null, hovered: null, ...look },
    palette: colours,
    visible: scene.bounds,
    zoom,
    badges,
  }
  paintScene(painter, scene, sight)
  return { scene, texts, images, rects, paths }
}

it('what training leaves as it is is hatched from edge to edge, and nothing else', () => {
  const plain = record('resnet18', [], {}, 1)
  const { scene, paths } = record('resnet18', [], { frozen: hatched(new Set(['conv2_x'])) }, 1)
  const more = paths.filter((path) => !plain.paths.some((other) => String(other) === String(path)))
  expect(more).toHaveLength(1)
  const { x, y, width, height } = scene.boxes.find(({ id }) => id === 'conv2_x')!
  const [hatching] = more
  for (let i = 0; i < hatching.length; i += 3) {
    expect(hatching[i]).toBe((i / 3) % 2 === 0 ? step.move : step.line)
    expect(hatching[i + 1]).toBeGreaterThanOrEqual(x)
    expect(hatching[i + 1]).toBeLessThanOrEqual(x + width)
    expect(hatching[i + 2]).toBeGreaterThanOrEqual(y)
    expect(hatching[i + 2]).toBeLessThanOrEqual(y + height)
  }
})

const onScreen = (texts: readonly { size: number }[], zoom: number) => texts.map(({ size }) => size * zoom)

describe('the color of a layer', () => {
  const names = ['bg', 'surface', 'ink', 'main-line', 'family-pooling', 'path-4']
  const distinct = makePalette((name) => {
    const at = names.indexOf(name)
    return at < 0 ? '#777777' : (['#ffffff', '#ffffff', '#111111', '#222244', '#008800', '#880088'][at] ?? '')
  }, 'sans-serif')
  const fillOf = (id: string, node: string, look: Partial<Look> = {}) => {
    const { scene, rects } = record(id, ['inception', 'block'], look, 1, distinct)
    const box = scene.boxes.find((each) => each.id === node)!
    return rects.find(({ x, y, width }) => x === box.x && y === box.y && width === box.width)?.fill
  }

  it('is that of its path, whatever it does, and that of the main line where it stands on none', () => {
    expect(fillOf('inception-3a', 'inception/p4/pool')).toBe('#880088')
    expect(fillOf('inception-3a', 'input')).toBe('#222244')
  })

  it('is that of what it does where colors stand for that', () => {
    const colouring = { by: 'family', of: () => null, families: [] } as const
    expect(fillOf('inception-3a', 'inception/p4/pool', { colouring })).toBe('#008800')
  })
})

describe('text', () => {
  it('is all there at full size', () => {
    const { texts } = record('inception-3a', ['inception'], {}, 1)
    expect(texts.map(({ text }) => text)).toContain('28×28×192')
    expect(Math.min(...onScreen(texts, 1))).toBeGreaterThanOrEqual(12)
  })

  it.each([0.02, 0.1, 0.35, 0.7, 0.95])('is never smaller than 12 pixels, at zoom %s', (zoom) => {
    const { texts } = record('densenet121', ['denseblock2', 'denseblock2/layer3'], {}, zoom)
    expect(Math.min(...onScreen(texts, zoom))).toBeGreaterThanOrEqual(12 - 0.01)
  })

  it('in a box uses the margin there before it goes', () => {
    const near = record('inception-3a', ['inception'], {}, 0.85)
    expect(near.texts.map(({ text }) => text)).toContain('3×3 max')
    const boxes = near.scene.boxes.filter(({ kind }) => kind === 'layer')
    for (const { text, size, x } of near.texts.filter(({ text }) => text === '3×3 max')) {
      const box = boxes.find((candidate) => x > candidate.x && x < candidate.x + candidate.width)!
      expect(textWidth(text, size)).toBeLessThanOrEqual(box.width)
    }
    expect(record('inception-3a', ['inception'], {}, 0.4).texts.map(({ text }) => text)).not.toContain(
      '3×3 conv, 128',
    )
  })

  it('in a box becomes one word where all of it has no room, and fits', () => {
    const zoom = 0.48
    const { texts, scene } = record('inception-3a', ['inception'], {}, zoom)
    const words = texts.map(({ text }) => text)
    expect(words.filter((word) => word === '1×1')).toHaveLength(4)
    expect(words).toEqual(expect.arrayContaining(['3×3', '5×5', 'max']))
    expect(words).not.toContain('5×5 conv, 32')
    const boxes = scene.boxes.filter(({ kind }) => kind === 'layer')
    for (const { text, size, x } of texts.filter((one) => ['1×1', '3×3', '5×5', 'max'].includes(one.text))) {
      expect(size * zoom).toBeGreaterThanOrEqual(12 - 0.01)
      const box = boxes.find((candidate) => x > candidate.x && x < candidate.x + candidate.width)!
      expect(textWidth(text, size, true)).toBeLessThanOrEqual(box.width)
      expect(size * 0.9).toBeLessThanOrEqual(box.height)
    }
  })

  it('keeps the names of stages from far away', () => {
    const { texts } = record('resnet18', [], {}, 0.3)
    expect(texts.map(({ text }) => text)).toContain('conv4_x')
  })

  it('does not grow without end from near', () => {
    const { texts } = record('inception-3a', ['inception'], {}, 20)
    expect(Math.max(...onScreen(texts, 20))).toBeLessThan(50)
  })
})

describe('feature maps', () => {
  const picture = {} as CanvasImageSource
  const asked: [string, number][] = []
  const maps = (node: string, columns: number) => {
    asked.push([node, columns])
    return picture
  }

  it('are asked for only from near enough that a channel is seen', () => {
    record('inception-3a', ['inception'], { maps }, 1)
    expect(asked).toEqual([])
    const { images } = record('inception-3a', ['inception'], { maps }, 8)
    expect(images.length).toBeGreaterThan(0)
  })

  it('lie in full rows, so that the channels of a path end with its strip: 64 + 128 + 32 + 32', () => {
    const { tensors } = record('inception-3a', ['inception'], {}, 8).scene
    const { mosaic } = tensors.find((tensor) => tensor.id === 'inception/concat')!
    for (const end of [64, 192, 224, 256]) expect(end % mosaic!.columns).toBe(0)
  })
})

describe('marks and light', () => {
  const look: Partial<Look> = {
    marks: new Map([
      ['block/conv1', 'changed'],
      ['block/conv2', 'added'],
    ]),
  }

  it('tell by a sign how something differs', () => {
    const { texts } = record('residual-block', ['block'], look, 1)
    const painted = texts.map(({ text }) => text)
    expect(painted).toContain('≠')
    expect(painted.filter((text) => text === '+')).toHaveLength(2)
  })

  it('step back what is not lit', () => {
    const { rects, scene } = record('residual-block', ['block'], { lit: new Set(['block/conv1']) }, 1)
    const of = (id: string) => {
      const box = scene.boxes.find((each) => each.id === id)!
      return rects.find((rect) => rect.x === box.x && rect.width === box.width && rect.fill)!
    }
    expect(of('block/conv1').alpha).toBe(1)
    expect(of('block/conv2').alpha).toBeLessThan(0.5)
  })
})

it('a ribbon that is lit by itself stays, while the boxes at its ends step back', () => {
  const scene = layout(build(resolve('resnet18').architecture), { expanded: new Set() })
  const arcs = scene.ribbons.filter(({ kind }) => kind === 'arc').map(({ id }) => id)
  const seen = { lines: 0, boxes: 0 }
  const painter: Painter = {
    path: (_, { stroke, alpha = 1 }) => void (seen.lines += stroke && alpha === 1 ? 1 : 0),
    rect: (_, __, { alpha = 1 }) => void (seen.boxes += alpha === 1 ? 1 : 0),
    text() {},
    widthOf: () => 10,
    image() {},
  }
  const look = { selected: null, hovered: null, lit: new Set(arcs) }
  paintScene(painter, scene, { look, palette, visible: scene.bounds, zoom: 1 })
  expect(seen).toEqual({ lines: arcs.length, boxes: 0 })
})

it('a path that is meant stays lit from what it reads to its strip after the concat; the others step back', () => {
  const graph = build(resolve('inception-3a').architecture)
  const scene = layout(graph, { expanded: new Set(['inception']) })
  const strong = new Set<string>()
  const painter: Painter = {
    path: (_, { fill, alpha = 1 }) => {
      if (alpha > 0.5) strong.add(JSON.stringify(fill))
    },
    rect() {},
    text() {},
    widthOf: () => 10,
    image() {},
  }
  const colours = makePalette(
    (name) => (name === 'ink' ? '#111111' : `#${name.length}${name.at(-1)!.charCodeAt(0)}000`.slice(0, 7)),
    'serif',
  )
  const paint = (lit?: ReadonlySet<string>) => {
    strong.clear()
    paintScene(painter, scene, {
      look: { selected: null, hovered: null, lit },
      palette: colours,
      visible: scene.bounds,
      zoom: 1,
    })
    return new Set(strong)
  }
  const all = paint()
  const one = paint(pathAt(graph, 'inception/p2'))
  const strips = colours.paths.slice(0, 4).map(({ strip }) => JSON.stringify(strip))
  expect(strips.filter((strip) => all.has(strip))).toHaveLength(4)
  expect(strips.filter((strip) => one.has(strip))).toEqual([strips[1]])
  // Its fan from the input is there, and that of no other.
  const fans = (seen: ReadonlySet<string>) => [...seen].filter((fill) => fill?.includes('"start"'))
  expect(fans(all)).toHaveLength(4)
  expect(fans(one)).toHaveLength(1)
})
