import { describe, expect, it, vi } from 'vitest'
import type { Pixels } from '../../runtime/types'
import { decode } from './decode'
import { place, prepare, tryPrepare } from './image'

type Colour = readonly [red: number, green: number, blue: number]

const red = '#ff0000'
const blue = '#0000ff'

/** Left half red, right half blue. */
function twoHalves(width: number, height: number, type: string): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')!
  context.fillStyle = red
  context.fillRect(0, 0, width / 2, height)
  context.fillStyle = blue
  context.fillRect(width / 2, 0, width / 2, height)
  return new Promise((done) => canvas.toBlob((blob) => done(blob!), type, 1))
}

/** Puts an EXIF block that holds only the orientation behind the first marker of a JPEG. */
async function oriented(jpeg: Blob, orientation: number): Promise<Blob> {
  const tiff = [
    0x49,
    0x49,
    42,
    0,
    8,
    0,
    0,
    0,
    1,
    0,
    0x12,
    0x01,
    3,
    0,
    1,
    0,
    0,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  ]
  const body = [...new TextEncoder().encode('Exif\0\0'), ...tiff]
  const exif = Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body])
  const bytes = new Uint8Array(await jpeg.arrayBuffer())
  return new Blob([bytes.slice(0, 2), exif, bytes.slice(2)], { type: 'image/jpeg' })
}

function at({ data, width }: Pixels, x: number, y: number): Colour {
  const i = (y * width + x) * 4
  return [data[i], data[i + 1], data[i + 2]]
}

function isNear(colour: Colour, expected: Colour): void {
  colour.forEach((value, c) => expect(Math.abs(value - expected[c])).toBeLessThan(12))
}

async function fromSvg(text: string) {
  return decode(new Blob([text], { type: 'image/svg+xml' }), 'drawing.svg')
}

describe('placing an image', () => {
  it('cuts the longer sides off, the same on both', () =>
    expect(place({ width: 400, height: 200 }, { width: 100, height: 100 }, 'crop')).toEqual({
      x: -50,
      y: 0,
      width: 200,
      height: 100,
    }))

  it('or shows all of it between two margins', () =>
    expect(place({ width: 400, height: 200 }, { width: 100, height: 100 }, 'fit')).toEqual({
      x: 0,
      y: 25,
      width: 100,
      height: 50,
    }))
})

describe('an image file', () => {
  it.each(['image/png', 'image/jpeg', 'image/webp'])('of the type %s is read', async (type) => {
    const pixels = prepare(await decode(await twoHalves(60, 40, type), 'halves'), 30, 20, 'crop')
    isNear(at(pixels, 4, 10), [255, 0, 0])
    isNear(at(pixels, 25, 10), [0, 0, 255])
  })

  it('is turned upright as its EXIF orientation says', async () => {
    const picture = await decode(await oriented(await twoHalves(40, 20, 'image/jpeg'), 6), 'turned.jpg')
    expect([picture.width, picture.height]).toEqual([20, 40])
    const pixels = prepare(picture, 20, 40, 'crop')
    isNear(at(pixels, 10, 5), [255, 0, 0])
    isNear(at(pixels, 10, 35), [0, 0, 255])
  })

  it('is mirrored as its EXIF orientation says', async () => {
    const picture = await decode(await oriented(await twoHalves(40, 20, 'image/jpeg'), 2), 'mirrored.jpg')
    isNear(at(prepare(picture, 40, 20, 'crop'), 5, 10), [0, 0, 255])
  })

  it('shown whole has a grey margin', async () => {
    const pixels = prepare(await decode(await twoHalves(40, 20, 'image/png'), 'wide.png'), 40, 40, 'fit')
    isNear(at(pixels, 20, 2), [128, 128, 128])
    isNear(at(pixels, 5, 20), [255, 0, 0])
  })

  it('is averaged when it shrinks a lot, not sampled', async () => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 512
    const context = canvas.getContext('2d')!
    for (let x = 0; x < 512; x += 2) {
      context.fillStyle = '#fff'
      context.fillRect(x, 0, 1, 512)
      context.fillStyle = '#000'
      context.fillRect(x + 1, 0, 1, 512)
    }
    const blob = await new Promise<Blob>((done) => canvas.toBlob((png) => done(png!)))
    const pixels = prepare(await decode(blob, 'stripes.png'), 16, 16, 'crop')
    isNear(at(pixels, 8, 8), [128, 128, 128])
  })

  it('that is transparent lies on white', async () => {
    const canvas = document.createElement('canvas')
    const blob = await new Promise<Blob>((done) => canvas.toBlob((png) => done(png!)))
    expect(at(prepare(await decode(blob, 'clear.png'), 8, 8, 'crop'), 4, 4)).toEqual([255, 255, 255])
  })
})

describe('a drawing', () => {
  it('without a size is drawn as large as its view box says', async () => {
    const picture = await fromSvg(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="red"/></svg>',
    )
    expect(picture.width / picture.height).toBe(2)
    expect(at(prepare(picture, 10, 10, 'crop'), 5, 5)).toEqual([255, 0, 0])
  })

  it('that is no drawing says so', () =>
    expect(fromSvg('<svg xmlns="http://www.w3.org/2000/svg"><rect')).rejects.toThrow(
      'drawing.svg is broken: it is not an SVG drawing.',
    ))
})

