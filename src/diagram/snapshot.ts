import type { Room } from './layout'
import type { Look } from './look'
import { textWidth } from './measure'
import * as badges from './badge'
import { paintScene } from './paint'
import type { Palette } from './palette'
import { canvasPainter, type Painter } from './painter'
import type { Rect, Scene } from './scene'
import { escape, svgPainter } from './svgPainter'

/** What of a picture is kept: the part that is seen, or all of it. */
export type Extent = 'seen' | 'all'

/** A picture at one moment. */
export interface Snapshot {
  /** The same picture laid out for another page, or on one line. */
  readonly relaid: (page: Room | 'line', text?: number) => Scene
  readonly scene: Scene
  readonly look: Look
  readonly palette: Palette
  readonly visible: Rect
  readonly zoom: number
}

/** What stands below a picture: what it shows, and where it is from. */
export interface Caption {
  readonly title: string
  readonly source: string
}

/** One picture of a sheet: what of the scene, how large and where, and its name where there are several. */
interface Placed {
  readonly shot: Snapshot
  readonly part: Rect
  readonly zoom: number
  /** Its upper left corner on the sheet, in pixels. */
  readonly x: number
  readonly y: number
  readonly name?: string
}

/** Pictures on paper, side by side, and the words below. */
export interface Sheet {
  readonly pictures: readonly Placed[]
  /** In pixels, with the words. */
  readonly width: number
  readonly height: number
  /** Below, line by line. */
  readonly words: readonly string[]
  readonly caption: Caption
  /** Size of the words below, in pixels. */
  readonly text: number
}

/** Words below a picture that is narrow go on in another line from this width on, in sizes of the text. */
const leastWidth = 22

/** Beside words, and between pictures, in pixels. */
const margin = 12
const between = 32

/** A page that a picture fills: its size in pixels of 1/96 inch, and its smallest text where everything has room. */
export interface Page extends Room {
  readonly text: number
}

/** The part that is seen, or all of it at the size at which it is read, so that every word is there. */
export function sheetOf(shot: Snapshot, extent: Extent, caption: Caption): Sheet {
  return besideOf([{ shot }], extent, caption)
}

/** The same of pictures that are compared: side by side with their names, all of them to one scale. */
export function besideOf(
  shots: readonly { readonly shot: Snapshot; readonly name?: string }[],
  extent: Extent,
  caption: Caption,
): Sheet {
  const reading = Math.max(...shots.map(({ shot }) => shot.scene.reading))
  const text = Math.max(...shots.map(({ shot: { scene } }) => scene.text * scene.reading))
  const y = shots.some(({ name }) => name !== undefined) ? nameHeight(text) : 0
  let x = 0
  const pictures = shots.map(({ shot, name }): Placed => {
    const [part, zoom] = extent === 'seen' ? [shot.visible, shot.zoom] : [shot.scene.bounds, reading]
    const picture = { shot, part, zoom, x, y, name }
    const named = name === undefined ? 0 : textWidth(name, text, true) + 2 * margin
    x += Math.ceil(Math.max(part.width * zoom, named)) + between
    return picture
  })
  const room = Math.max(x - between, leastWidth * text) - 2 * margin
  const words = captionLines({ pictures, caption }).flatMap((line) => broken(line, text, room))
  const least = 2 * margin + Math.max(...words.map((line) => textWidth(line, text)))
  const high = Math.max(...pictures.map(({ part, zoom }) => part.height * zoom))
  return {
    pictures,
    words,
    caption,
    text,
    width: Math.ceil(Math.max(x - between, least)),
    height: Math.ceil(y + high + captionHeight(text, words.length)),
  }
}

/** All of a picture laid out anew on one line, at full size. */
export function lineOf(shot: Snapshot, caption: Caption): Sheet {
  return sheetOf({ ...shot, scene: shot.relaid('line') }, 'all', caption)
}

/** All of a picture laid out anew for a page, and as large as it fits there. */
export function pageOf(shot: Snapshot, { width, height, text }: Page, caption: Caption): Sheet {
  const lines = 3
  const room = { width, height: height - captionHeight(text, lines) }
  const scene = shot.relaid(room, text)
  const { bounds } = scene
  const zoom = Math.min(room.width / bounds.width, room.height / bounds.height)
  // In the middle of the page.
  const part = {
    x: bounds.x + bounds.width / 2 - room.width / zoom / 2,
    y: bounds.y + bounds.height / 2 - room.height / zoom / 2,
    width: room.width / zoom,
    height: room.height / zoom,
  }
  const pictures = [{ shot: { ...shot, scene }, part, zoom, x: 0, y: 0 }]
  return { pictures, words: captionLines({ pictures, caption }), caption, text, width, height }
}

/** Whether every word of a sheet is there: what would be too small to be read is left out. */
export function isReadable({ pictures }: Sheet): boolean {
  return pictures.every(({ shot: { scene }, zoom }) => zoom >= scene.reading - 0.001)
}

