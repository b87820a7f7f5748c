import { themePaletteOf } from '../../diagram/palette'
import {
  besideOf,
  canvasOf,
  type Caption,
  isReadable,
  lineOf,
  type Page,
  pageOf,
  type Sheet,
  type Snapshot,
  svgOf,
} from '../../diagram/snapshot'
import { contextOf } from '../../ui/canvas'
import { later } from '../../ui/later'
import '../../ui/trusted'

export const formats = ['svg', 'png', 'pdf'] as const

export type Format = (typeof formats)[number]

/** What of a picture is saved: the part on the screen, or all of it as it is, on one line, or on a page. */
export const proportions = ['seen', 'all', 'line', 'slide', 'paper'] as const

export type Proportion = (typeof proportions)[number]

/** 1920×1080 with the smallest text of a lecture hall, and DIN A4 in pixels of 1/96 inch. */
const pages = {
  slide: { width: 1920, height: 1080, text: 18 },
  paper: { width: 794, height: 1123, text: 12 },
} as const satisfies Partial<Record<Proportion, Page>>

/** What a reader asked for. */
export interface Wish {
  readonly format: Format
  readonly proportion: Proportion
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

/** A picture at one moment, with its name where there are several. */
export interface Named {
  readonly shot: Snapshot
  readonly name?: string
}

/** The picture as a file, or those that are compared side by side. Throws with a sentence where it cannot be made. */
export async function fileOf(shots: readonly Named[], wish: Wish, caption: Caption): Promise<Saved> {
  const palette = wish.forPrint ? printed() : undefined
  const seen = palette ? shots.map(({ shot, name }) => ({ shot: { ...shot, palette }, name })) : shots
  const sheet = sheetFor(seen, wish.proportion, caption)
  const { blob, note } = await encoded(sheet, wish.format)
  const small = isReadable(sheet) || wish.proportion === 'seen' ? null : tooMuch
  return { blob, note: [note, small].filter((each) => each !== null).join(' ') || null }
}

/** What must be said of a page that has no room for every word. */
const tooMuch =
  'Not every label fits on this page, so the smallest are left out. Close what you do not need, or save it as it is.'

function sheetFor(shots: readonly Named[], proportion: Proportion, caption: Caption): Sheet {
  const [{ shot }] = shots
  switch (proportion) {
    case 'seen':
    case 'all':
      return besideOf(shots, proportion, caption)
    case 'line':
      return lineOf(shot, caption)
    case 'slide':
    case 'paper':
      return pageOf(shot, pages[proportion], caption)
  }
}

async function encoded(sheet: Sheet, format: Format): Promise<Saved> {
  switch (format) {
    case 'svg':
      return {
        blob: new Blob([textOf(sheet, sheet.pictures[0].shot.palette.font)], { type: 'image/svg+xml' }),
        note: null,
      }
    case 'png':
      return pngOf(sheet)
    case 'pdf':
      return pdfOf(sheet)
  }
}

/** A sheet as an SVG that stands on its own, with text as wide as this browser sets it. */
export function textOf(sheet: Sheet, font: string): string {
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
        ? `At full size, the picture would be larger than a browser can paint, so it was made smaller: ${size}. SVG has no such limit.`
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

/** No side of a page of a PDF has more units (ISO 32000-1, annex C.2), but a unit may be larger than a point. */
const longestSide = 14_400

const fetchPdf = later(() => Promise.all([import('jspdf'), import('svg2pdf.js')]))

async function pdfOf(sheet: Sheet): Promise<Saved> {
  const [{ jsPDF }, { svg2pdf }] = await fetchPdf()
  const { caption } = sheet
  const text = substitutes.reduce(
    (all, [sign, word]) => all.replaceAll(sign, word),
    textOf(sheet, 'helvetica'),
  )
  const document = new DOMParser().parseFromString(
    text.replaceAll('font-weight="600"', 'font-weight="bold"'),
    'image/svg+xml',
  )
  const userUnit = Math.max(1, Math.ceil((Math.max(sheet.width, sheet.height) * point) / longestSide))
  const [width, height] = [sheet.width, sheet.height].map((side) => (side * point) / userUnit)
  const pdf = new jsPDF({
    unit: 'pt',
    format: [width, height],
    orientation: width >= height ? 'landscape' : 'portrait',
    compress: true,
    userUnit,
  })
  pdf.setProperties({ title: caption.title, subject: caption.source, creator: 'Layerwise' })
  await svg2pdf(document.documentElement, pdf, { x: 0, y: 0, width, height })
  const bytes = new Uint8Array(pdf.output('arraybuffer'))
  // Units other than points came with version 1.6; jsPDF writes 1.3.
  if (userUnit > 1) bytes.set(new TextEncoder().encode('%PDF-1.6'))
  return { blob: new Blob([bytes], { type: 'application/pdf' }), note: 'The text is set in Helvetica.' }
}

/** The palette of the light theme, however the page looks now. */
export function printed() {
  const probe = document.createElement('div')
  const { theme } = document.documentElement.dataset
  document.documentElement.dataset.theme = 'light'
  document.body.append(probe)
  try {
    return { ...themePaletteOf(probe), paper: '#ffffff' }
  } finally {
    probe.remove()
    if (theme === undefined) delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }
}
