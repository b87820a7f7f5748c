import { contextOf } from '../../ui/canvas'
import { ImageError } from './error'
import { blank, type Picture, shrink } from './image'

/** Above this a phone's browser gives up; below it none does. */
export const largestImage = 100_000_000

/** Enough for every network and for a picture on screen; what is larger would only hold memory, and room where it is kept. */
const keptSide = 1024

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
        `${name} has ${width} × ${height} pixels, ${(width * height) / 1e6} megapixels; the limit is ${largestImage / 1e6} megapixels.`,
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
      throw new ImageError(`${name} is broken: the browser could not read it to the end.`)
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

async function loaded(image: HTMLImageElement, name: string, type: string): Promise<void> {
  await new Promise<void>((done, fail) => {
    image.onload = () => done()
    image.onerror = () =>
      fail(
        new ImageError(
          type !== '' && !type.startsWith('image/')
            ? `${name} is not an image (its type is ${type}).`
            : `${name} cannot be read: it is broken, or of a type that this browser does not support.`,
        ),
      )
  })
}

/** A drawing with a size of its own; HTML inside it (diagrams.net and Mermaid write such) may be read again only where it came as data. */
async function addressOf(file: Blob, name: string): Promise<string> {
  const { sized } = await import('./svg').catch(() => {
    throw new ImageError(
      `${name} is a drawing, and the part of the site that reads drawings could not be loaded; is the site still reachable?`,
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
      `${name} contains HTML or external pictures, which this browser does not let a page read; save it as a PNG and choose that file.`,
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
