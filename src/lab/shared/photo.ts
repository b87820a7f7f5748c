import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { contextOf } from '../../ui/canvas'
import { addressOf } from '../../ui/held'

/** Side of the pictures that labs compute on, in pixels. */
export const side = 112

/** The reader's own image, for the labs that look at it in place of a drawing. */
interface Readers {
  /** Null while the reader has none, or wants to see the lab's. */
  readonly image: HTMLCanvasElement | null
  /** Shows the lab's own again. */
  readonly putAway: () => void
  /** Says that a lab looks at it. Returns the way to say that it no longer does. */
  readonly look: () => () => void
}

export const ReadersImage = createContext<Readers>({
  image: null,
  putAway: () => {},
  look: () => () => {},
})

/** As `usePhoto`, and the reader's own image where there is one. */
export function useReadersPhoto(name: string, size = side): ImageData | 'missing' | null {
  const { image, look } = useContext(ReadersImage)
  const photo = usePhoto(name, size)
  useEffect(look, [look])
  const own = useMemo(() => image && pixelsOf(image, image, size), [image, size])
  return own ?? photo
}

/** A sample drawing as pixels, so many a side; null until it has been decoded, 'missing' where it cannot be. */
export function usePhoto(name: string, size = side): ImageData | 'missing' | null {
  const [photo, setPhoto] = useState<ImageData | 'missing' | null>(null)
  /** What was loaded last: a lab that was hidden and is shown again has the same pixels as before. */
  const loaded = useRef('')
  useEffect(() => {
    const wanted = `${name} ${size}`
    if (loaded.current === wanted) return
    let left = false
    const show = (found: ImageData | 'missing') => {
      if (left) return
      loaded.current = wanted
      setPhoto(found)
    }
    // The drawings are part of the site; without one the lab says that there is nothing to show.
    loadPhoto(name, size).then(show, () => show('missing'))
    return () => {
      left = true
    }
  }, [name, size])
  return photo
}

/** The photographs of the site; what else it has are drawings. */
export const photographs = ['vienna', 'chelsea', 'coffee', 'astronaut', 'rocket'] as const

/** A photograph or a drawing as pixels; rejects where it cannot be decoded. */
export async function loadPhoto(name: string, size = side): Promise<ImageData> {
  const image = new Image()
  const isPhotograph = (photographs as readonly string[]).includes(name)
  image.src = addressOf(`images/${name}.${isPhotograph ? 'jpg' : 'svg'}`)
  await image.decode()
  return pixelsOf(image, { width: image.naturalWidth, height: image.naturalHeight }, size)
}

/** The middle square of an image. */
export function pixelsOf(
  image: CanvasImageSource,
  { width, height }: { readonly width: number; readonly height: number },
  size: number,
): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  const context = contextOf(canvas, { willReadFrequently: true })
  const shorter = Math.min(width, height)
  context.drawImage(image, (width - shorter) / 2, (height - shorter) / 2, shorter, shorter, 0, 0, size, size)
  return context.getImageData(0, 0, size, size)
}
