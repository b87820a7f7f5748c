import { useEffect, useRef } from 'react'
import { side } from './photo'

/** A picture of one channel, row by row; what is below 0 is black, what is above 255 white. */
export function GreyCanvas({
  values,
  label,
}: {
  readonly values: Float32Array | null
  readonly label: string
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!values || !context) return
    const image = context.createImageData(side, side)
    values.forEach((value, i) => image.data.set([value, value, value, 255], 4 * i))
    context.putImageData(image, 0, 0)
  }, [values])
  return <canvas ref={canvas} width={side} height={side} role="img" aria-label={label} />
}
