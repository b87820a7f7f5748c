import type { Pixels } from '../../runtime/types'
import type { Fit } from '../state/intent'
import { ImageError } from './error'

/** The margin of an image that is shown whole: grey, halfway between black and white. */
export const margin = '#808080'

/** A decoded image, upright and opaque, at most 1024 pixels on its longer side. */
export interface Picture {
  readonly name: string
  readonly canvas: HTMLCanvasElement
  /** Of the file, upright. */
  readonly width: number
  readonly height: number
  /** A drawing has no pixels of its own; `width` and `height` are then those it was drawn with. */
  readonly isDrawing: boolean
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Where an image of `width`×`height` lies on a target; parts outside are cut off. */
interface Placement {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Crop fills the target and cuts what stands over, fit shows all and leaves a margin. */
export function place(image: Size, target: Size, fit: Fit): Placement {
  const scales = [target.width / image.width, target.height / image.height]
  const scale = fit === 'crop' ? Math.max(...scales) : Math.min(...scales)
  const width = image.width * scale
  const height = image.height * scale
  return { x: (target.width - width) / 2, y: (target.height - height) / 2, width, height }
}

/** The picture at a network's size, as bytes; null where the browser does not give them: no page ends for a preview. */
export function tryPrepare(picture: Picture, width: number, height: number, fit: Fit): Pixels | null {
  try {
    return prepare(picture, width, height, fit)
  } catch {
    return null
  }
}

/** Longer images than this lose most of themselves when they are cropped. */
const longest = 3

/** What cropping keeps of a very long or high image, as a sentence; null where it keeps enough. */
export function cutOff(
  { width, height, isDrawing }: Pick<Picture, 'width' | 'height' | 'isDrawing'>,
  [rows, columns]: readonly [number, number, number],
): string | null {
  if (Math.max(width / height, height / width) <= longest) return null
  const scale = Math.max(columns / width, rows / height)
  const kept = isDrawing
    ? 'the middle'
    : `the middle part (${Math.round(columns / scale)}×${Math.round(rows / scale)} of ${width}×${height})`
  return `Only ${kept} of this long image is used; choose “with margins” in the image dialog to see the rest.`
}

/** Pixels as a network with so many input channels sees them: with one it sees brightness only (ITU-R BT.601). */
export function asSeen(pixels: Pixels, channels: number): Pixels {
  if (channels !== 1) return pixels
  const data = new Uint8ClampedArray(pixels.data)
  for (let i = 0; i < data.length; i += 4)
    data[i] = data[i + 1] = data[i + 2] = 0.299 * data[i] + 0.587 * data[i + 1] + 0.114 * data[i + 2]
  return { ...pixels, data }
}

/** The picture at a network's size, as bytes. */
export function prepare(
  { canvas }: Pick<Picture, 'canvas'>,
  width: number,
  height: number,
  fit: Fit,
): Pixels {
  return scaled(canvas, canvas, { width, height }, fit)
}

/** An image of some size at another one, as bytes. */
export function scaled(
  source: CanvasImageSource,
  from: Size,
  { width, height }: Size,
  fit: Fit,
  surface = newSurface,
): Pixels {
  const placed = place(from, { width, height }, fit)
  const size = {
    width: Math.max(1, Math.round(placed.width)),
    height: Math.max(1, Math.round(placed.height)),
  }
  const small = shrink(source, from.width, from.height, size, surface)
  const context = filled(surface(width, height), margin)
  context.drawImage(small, placed.x, placed.y, placed.width, placed.height)
  const { data } = context.getImageData(0, 0, width, height)
  return { width, height, data }
}

/** Halves until the next step would be too small: a browser's own scaling skips pixels beyond a factor of two. */
export function shrink(
  source: CanvasImageSource,
  width: number,
  height: number,
  target: Size,
  surface = newSurface,
): CanvasImageSource {
  let at = source
  while (width >= target.width * 2 && height >= target.height * 2) {
    const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) }
    const context = surface(half.width, half.height)
    context.drawImage(at, 0, 0, half.width, half.height)
    at = context.canvas
    width = half.width
    height = half.height
  }
  return at
}

export function blank(width: number, height: number, colour: string): CanvasRenderingContext2D {
  return filled(newSurface(width, height), colour)
}

function filled(context: CanvasRenderingContext2D, colour: string): CanvasRenderingContext2D {
  context.fillStyle = colour
  context.fillRect(0, 0, context.canvas.width, context.canvas.height)
  return context
}

export function newSurface(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context)
    throw new ImageError('This browser does not let the page use a canvas, so images cannot be scaled.')
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  return context
}
