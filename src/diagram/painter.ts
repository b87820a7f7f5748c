import { trace, type Path } from './path'
import type { Rect } from './scene'

/** A colour, or a change from one to another between two places. */
export type Paint =
  | string
  | {
      readonly from: string
      readonly to: string
      readonly start: readonly [x: number, y: number]
      readonly end: readonly [x: number, y: number]
    }

export interface Style {
  readonly fill?: Paint
  readonly stroke?: string
  readonly width?: number
  readonly dash?: readonly number[]
  /** Of all of it, from 0 to 1. */
  readonly alpha?: number
}

export interface TextStyle {
  readonly size: number
  readonly bold?: boolean
  readonly anchor?: 'start' | 'middle'
  readonly fill: string
  readonly alpha?: number
  /** A rim of this color sets it off from what it lies on. */
  readonly rim?: string
}

/** What a picture can be painted on, in the units of the scene. */
export interface Painter {
  path(path: Path, style: Style): void
  rect(rect: Rect, corner: number, style: Style): void
  text(text: string, x: number, y: number, style: TextStyle): void
  widthOf(text: string, style: Pick<TextStyle, 'size' | 'bold'>): number
  /** A picture whose pixels stay sharp. */
  image(source: CanvasImageSource, rect: Rect, alpha?: number): void
}

/** Width of the rim around letters, of which the letters cover half, as a share of their size. */
export const rimShare = 0.25

const paths = new WeakMap<Path, Path2D>()

function path2d(path: Path): Path2D {
  const found = paths.get(path)
  if (found) return found
  const made = new Path2D()
  trace(path, made)
  paths.set(path, made)
  return made
}

/** Whether a point of the scene lies on an outline. */
export function isOn(path: Path, x: number, y: number, context: CanvasRenderingContext2D): boolean {
  return context.isPointInPath(path2d(path), x, y)
}

/** Whether a point of the scene lies on a line of some width. */
export function isNear(
  path: Path,
  x: number,
  y: number,
  width: number,
  context: CanvasRenderingContext2D,
): boolean {
  context.lineWidth = width
  context.setLineDash([])
  return context.isPointInStroke(path2d(path), x, y)
}

/** Paints on a canvas whose transform is set already. */
export function canvasPainter(context: CanvasRenderingContext2D, font: string): Painter {
  context.lineCap = 'round'
  context.lineJoin = 'round'
  const paintOf = (paint: Paint): string | CanvasGradient => {
    if (typeof paint === 'string') return paint
    const gradient = context.createLinearGradient(...paint.start, ...paint.end)
    gradient.addColorStop(0.15, paint.from)
    gradient.addColorStop(0.95, paint.to)
    return gradient
  }
  const paint = (shape: Path2D, { fill, stroke, width = 1, dash, alpha = 1 }: Style) => {
    context.globalAlpha = alpha
    if (fill !== undefined) {
      context.fillStyle = paintOf(fill)
      context.fill(shape)
    }
    if (stroke !== undefined) {
      context.strokeStyle = stroke
      context.lineWidth = width
      context.setLineDash(dash ? [...dash] : none)
      context.stroke(shape)
    }
  }
  const fontOf = (size: number, bold: boolean) => `${bold ? 600 : 400} ${size}px ${font}`
  return {
    path: (path, style) => paint(path2d(path), style),
    rect({ x, y, width, height }, corner, style) {
      const shape = new Path2D()
      if (corner > 0) shape.roundRect(x, y, width, height, corner)
      else shape.rect(x, y, width, height)
      paint(shape, style)
    },
    text(text, x, y, { size, bold = false, anchor = 'start', fill, alpha = 1, rim }) {
      context.globalAlpha = alpha
      context.font = fontOf(size, bold)
      context.textAlign = anchor === 'middle' ? 'center' : 'left'
      if (rim !== undefined) {
        context.strokeStyle = rim
        context.lineWidth = size * rimShare
        context.setLineDash(none)
        context.strokeText(text, x, y)
      }
      context.fillStyle = fill
      context.fillText(text, x, y)
    },
    widthOf(text, { size, bold = false }) {
      context.font = fontOf(size, bold)
      return context.measureText(text).width
    },
    image(source, { x, y, width, height }, alpha = 1) {
      context.globalAlpha = alpha
      context.imageSmoothingEnabled = false
      context.drawImage(source, x, y, width, height)
    },
  }
}

const none: number[] = []
