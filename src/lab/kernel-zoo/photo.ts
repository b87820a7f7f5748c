import { useEffect, useState } from 'react'
import type { Grey } from './blur'

/** Side of the picture that windows slide over, in pixels. */
export const side = 112

/** Shares of red, green and blue in the brightness (ITU-R BT.601). */
const luma = [0.299, 0.587, 0.114]

/** A sample drawing as grey values; null until it has been decoded. */
export function usePhoto(name: string): Grey | null {
  const [photo, setPhoto] = useState<Grey | null>(null)
  useEffect(() => {
    let left = false
    const image = new Image()
    image.src = `images/${name}.svg`
    image.decode().then(
      () => {
        if (!left) setPhoto(greyOf(image))
      },
      () => {
        // The drawings are part of the site; without one the lab says that there is nothing to show.
        if (!left) setPhoto({ width: 0, height: 0, values: new Float32Array() })
      },
    )
    return () => {
      left = true
    }
  }, [name])
  return photo
}

function greyOf(image: HTMLImageElement): Grey {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = side
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  const shorter = Math.min(image.naturalWidth, image.naturalHeight)
  context.drawImage(
    image,
    (image.naturalWidth - shorter) / 2,
    (image.naturalHeight - shorter) / 2,
    shorter,
    shorter,
    0,
    0,
    side,
    side,
  )
  const { data } = context.getImageData(0, 0, side, side)
  const values = Float32Array.from({ length: side * side }, (_, i) =>
    luma.reduce((sum, share, c) => sum + share * data[4 * i + c], 0),
  )
  return { width: side, height: side, values }
}
