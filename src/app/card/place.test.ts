import { describe, expect, it } from 'vitest'
import { around, placeOf, type Rect, type Surroundings } from './place'

const rect = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height })

/** A slide of 1440×860: the picture at the left, the words at the right. */
const slide: Surroundings = {
  page: rect(0, 0, 1440, 860),
  figure: rect(0, 0, 800, 860),
  drawn: rect(20, 200, 760, 400),
  words: rect(800, 0, 640, 860),
  node: rect(300, 300, 120, 40),
  wanted: 630,
  least: 380,
  now: null,
}
const touches = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
const cardOn = (change: Partial<Surroundings>) => placeOf({ ...slide, ...change })

describe('the card of a layer', () => {
  it('lies over the words where the picture is full', () => {
    const { card, shift } = cardOn({})
    expect(card.width).toBe(630)
    expect(card.x).toBe(1440 - 12 - 630)
    expect(shift).toEqual({ x: 0, y: 0 })
  })

  it('lies over the empty side of the picture where there is one, and leaves the words', () => {
    const narrowDrawing = { drawn: rect(20, 20, 160, 800), node: rect(40, 300, 120, 40) }
    const { card } = cardOn({ ...narrowDrawing, wanted: 500 })
    expect(touches(card, slide.words!)).toBe(false)
    expect(touches(card, narrowDrawing.drawn)).toBe(false)
    const mirrored = { drawn: rect(600, 20, 180, 800), node: rect(620, 300, 120, 40) }
    expect(touches(cardOn({ ...mirrored, wanted: 500 }).card, mirrored.drawn)).toBe(false)
  })

  it('is narrower over an empty side of the picture rather than over the words', () => {
    const around = { drawn: rect(20, 200, 340, 400), node: rect(200, 300, 120, 40) }
    const { card } = cardOn(around)
    expect(touches(card, slide.words!)).toBe(false)
    expect(touches(card, around.drawn)).toBe(false)
    expect(card.width).toBeGreaterThanOrEqual(380)
  })

  it('covers the words before it covers what is drawn, however flat that is', () => {
    const flat = { drawn: rect(20, 400, 760, 90), node: rect(40, 420, 120, 40) }
    const { card } = cardOn(flat)
    expect(touches(card, flat.drawn)).toBe(false)
  })

  it('leaves the words below a picture free, which explain its layer, where the picture is high enough', () => {
    // The four paths of GoogLeNet's block at 1440×900: the concat stands at the right, its sum below it.
    const stacked = {
      figure: rect(0, 0, 1440, 545),
      drawn: rect(30, 60, 1340, 440),
      words: rect(0, 545, 1440, 310),
      node: rect(990, 220, 220, 130),
      wanted: 540,
      least: 360,
    }
    const { card, shift } = cardOn(stacked)
    expect(touches(card, stacked.words)).toBe(false)
    expect(touches(card, stacked.node)).toBe(false)
    expect(shift).toEqual({ x: 0, y: 0 })
    expect(cardOn({ ...stacked, now: card }).card).toEqual(card)
    // Of a low picture it covers some of the words rather than be too low to be read.
    const low = {
      figure: rect(0, 0, 1440, 300),
      words: rect(0, 300, 1440, 560),
      drawn: rect(30, 60, 1340, 200),
    }
    expect(cardOn({ ...stacked, ...low, node: rect(990, 120, 220, 100) }).card.height).toBe(860 - 24)
  })

  it('never covers its layer, wherever that stands', () => {
    for (let x = 0; x <= 1300; x += 50)
      for (const figure of [slide.figure, rect(0, 0, 1440, 540)]) {
        const node = rect(x, 300, 120, 40)
        const { card, shift } = cardOn({ figure, node, drawn: figure })
        expect(touches(card, { ...node, x: node.x + shift.x, y: node.y + shift.y }), `at ${x}`).toBe(false)
        expect(card.x).toBeGreaterThanOrEqual(0)
        expect(card.x + card.width).toBeLessThanOrEqual(1440)
      }
  })

  it('becomes narrower before the picture moves', () => {
    const { card, shift } = cardOn({ node: rect(780, 300, 120, 40), drawn: slide.figure })
    expect(card.width).toBeLessThan(630)
    expect(card.width).toBeGreaterThanOrEqual(380)
    expect(shift.x).toBe(0)
  })

  it('asks the picture to move where no side has room', () => {
    const tight = {
      page: rect(0, 0, 760, 600),
      figure: rect(0, 0, 430, 600),
      words: rect(430, 0, 330, 600),
      node: rect(360, 300, 60, 40),
      drawn: rect(0, 100, 430, 400),
    }
    const { card, shift } = cardOn(tight)
    expect(shift.x).toBeLessThan(0)
    expect(touches(card, { ...tight.node, x: tight.node.x + shift.x })).toBe(false)
  })

  it.each([
    ['a layer of the second of two pictures', { x: 405, y: 393, width: 146, height: 38 }, 621, -31],
    ['a layer in the second of three columns', { x: 378, y: 114, width: 226, height: 38 }, 1024, -84],
    ['the last layer of a picture beside words', { x: 559, y: 312, width: 13, height: 4 }, 621, 0],
  ])('moves the picture no further than it must on a projector of 1024×768: %s', (_, node, width, by) => {
    const projector = {
      page: rect(0, 0, 1024, 712),
      figure: rect(0, 0, width, 690),
      drawn: rect(30, 30, width - 60, 560),
      words: width < 1024 ? rect(width, 0, 1024 - width, 712) : null,
      node,
      wanted: 720,
      least: 480,
    }
    const { card, shift } = cardOn(projector)
    expect(shift).toEqual({ x: by, y: 0 })
    const moved = { ...node, x: node.x + by }
    expect(touches(card, moved)).toBe(false)
    expect(moved.x).toBeGreaterThanOrEqual(0)
    // It stays there when the picture has come to rest.
    expect(cardOn({ ...projector, node: moved, now: card })).toEqual({
      card,
      form: 'side',
      shift: { x: 0, y: 0 },
    })
  })

  it('stays where it lies while another layer is chosen that it does not cover', () => {
    const now = cardOn({}).card
    expect(cardOn({ now, node: rect(40, 300, 120, 40), drawn: rect(20, 20, 160, 800) }).card).toEqual(now)
    expect(cardOn({ now, node: rect(760, 300, 120, 40) }).card).not.toEqual(now)
  })

  it('is a sheet from below on a phone, over the words and not over the picture', () => {
    const phone = {
      page: rect(0, 60, 390, 784),
      figure: rect(0, 60, 390, 345),
      words: rect(0, 405, 390, 439),
      node: rect(100, 200, 60, 30),
      drawn: rect(0, 60, 390, 345),
    }
    const { card, form, shift } = cardOn(phone)
    expect(form).toBe('sheet')
    expect(card).toEqual(rect(0, 405, 390, 439))
    expect(shift).toEqual({ x: 0, y: 0 })
  })

  it('of a sheet that needs more room moves the picture up until its layer is seen', () => {
    const low = {
      page: rect(0, 0, 320, 300),
      figure: rect(0, 0, 320, 200),
      words: rect(0, 200, 320, 100),
      node: rect(100, 150, 60, 30),
      drawn: null,
    }
    const { card, shift } = cardOn(low)
    expect(card.height).toBe(165)
    expect(150 + 30 + shift.y).toBeLessThanOrEqual(card.y)
  })
})

it('a layer counts with its words: what holds both is what stays free', () => {
  expect(around([rect(10, 20, 30, 40), rect(35, 50, 100, 20)])).toEqual(rect(10, 20, 125, 50))
  expect(around([])).toBeNull()
})
