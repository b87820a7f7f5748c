import { measured, percent } from '../../../ui/format'
import type { Quantity } from './levels'
import { colourOf } from './Surface'

/** What the colors stand for, from low to high. */
export function Key({
  levels,
  quantity,
}: {
  readonly levels: readonly number[]
  readonly quantity: Quantity
}) {
  const say = quantity === 'loss' ? measured : percent
  const last = levels.length - 1
  const bands = [
    `below ${say(levels[0])}`,
    ...levels.slice(1).map((level, i) => `${say(levels[i])} to ${say(level)}`),
    `${say(levels[last])} and more`,
  ]
  return (
    <ul className="surface-key small-text" aria-label={`Colors of the ${quantity}`}>
      {bands.map((words, band) => (
        <li key={words}>
          <svg aria-hidden width="14" height="14">
            <rect width="14" height="14" fill={colourOf(band, levels)} stroke="var(--line-strong)" />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
