import { contours, geoPath, interpolateViridis } from 'd3'
import { type PointerEvent, useMemo } from 'react'
import { heightOf, type Quantity } from './levels'
import type { Surface } from './work'

interface Props {
  /** What a screen reader is told in place of the picture. */
  readonly label: string
  readonly surface: Surface
  readonly quantity: Quantity
  readonly levels: readonly number[]
  /** The point that is read, counted from the middle. */
  readonly at: readonly [column: number, row: number]
  readonly onPick: (column: number, row: number) => void
}

/** The color of a band, dark where the loss is low; the order can be read without any hue. */
export const colourOf = (band: number, levels: readonly number[]): string =>
  interpolateViridis(band / Math.max(1, levels.length))

const path = geoPath()

/** Lines of equal loss and the bands between them, with a cross at the point that is read. */
export function SurfaceMap({ label, surface: { side, points }, quantity, levels, at, onPick }: Props) {
  const bands = useMemo(() => {
    const heights = points.map((point) => heightOf(point[quantity], quantity))
    // The second direction goes up.
    const upright = Array.from({ length: side }, (_, row) =>
      heights.slice((side - 1 - row) * side, (side - row) * side),
    ).flat()
    const thresholds = levels.map((level) => heightOf(level, quantity))
    return contours()
      .size([side, side])
      .thresholds(thresholds)(upright)
      .map((shape) => path(shape) ?? '')
  }, [side, points, quantity, levels])
  const middle = (side - 1) / 2
  const [x, y] = [middle + at[0] + 0.5, middle - at[1] + 0.5]
  const pick = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const place = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * (side - 1)) - middle
    onPick(place((event.clientX - box.left) / box.width), -place((event.clientY - box.top) / box.height))
  }
  return (
    <svg
      className="surface-map"
      role="img"
      aria-label={label}
      viewBox={`0.5 0.5 ${side - 1} ${side - 1}`}
      onPointerDown={pick}
    >
      <rect x={0.5} y={0.5} width={side - 1} height={side - 1} fill={colourOf(0, levels)} />
      {bands.map((shape, i) => (
        <path key={i} className="surface-band" d={shape} fill={colourOf(i + 1, levels)} />
      ))}
      {(['under', 'over'] as const).map((layer) => (
        <path key={layer} className={`surface-cross ${layer}`} d={`M${x - 0.5} ${y}h1M${x} ${y - 0.5}v1`} />
      ))}
    </svg>
  )
}
