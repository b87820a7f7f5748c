import { useEffect, useState } from 'react'
import { contextOf } from '../../ui/canvas'

/** Side of the pictures that labs compute on, in pixels. */
export const side = 112

/** A sample drawing as pixels, so many a side; null until it has been decoded, 'missing' where it cannot be. */
export function usePhoto(name: string, size = side): ImageData | 'missing' | null {
  const [photo, setPhoto] = useState<ImageData | 'missing' | null>(null)
  useEffect(() => {
    let left = false
    const image = new Image()
    image.src = `images/${name}.svg`
    image.decode().then(
      () => {
        if (!left) setPhoto(pixelsOf(image, size))
      },
      () => {
        // The drawings are part of the site; without one the lab says that there is nothing to show.
        if (!left) setPhoto('missing')
      },
    )
    return () => {
      left = true
    }
  }, [name, size])
  return photo
}

/** The middle square of an image. */
function pixelsOf(image: HTMLImageElement, size: number): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  const context = contextOf(canvas, { willReadFrequently: true })
  const shorter = Math.min(image.naturalWidth, image.naturalHeight)
  context.drawImage(
    image,
    (image.naturalWidth - shorter) / 2,
    (image.naturalHeight - shorter) / 2,
    shorter,
    shorter,
    0,
    0,
    size,
    size,
  )
  return context.getImageData(0, 0, size, size)
}
