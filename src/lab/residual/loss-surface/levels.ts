import type { Verdict } from '../../../runtime/training/surface'

export type Quantity = keyof Verdict

/** Losses below this are drawn alike. */
const least = 0.01

/** Between two levels lies one color: 0.1, 0.2, 0.5, 1 … for losses, tenths for errors; the same for all surfaces. */
export function levelsOf(points: readonly Verdict[], quantity: Quantity): readonly number[] {
  if (quantity === 'error') return [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]
  const losses = points.map(({ loss }) => drawn(loss))
  const [low, high] = [Math.min(...losses), Math.max(...losses)]
  const levels: number[] = []
  for (let power = -2; power < 9; power++)
    for (const digit of [1, 2, 5]) {
      const level = Number((digit * 10 ** power).toPrecision(1))
      if (level > low && level < high) levels.push(level)
    }
  return levels.length > 0 ? levels : [low]
}

/** A loss as it is drawn: what no number holds lies above all others. */
const drawn = (loss: number) => (Number.isFinite(loss) ? Math.max(least, Math.min(1e9, loss)) : 1e9)

/** Where contours are sought: of losses their logarithm, since they reach over several powers of ten. */
export const heightOf = (value: number, quantity: Quantity): number =>
  quantity === 'loss' ? Math.log10(drawn(value)) : value

/** Into which of the colors a value falls, from 0. */
export const bandOf = (value: number, levels: readonly number[]): number =>
  levels.filter((level) => !(value < level)).length
