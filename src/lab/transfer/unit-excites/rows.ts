import type { Covering } from './covering'
import { strongest } from './peaks'
import type { Seen } from './work'

type Rows = readonly (readonly (string | number)[])[]

/** What every image excites every channel of a part to, the strongest image of a channel first. */
export function peakRows(seen: readonly Seen[], part: string, channels: number): Rows {
  const own = seen.map(({ image, parts }) => ({ image, peaks: parts[part] }))
  const lines = Array.from({ length: channels }, (_, c) =>
    strongest(own, c, own.length).map(({ image, value, row, column }, i) => [
      ...[part, c + 1, i + 1, image.name],
      ...[value, row + 1, column + 1],
    ]),
  ).flat()
  return [['part', 'channel', 'rank', 'image', 'largest value', 'row', 'column'], ...lines]
}

/** What every square leaves of the answer; the first line has none. */
export function coveredRows({ name, whole, squares }: Covering & { readonly name: string }): Rows {
  const lines = squares.map(({ top, left, side, probability }) => [top + 1, left + 1, side, probability])
  return [['row', 'column', 'side of the square', `probability of ${name}`], ['', '', 0, whole], ...lines]
}
