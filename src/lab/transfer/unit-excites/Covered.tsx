import type { Pixels } from '../../../runtime/types'
import { percent } from '../../../ui/format'
import { PixelCanvas } from '../../../ui/PixelCanvas'
import { SaveNumbers } from '../../shared/SaveNumbers'
import { type Covering, covered, worst } from './covering'
import { coveredRows } from './rows'

/** How much of the answer each square takes: the darker a place, the more. */
export function Covered({
  pixels,
  covering,
}: {
  readonly pixels: Pixels
  readonly covering: Covering & { readonly name: string }
}) {
  const { whole, squares, name } = covering
  const least = worst(covering)
  const side = squares[0].side / 2
  const loss = (probability: number) => Math.max(0, 1 - probability / whole)
  return (
    <div className="unit-covered">
      <figure>
        <span className="unit-place">
          <PixelCanvas
            pixels={pixels}
            label={`How much of the probability of “${name}” a covering square takes away, position by position; most at row ${least.top + 1}, column ${least.left + 1}`}
          />
          <svg viewBox={`0 0 ${pixels.width} ${pixels.height}`} aria-hidden>
            {squares.map(({ top, left, probability }) => (
              <rect
                key={`${top} ${left}`}
                className="unit-loss"
                x={left + side / 2}
                y={top + side / 2}
                width={side}
                height={side}
                fillOpacity={0.85 * loss(probability)}
              />
            ))}
          </svg>
        </span>
        <figcaption className="small-text">darker: a square around here takes away more</figcaption>
      </figure>
      <figure>
        <PixelCanvas pixels={covered(pixels, least)} label="The square that takes away most, on the image" />
        <figcaption className="small-text">the square that takes away most</figcaption>
      </figure>
      <p role="status">
        Nothing covered: <b>{percent(whole)}</b> {name}. With the worst square:{' '}
        <b>{percent(least.probability)}</b>.
      </p>
      <SaveNumbers name="covered" rows={() => coveredRows(covering)} />
    </div>
  )
}