function nameHeight(text: number): number {
  return 2.2 * text
}

function captionHeight(text: number, lines: number): number {
  return lines * text * 1.6 + 16
}

/** An SVG that stands on its own. */
export function svgOf(
  sheet: Sheet,
  font: string,
  widthOf: Painter['widthOf'],
  addressOf: (source: CanvasImageSource) => string,
): string {
  const { width, height, caption, pictures } = sheet
  const painted = pictures.map((picture, i) => {
    const painter = svgPainter(font, widthOf, addressOf, `fan-${i + 1}`)
    paintPicture(painter, picture)
    return { ...picture, clip: `part-${i + 1}`, painter }
  })
  const words = svgPainter(font, widthOf, addressOf)
  paintWords(words, sheet)
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escape(caption.title)}</title>
<desc>${escape(caption.source)}</desc>
<defs>
${painted
  .map(
    ({ clip, part, zoom, painter }) =>
      `<clipPath id="${clip}"><rect width="${part.width * zoom}" height="${part.height * zoom}"/></clipPath>\n${painter.defs()}`,
  )
  .join('\n')}
</defs>
<rect width="${width}" height="${height}" fill="${escape(paletteOf(sheet).paper)}"/>
${painted
  .map(
    ({ clip, x, y, part, zoom, painter }) => `<g transform="translate(${x} ${y})">
<g clip-path="url(#${clip})">
<g transform="scale(${zoom}) translate(${-part.x} ${-part.y})">
${painter.body()}
</g>
</g>
</g>`,
  )
  .join('\n')}
${words.body()}
</svg>
`
}

/** A canvas with so many pixels for one of the sheet. */
export function canvasOf(sheet: Sheet, density: number): HTMLCanvasElement {
  const { width, height, pictures } = sheet
  const palette = paletteOf(sheet)
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(width * density)
  canvas.height = Math.floor(height * density)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has too little memory for a picture of this size.')
  context.fillStyle = palette.paper
  context.fillRect(0, 0, canvas.width, canvas.height)
  for (const picture of pictures) {
    const { part, zoom, x, y } = picture
    context.setTransform(density, 0, 0, density, x * density, y * density)
    context.save()
    context.beginPath()
    context.rect(0, 0, part.width * zoom, part.height * zoom)
    context.clip()
    context.scale(zoom, zoom)
    context.translate(-part.x, -part.y)
    paintPicture(canvasPainter(context, palette.font), picture)
    context.restore()
  }
  context.setTransform(density, 0, 0, density, 0, 0)
  paintWords(canvasPainter(context, palette.font), sheet)
  return canvas
}

function paletteOf({ pictures: [{ shot }] }: Sheet): Palette {
  return shot.palette
}

/** Without what only a screen has: the pointer and the ring of the selection stay, the focus does not. */
function paintPicture(painter: Painter, { shot, part, zoom }: Placed): void {
  const { scene, look, palette } = shot
  paintScene(painter, scene, { look: { ...look, hovered: null }, palette, visible: part, zoom, badges })
}

function captionLines({ pictures, caption }: Pick<Sheet, 'pictures' | 'caption'>): readonly string[] {
  const [{ shot, zoom }] = pictures
  const { scene, look } = shot
  const { legend } = scene
  const [sample] = legend.samples
  const scale =
    legend.scale === 'sqrt' ? 'the square root of its number of channels' : 'its number of channels'
  const cut = legend.cut === null ? '' : `, up to ${legend.cut}`
  const amount = look.colouring?.by === 'amount' ? look.colouring : undefined
  const colours = amount ? `; color is ${amount.name}, from ${amount.least} to ${amount.most}` : ''
  // Pictures that a reader has moved apart have no size in common.
  const isOne = pictures.every((other) => Math.abs(other.zoom / zoom - 1) < 0.01)
  const size = isOne
    ? `: ${sample.channels} channels are ${Math.round(sample.px * zoom * 10) / 10}\u00a0px`
    : ''
  return [caption.title, `The thickness of a ribbon shows ${scale}${cut}${size}${colours}`, caption.source]
}

/** A line as several that are no wider than there is room, in pixels. */
function broken(line: string, text: number, room: number): readonly string[] {
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : ''
    if (lines.length > 0 && textWidth(longer, text) <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** The names above the pictures, and the lines below. */
function paintWords(painter: Painter, sheet: Sheet): void {
  const palette = paletteOf(sheet)
  const { text, pictures, words, height } = sheet
  for (const { name, x } of pictures)
    if (name !== undefined)
      painter.text(name, x + margin, 1.5 * text, { size: text, bold: true, fill: palette.ink })
  let y = height - captionHeight(text, words.length) + 8
  words.forEach((line, i) => {
    y += text * 1.5
    painter.text(line, margin, y, { size: text, bold: i === 0, fill: i === 0 ? palette.ink : palette.soft })
  })
}
