import type { Pixels } from '../../runtime/types'
import type { Fit } from '../state/intent'
import { ImageError } from './error'
import { contextOf } from '../../ui/canvas'

/** Above this a phone's browser gives up; below it none does. */
export const largestImage = 100_000_000

/** Enough for every network and for a picture on screen; what is larger would only hold memory, and room where it is kept. */
const keptSide = 1024

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

/** Where an image of `width`×`height` lies on a target; parts outside are cut off. */
interface Placement {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Crop fills the target and cuts what stands over, fit shows all and leaves a margin. */
export function place(
  image: { readonly width: number; readonly height: number },
  target: { readonly width: number; readonly height: number },
  fit: Fit,
): Placement {
  const scales = [target.width / image.width, target.height / image.height]
  const scale = fit === 'crop' ? Math.max(...scales) : Math.min(...scales)
  const width = image.width * scale
  const height = image.height * scale
  return { x: (target.width - width) / 2, y: (target.height - height) / 2, width, height }
}

/** Reads a file of any kind the browser knows; throws an `ImageError` with a sentence. */
export async function decode(file: Blob, name: string): Promise<Picture> {
  if (file.size === 0) throw new ImageError(`${name} is empty.`)
  const isSvg = file.type === 'image/svg+xml' || /\.svg$/i.test(name)
  const url = isSvg ? await addressOf(file, name) : URL.createObjectURL(file)
  try {
    // An <img> knows its size before it has any pixels, so a file that is too large is refused in time.
    const image = new Image()
    image.src = url
    await loaded(image, name, file.type)
    const { naturalWidth: width, naturalHeight: height } = image
    if (width === 0 || height === 0) throw new ImageError(`${name} has no pixels.`)
    if (width * height > largestImage)
      throw new ImageError(
        `${name} has ${width} × ${height} pixels, ${(width * height) / 1e6} megapixels; the most is ${largestImage / 1e6} megapixels.`,
      )
    const scale = Math.min(1, keptSide / Math.max(width, height))
    const kept = {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    }
    if (isSvg) {
      const canvas = draw(image, width, height, kept)
      assertReadable(canvas, name)
      return { name, canvas, width, height, isDrawing: true }
    }
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
      throw new ImageError(`${name} is broken: the browser could not read it to its end.`)
    })
    try {
      return {
        name,
        canvas: draw(bitmap, bitmap.width, bitmap.height, kept),
        width: bitmap.width,
        height: bitmap.height,
        isDrawing: false,
      }
    } finally {
      bitmap.close()
    }
  } finally {
    URL.revokeObjectURL(url)
  }
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
    ? 'its middle'
    : `the middle ${Math.round(columns / scale)}×${Math.round(rows / scale)} of ${width}×${height}`
  return `Of this long image only ${kept} is used; choose “all of it” in the image dialog to see the rest.`
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
export function prepare(picture: Picture, width: number, height: number, fit: Fit): Pixels {
  const { canvas } = picture
  const placed = place(canvas, { width, height }, fit)
  const size = {
    width: Math.max(1, Math.round(placed.width)),
    height: Math.max(1, Math.round(placed.height)),
  }
  const small = shrink(canvas, canvas.width, canvas.height, size)
  const context = blank(width, height, margin)
  context.drawImage(small, placed.x, placed.y, placed.width, placed.height)
  const { data } = context.getImageData(0, 0, width, height)
  return { width, height, data }
}

async function loaded(image: HTMLImageElement, name: string, type: string): Promise<void> {
  await new Promise<void>((done, fail) => {
    image.onload = () => done()
    image.onerror = () =>
      fail(
        new ImageError(
          type !== '' && !type.startsWith('image/')
            ? `${name} is not an image (its type is ${type}).`
            : `${name} cannot be read: it is broken, or of a kind this browser does not know.`,
        ),
      )
  })
}

/** A drawing with a size of its own; HTML inside it (diagrams.net and Mermaid write such) may be read again only where it came as data. */
async function addressOf(file: Blob, name: string): Promise<string> {
  const { sized } = await import('./svg').catch(() => {
    throw new ImageError(
      `${name} is a drawing, and what reads drawings could not be loaded; is the site still reachable?`,
    )
  })
  const svg = sized(await file.text(), name)
  return /<(\w+:)?foreignObject/.test(svg)
    ? `data:image/svg+xml,${encodeURIComponent(svg)}`
    : URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
}

/** Some browsers let a page show a drawing and not read it. */
function assertReadable(canvas: HTMLCanvasElement, name: string): void {
  try {
    contextOf(canvas).getImageData(0, 0, 1, 1)
  } catch {
    throw new ImageError(
      `${name} holds HTML or pictures from elsewhere, which this browser does not let a page read; save it as a PNG and choose that.`,
    )
  }
}

function draw(
  source: CanvasImageSource,
  width: number,
  height: number,
  size: { width: number; height: number },
): HTMLCanvasElement {
  // What is transparent in the file lies on white paper.
  const context = blank(size.width, size.height, '#ffffff')
  context.drawImage(shrink(source, width, height, size), 0, 0, size.width, size.height)
  return context.canvas
}

/** Halves until the next step would be too small: a browser's own scaling skips pixels beyond a factor of two. */
function shrink(
  source: CanvasImageSource,
  width: number,
  height: number,
  target: { width: number; height: number },
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

function blank(width: number, height: number, colour: string): CanvasRenderingContext2D {
  const context = surface(width, height)
  context.fillStyle = colour
  context.fillRect(0, 0, width, height)
  return context
}

function surface(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new ImageError('This browser gives the page no canvas, so images cannot be scaled.')
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  return context
}
