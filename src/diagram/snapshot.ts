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
}

/** Room for the words below, in lines. */
const lines = 3

export function sheetOf(shot: Snapshot, extent: Extent, caption: Caption): Sheet {
  // All of it at full size, so that every word is there.
  const [part, zoom] = extent === 'seen' ? [shot.visible, shot.zoom] : [shot.scene.bounds, 1]
  const least = 24 + Math.max(...captionLines(shot, caption).map((line) => textWidth(line, shot.scene.text)))
  return {
    shot,
    part,
    zoom,
    caption,
    width: Math.ceil(Math.max(part.width * zoom, least)),
    height: Math.ceil(part.height * zoom + lines * shot.scene.text * 1.6 + 16),
  }
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

function captionLines(
  { scene, look }: Pick<Snapshot, 'scene' | 'look'>,
  { title, source }: Caption,
): readonly string[] {
  const { legend } = scene
  const [sample] = legend.samples
  const scale = legend.scale === 'sqrt' ? 'the square root of its channels' : 'its channels'
  const cut = legend.cut === null ? '' : `, up to ${legend.cut}`
  const amount = look.colouring?.by === 'amount' ? look.colouring : undefined
  const colours = amount ? `; colour is ${amount.name}, from ${amount.least} to ${amount.most}` : ''
  return [
    title,
    `A ribbon is as thick as ${scale}${cut}: ${sample.channels} channels are ${Math.round(sample.px * 10) / 10} px${colours}`,
    source,
  ]
}

function paintCaption(painter: Painter, { shot, caption, part, zoom }: Sheet): void {
  const { scene, palette } = shot
  let y = part.height * zoom + 8
  captionLines(shot, caption).forEach((line, i) => {
    y += scene.text * 1.5
    painter.text(line, 12, y, { size: scene.text, bold: i === 0, fill: i === 0 ? palette.ink : palette.soft })
  })
}
