import { useEffect, useRef } from 'react'
import type { Picture } from './image'
import { place } from './image'

/** The middle of a picture, as decoration beside its name. */
export function Thumbnail({ picture, size }: { readonly picture: Picture; readonly size: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current!
    const side = Math.round(size * (window.devicePixelRatio || 1))
    element.width = side
    element.height = side
    const { x, y, width, height } = place(picture.canvas, element, 'crop')
    const context = element.getContext('2d')
    if (!context) return
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture.canvas, x, y, width, height)
  }, [picture, size])
  return (
    <canvas ref={canvas} className="thumbnail" style={{ inlineSize: size, blockSize: size }} aria-hidden />
  )
}