describe('a file that cannot be used', () => {
  const refuse = async (blob: Blob, name: string, sentence: RegExp) =>
    expect(decode(blob, name)).rejects.toThrow(sentence)

  it('is named as broken when it ends too soon', async () => {
    const whole = await twoHalves(400, 300, 'image/png')
    await refuse(whole.slice(0, 60, 'image/png'), 'cut.png', /^cut\.png (is broken|cannot be read)/)
  })

  it('is named as no image when it is something else', () =>
    refuse(new Blob(['Dear Sir'], { type: 'text/plain' }), 'letter.txt', /^letter\.txt is not an image/))

  it('is named as empty', () => refuse(new Blob([]), 'nothing.png', /^nothing\.png is empty\.$/))

  it('is refused above a hundred megapixels, before it is unpacked', async () =>
    refuse(
      await blank(20_000, 6_000),
      'poster.png',
      /20000 × 6000 pixels, 120 megapixels; the limit is 100 megapixels/,
    ))
})

/** A black PNG with one bit per pixel, small as a file and large on screen. */
async function blank(width: number, height: number): Promise<Blob> {
  const rows = new Uint8Array((Math.ceil(width / 8) + 1) * height)
  const packed = new Blob([rows]).stream().pipeThrough(new CompressionStream('deflate'))
  const head = new Uint8Array(13)
  new DataView(head.buffer).setUint32(0, width)
  new DataView(head.buffer).setUint32(4, height)
  head[8] = 1
  const parts = [
    chunk('IHDR', head),
    chunk('IDAT', new Uint8Array(await new Response(packed).arrayBuffer())),
    chunk('IEND', new Uint8Array()),
  ]
  return new Blob([Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]), ...parts], { type: 'image/png' })
}

function chunk(name: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(new TextEncoder().encode(name), 4)
  bytes.set(data, 8)
  let crc = ~0
  for (const byte of bytes.subarray(4, 8 + data.length)) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  view.setUint32(8 + data.length, ~crc)
  return bytes
}

const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40">${inside}</svg>`

describe('a drawing of another program', () => {
  const html = svg(
    '<foreignObject width="40" height="40"><div xmlns="http://www.w3.org/1999/xhtml" style="height:40px;background:red"/></foreignObject>',
  )

  it('may hold HTML', async () => {
    isNear(at(prepare(await fromSvg(html), 8, 8, 'crop'), 4, 4), [255, 0, 0])
  })

  it('that the browser does not let a page read is refused with a sentence', async () => {
    const read = vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData').mockImplementation(() => {
      throw new DOMException('The canvas has been tainted by cross-origin data.', 'SecurityError')
    })
    await expect(fromSvg(html)).rejects.toThrow(/drawing\.svg contains HTML or external pictures/)
    expect(tryPrepare({ ...(await square()), name: 'square' }, 8, 8, 'crop')).toBeNull()
    read.mockRestore()
  })

  it('with pictures of other sites is drawn without them', async () => {
    const drawn = await fromSvg(
      svg('<rect width="40" height="40" fill="blue"/><image href="https://example.org/a.png"/>'),
    )
    isNear(at(prepare(drawn, 8, 8, 'crop'), 4, 4), [0, 0, 255])
  })
})

/** A picture without a file. */
async function square() {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 8
  return { canvas, width: 8, height: 8, isDrawing: false }
}

describe('copies of copies in a drawing', () => {
  /** Ten of each level are in the next. */
  const levels = (copy: (id: string) => string, deep: number) =>
    Array.from({ length: deep }, (_, i) => `<g id="l${i + 1}">${copy(`l${i}`).repeat(10)}</g>`).join('')
  const leaf = '<rect id="l0" width="1" height="1"/>'

  it.each([
    ['used', levels((id) => `<use href="#${id}"/>`, 8)],
    ['used in the older way', levels((id) => `<use xlink:href="#${id}"/>`, 8)],
    ['masked', levels((id) => `<rect mask="url(#${id})" width="9" height="9"/>`, 8)],
    [
      'painted by a style sheet',
      `<style>${Array.from({ length: 8 }, (_, i) => `.c${i} { fill: url('#l${i}') }`).join('')}</style>` +
        levels((id) => `<rect class="c${id.slice(1)}" width="9" height="9"/>`, 8),
    ],
    [
      'inside data',
      `<image href="data:image/svg+xml;base64,${btoa(svg(leaf + levels((id) => `<use href="#${id}"/>`, 8)))}"/>`,
    ],
  ])('%s: 100 million are refused before any is drawn', async (_how, inside) => {
    await expect(fromSvg(svg(leaf + inside))).rejects.toThrow(
      /elements to draw, counting copies; the limit is 100,000/,
    )
  })

  it('that a drawing of a person may hold are drawn', async () => {
    const drawn = await fromSvg(
      svg(`<rect id="l0" width="40" height="40" fill="red"/>${levels((id) => `<use href="#${id}"/>`, 3)}`),
    )
    isNear(at(prepare(drawn, 8, 8, 'crop'), 4, 4), [255, 0, 0])
  })

  it('that use themselves end', async () => {
    await fromSvg(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'))
  })
})
