/** How many ways of each length lead through blocks in a row, by the number of blocks that a way goes through. */
export function waysByLength(blocks: number): readonly number[] {
  let ways = [1]
  for (let i = 0; i < blocks; i++)
    ways = [...ways, 0].map((count, length) => count + (length > 0 ? ways[length - 1] : 0))
  return ways
}
