import { useEffect, useRef } from 'react'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue and α of every pixel, row by row. */
  readonly data: Uint8ClampedArray
}

/** Pixels at their own size; styles enlarge them. */
export function PixelCanvas({ pixels, label }: { readonly pixels: Pixels; readonly label?: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    canvas
      .current!.getContext('2d')
      ?.putImageData(new ImageData(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height), 0, 0)
  }, [pixels])
  return (
    <canvas
      ref={canvas}
      className="pixels"
      // Before it is painted, or what is below would be pushed away when it is.
      width={pixels.width}
      height={pixels.height}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  )
}
