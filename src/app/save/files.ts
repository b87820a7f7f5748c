import { paletteOf } from '../../diagram/palette'
import {
  canvasOf,
  type Caption,
  type Extent,
  sheetOf,
  type Sheet,
  type Snapshot,
  svgOf,
} from '../../diagram/snapshot'
import { contextOf } from '../../ui/canvas'

export const formats = ['svg', 'png', 'pdf'] as const

export type Format = (typeof formats)[number]

/** What a reader asked for. */
export interface Wish {
  readonly format: Format
  readonly extent: Extent
  /** Black on white, whatever the theme of the page. */
  readonly forPrint: boolean
}

/** A file, and what must be said about it. */
export interface Saved {
  readonly blob: Blob
  readonly note: string | null
}

/** Pixels for one of the page. */
const density = 2

/** What browsers make a canvas of at most: a side, and an area. */
const largest = { side: 16_000, area: 1.2e8 } as const

/** The picture as a file. Throws with a sentence where it cannot be made. */
export async function fileOf(shot: Snapshot, wish: Wish, caption: Caption): Promise<Saved> {
  const seen = wish.forPrint ? { ...shot, palette: printed() } : shot
  const sheet = sheetOf(seen, wish.extent, caption)
  switch (wish.format) {
    case 'svg':
      return {
        blob: new Blob([textOf(sheet, sheet.shot.palette.font)], { type: 'image/svg+xml' }),
        note: null,
      }
    case 'png':
      return pngOf(sheet)
    case 'pdf':
      return pdfOf(sheet)
  }
}

function textOf(sheet: Sheet, font: string): string {
  const context = document.createElement('canvas').getContext('2d')!
  const widthOf = (text: string, { size, bold = false }: { size: number; bold?: boolean }) => {
    context.font = `${bold ? 600 : 400} ${size}px ${font}`
    return context.measureText(text).width
  }
  return svgOf(sheet, font, widthOf, addressOf)
}

const addresses = new WeakMap<object, string>()

/** A picture within a picture as an address that a file can hold. */
function addressOf(source: CanvasImageSource): string {
  const found = addresses.get(source)
  if (found) return found
  let canvas = source
  if (!(canvas instanceof HTMLCanvasElement)) {
    const copy = document.createElement('canvas')
    const { width, height } = source as ImageBitmap
    copy.width = width
    copy.height = height
    contextOf(copy).drawImage(source, 0, 0)
    canvas = copy
  }
  const made = canvas.toDataURL()
  addresses.set(source, made)
  return made
}

async function pngOf(sheet: Sheet): Promise<Saved> {
  const { width, height } = sheet
  const fits = Math.min(
    largest.side / width,
    largest.side / height,
    Math.sqrt(largest.area / (width * height)),
  )
  const used = Math.min(density, fits)
  const canvas = canvasOf(sheet, used)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('The browser could not make a picture of this size; SVG has no such limit.')
  const size = `${canvas.width} by ${canvas.height} pixels`
  return {
    blob,
    note:
      used < 1
        ? `All of it at full size would be larger than a browser can paint, so it was made smaller: ${size}. SVG has no such limit.`
        : `${size}.`,
  }
}

/** Helvetica is in every reader of PDF; a few signs are not in it. */
const substitutes: readonly (readonly [string, string])[] = [
  ['−', '–'],
  ['√', 'root of '],
  ['≠', '*'],
]

/** Points for one pixel of a page. */
const point = 0.75

async function pdfOf(sheet: Sheet): Promise<Saved> {
  const [{ jsPDF }, { svg2pdf }] = await Promise.all([import('jspdf'), import('svg2pdf.js')])
  const { width, height, caption } = sheet
  const text = substitutes.reduce(
    (all, [sign, word]) => all.replaceAll(sign, word),
    textOf(sheet, 'helvetica'),
  )
  const document = new DOMParser().parseFromString(
    text.replaceAll('font-weight="600"', 'font-weight="bold"'),
    'image/svg+xml',
  )
  const pdf = new jsPDF({
    unit: 'pt',
    format: [width * point, height * point],
    orientation: width >= height ? 'landscape' : 'portrait',
    compress: true,
  })
  pdf.setProperties({ title: caption.title, subject: caption.source, creator: 'Layerwise' })
  await svg2pdf(document.documentElement, pdf, { x: 0, y: 0, width: width * point, height: height * point })
  return { blob: pdf.output('blob'), note: 'The text is set in Helvetica.' }
}

/** The palette of the light theme, however the page looks now. */
function printed() {
  const probe = document.createElement('div')
  const { theme } = document.documentElement.dataset
  document.documentElement.dataset.theme = 'light'
  document.body.append(probe)
  try {
    return { ...paletteOf(probe), paper: '#ffffff' }
  } finally {
    probe.remove()
    if (theme === undefined) delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }
}
