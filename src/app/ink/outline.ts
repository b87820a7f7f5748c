import { getStroke } from 'perfect-freehand'
import type { Stroke } from './strokes'

/** The outline of a stroke as the path of an SVG, in its own points: as wide as it was pressed. */
export function outlineOf({ tool, width, points }: Pick<Stroke, 'tool' | 'width' | 'points'>): string {
  // A mouse presses evenly; then the speed of the hand makes the line thin or thick.
  const isEven = points.every(([, , pressure]) => pressure === points[0][2])
  const isPen = tool === 'pen'
  const outline = getStroke(points as unknown as number[][], {
    size: width,
    thinning: isPen ? 0.6 : 0,
    streamline: 0.4,
    simulatePressure: isPen && isEven,
    last: true,
  })
  if (outline.length === 0) return ''
  const [[x, y], ...rest] = outline
  const write = (value: number) => String(Math.round(value * 100) / 100)
  return `M${write(x)} ${write(y)}${rest.map(([px, py]) => `L${write(px)} ${write(py)}`).join('')}Z`
}
