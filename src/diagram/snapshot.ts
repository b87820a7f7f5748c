import type { Room } from './layout'
import type { Look } from './look'
import { textWidth } from './measure'
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

/** A picture on paper: what of the scene, how large, and the words below. */
export interface Sheet {
  readonly shot: Snapshot
  readonly part: Rect
  readonly zoom: number
  /** In pixels, with the words. */
  readonly width: number
  readonly height: number
  readonly caption: Caption
  /** Size of the words below, in pixels. */
  readonly text: number
}

/** Room for the words below, in lines. */
const lines = 3

/** A page that a picture fills: its size in pixels of 1/96 inch, and its smallest text where everything has room. */
export interface Page extends Room {
  readonly text: number
}

/** The part that is seen, or all of it at the size at which it is read, so that every word is there. */
export function sheetOf(shot: Snapshot, extent: Extent, caption: Caption): Sheet {
  const { scene } = shot
  const [part, zoom] = extent === 'seen' ? [shot.visible, shot.zoom] : [scene.bounds, scene.reading]
  const sheet = { shot, part, zoom, caption, text: scene.text * scene.reading }
  const least = 24 + Math.max(...captionLines(sheet).map((line) => textWidth(line, sheet.text)))
  return {
    ...sheet,
    width: Math.ceil(Math.max(part.width * zoom, least)),
    height: Math.ceil(part.height * zoom + captionHeight(sheet.text)),
  }
}

/** All of a picture laid out anew on one line, at full size. */
export function lineOf(shot: Snapshot, caption: Caption): Sheet {
  return sheetOf({ ...shot, scene: shot.relaid('line') }, 'all', caption)
}

/** All of a picture laid out anew for a page, and as large as it fits there. */
export function pageOf(shot: Snapshot, { width, height, text }: Page, caption: Caption): Sheet {
  const room = { width, height: height - captionHeight(text) }
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
  return { shot: { ...shot, scene }, part, zoom, caption, text, width, height }
}

/** Whether every word of a sheet is there: what would be too small to be read is left out. */
export function isReadable({ shot: { scene }, zoom }: Sheet): boolean {
  return zoom >= scene.reading - 0.001
}

function captionHeight(text: number): number {
  return lines * text * 1.6 + 16
}

/** An SVG that stands on its own. */
export function svgOf(
  sheet: Sheet,
  font: string,
  widthOf: Painter['widthOf'],
  addressOf: (source: CanvasImageSource) => string,
): string {
  const { width, height, part, zoom, shot, caption } = sheet
  const picture = svgPainter(font, widthOf, addressOf)
  paintPicture(picture, sheet)
  const words = svgPainter(font, widthOf, addressOf)
  paintCaption(words, sheet)
  const clip = { width: part.width * zoom, height: part.height * zoom }
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escape(caption.title)}</title>
<desc>${escape(caption.source)}</desc>
<defs>
<clipPath id="part"><rect width="${clip.width}" height="${clip.height}"/></clipPath>
${picture.defs()}
</defs>
<rect width="${width}" height="${height}" fill="${escape(shot.palette.paper)}"/>
<g clip-path="url(#part)">
<g transform="scale(${zoom}) translate(${-part.x} ${-part.y})">
${picture.body()}
</g>
</g>
${words.body()}
</svg>
`
}

/** A canvas with so many pixels for one of the sheet. */
export function canvasOf(sheet: Sheet, density: number): HTMLCanvasElement {
  const { width, height, part, zoom, shot } = sheet
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(width * density)
  canvas.height = Math.floor(height * density)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no room for a picture of this size.')
  context.fillStyle = shot.palette.paper
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.save()
  context.beginPath()
  context.rect(0, 0, part.width * zoom * density, part.height * zoom * density)
  context.clip()
  const scale = zoom * density
  context.setTransform(scale, 0, 0, scale, -part.x * scale, -part.y * scale)
  paintPicture(canvasPainter(context, shot.palette.font), sheet)
  context.restore()
  context.setTransform(density, 0, 0, density, 0, 0)
  paintCaption(canvasPainter(context, shot.palette.font), sheet)
  return canvas
}

/** Without what only a screen has: the pointer and the ring of the selection stay, the focus does not. */
function paintPicture(painter: Painter, { shot, part, zoom }: Sheet): void {
  const { scene, look, palette } = shot
  paintScene(painter, scene, { look: { ...look, hovered: null }, palette, visible: part, zoom })
}

function captionLines({ shot, zoom, caption }: Pick<Sheet, 'shot' | 'zoom' | 'caption'>): readonly string[] {
  const { scene, look } = shot
  const { legend } = scene
  const [sample] = legend.samples
  const scale = legend.scale === 'sqrt' ? 'the square root of its channels' : 'its channels'
  const cut = legend.cut === null ? '' : `, up to ${legend.cut}`
  const amount = look.colouring?.by === 'amount' ? look.colouring : undefined
  const colours = amount ? `; color is ${amount.name}, from ${amount.least} to ${amount.most}` : ''
  return [
    caption.title,
    `A ribbon is as thick as ${scale}${cut}: ${sample.channels} channels are ${Math.round(sample.px * zoom * 10) / 10} px${colours}`,
    caption.source,
  ]
}

function paintCaption(painter: Painter, sheet: Sheet): void {
  const { palette } = sheet.shot
  const { text, part, zoom } = sheet
  let y = part.height * zoom + 8
  captionLines(sheet).forEach((line, i) => {
    y += text * 1.5
    painter.text(line, 12, y, { size: text, bold: i === 0, fill: i === 0 ? palette.ink : palette.soft })
  })
}
