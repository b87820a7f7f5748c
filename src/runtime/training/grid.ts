/** How far one goes along each of two directions, as shares of the weights. */
export type Place = readonly [along: number, across: number]

/** Places of a square grid, row by row, from −reach to reach along both directions. */
export function gridOf(side: number, reach: number): readonly Place[] {
  const axis = axisOf(side, reach)
  return axis.flatMap((across) => axis.map((along) => [along, across] as const))
}

/** `side` numbers from −reach to reach; where their count is odd, the one in the middle is 0. */
export const axisOf = (side: number, reach: number): readonly number[] =>
  Array.from({ length: side }, (_, i) => (reach * (2 * i - (side - 1))) / (side - 1))
