import { useEffect, useRef } from 'react'
import { type ReceptiveField } from '../../nn/graph'
import { centre } from '../../nn/receptive'
import type { Pixels } from '../../runtime/types'

interface Props {
  readonly pixels: Pixels
  readonly field: ReceptiveField
  readonly row: number
  readonly column: number
}

/** The input image with the rectangle that one output value can see. */
export function Field({ pixels, field, row, column }: Props) {
  const { width, height } = pixels
  const [vertical, horizontal] = field
  const top = vertical.start + row * vertical.stride
  const left = horizontal.start + column * horizontal.stride
  const cy = centre(vertical, row) + 0.5
  const cx = centre(horizontal, column) + 0.5
  // The part on the image: a field that is larger than the image would have its edges out of sight.
  const y = Math.max(0, Math.min(height, top))
  const x = Math.max(0, Math.min(width, left))
  const visible = {
    x,
    y,
    width: Math.max(0, Math.min(width, left + horizontal.size) - x),
    height: Math.max(0, Math.min(height, top + vertical.size) - y),
  }
  const line = Math.max(width, height) / 110
  return (
    <figure className="field">
      <div className="field-image" style={{ aspectRatio: `${width} / ${height}` }}>
        <PixelCanvas pixels={pixels} />
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={`Sees rows ${top} to ${top + vertical.size - 1} and columns ${left} to ${left + horizontal.size - 1} of the ${height} by ${width} image`}
        >
          <rect {...visible} className="field-halo" strokeWidth={line * 2} />
          <rect {...visible} className="field-line" strokeWidth={line} />
          <circle cx={cx} cy={cy} r={line * 1.4} className="field-centre" strokeWidth={line / 2} />
        </svg>
      </div>
      <figcaption className="small-text soft">
        Unit (row {row}, column {column}) sees rows {top} … {top + vertical.size - 1}, columns {left} …{' '}
        {left + horizontal.size - 1}
        {top < 0 || left < 0 || top + vertical.size > height || left + horizontal.size > width
          ? '; what lies outside the image is padding.'
          : '.'}
      </figcaption>
    </figure>
  )
}

/** Pixels at their own size; styles enlarge them. */
export function PixelCanvas({ pixels, label }: { readonly pixels: Pixels; readonly label?: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current!
    element.width = pixels.width
    element.height = pixels.height
    element
      .getContext('2d')
      ?.putImageData(new ImageData(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height), 0, 0)
  }, [pixels])
  return (
    <canvas
      ref={canvas}
      className="pixels"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  )
}
