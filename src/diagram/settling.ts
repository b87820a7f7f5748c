/**
 * Heights of a picture whose legend depends on how it is arranged, which depends on its height: of one that comes back while
 * nothing around it has changed the lowest is taken, so that it does not go to and fro for ever.
 */
export function settling(): (height: number, around: readonly unknown[]) => number {
  let was: readonly unknown[] = []
  let heights: number[] = []
  let taken = 0
  return (height, around) => {
    if (around.some((value, i) => value !== was[i])) heights = []
    was = around
    if (heights.at(-1) !== height) taken = heights.includes(height) ? Math.min(...heights) : height
    heights.push(height)
    return taken
  }
}
