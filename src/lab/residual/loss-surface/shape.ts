import type { Verdict } from '../../../runtime/training/surface'
import type { Surface } from './work'

/** A surface in a few numbers. */
export interface Shape {
  /** Of the trained network itself, in the middle. */
  readonly center: Verdict
  /** The lowest loss of the grid. */
  readonly lowest: number
  /** Mean loss of the points that lie nearest to a circle around the middle, by its radius as a share of the reach. */
  readonly halfway: number
  readonly edge: number
  /** Share of the points whose loss is at most one nat above the lowest, 0 to 1. */
  readonly basin: number
  /** Share of neighboring points between which the loss falls on the way out from the middle: 0 for a bowl. */
  readonly falls: number
}

export function shapeOf({ side, points }: Surface): Shape {
  const middle = (side - 1) / 2
  const lossAt = (row: number, column: number) => points[row * side + column].loss
  const lowest = Math.min(...points.map(({ loss }) => loss))
  const on = (radius: number) => {
    const near = points.filter(
      (_, i) =>
        Math.abs(Math.hypot((i % side) - middle, Math.floor(i / side) - middle) - radius * middle) < 0.5,
    )
    return near.reduce((sum, { loss }) => sum + loss, 0) / near.length
  }
  let [ways, falling] = [0, 0]
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      // The neighbor one step farther out, along the axis on which the point already lies farther out.
      const [down, right] = [row - middle, column - middle]
      const isFlat = Math.abs(right) >= Math.abs(down)
      const next = isFlat ? [row, column + (Math.sign(right) || 1)] : [row + Math.sign(down), column]
      if (next.some((at) => at < 0 || at >= side)) continue
      ways++
      if (lossAt(next[0], next[1]) < lossAt(row, column)) falling++
    }
  return {
    center: points[middle * side + middle],
    lowest,
    halfway: on(0.5),
    edge: on(1),
    basin: points.filter(({ loss }) => loss <= lowest + 1).length / points.length,
    falls: falling / ways,
  }
}
