import { type CSSProperties, useEffect, useRef } from 'react'
import { paint, type Scale } from '../../featuremaps/colour'
import type { Pixels } from '../../runtime/types'
import type { Plane } from './plane'

interface Props {
  readonly plane: Plane
  readonly scale: Scale
  /** Drawn in its place: the image itself. */
  readonly photo?: Pixels | null
  readonly style?: CSSProperties
  readonly className?: string
}

/** A plane at its own size, one pixel for each value; styles enlarge it. */
export function PlaneCanvas({ plane, scale, photo, style, className }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { width, height } = photo ?? plane.maps
  useEffect(() => {
    const context = canvas.current!.getContext('2d')
    if (!context) return
    const image = context.createImageData(width, height)
    if (photo) image.data.set(photo.data)
    else {
      paint(plane.maps, 0, scale, image.data)
      // Behind the last value of a vector there is nothing.
      image.data.fill(0, plane.count * 4)
    }
    context.putImageData(image, 0, 0)
  }, [plane, scale, photo, width, height])
  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      className={`plane${className ? ` ${className}` : ''}`}
      style={style}
      aria-hidden
    />
  )
}
