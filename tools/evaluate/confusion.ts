/** How often images of each class (row) were taken for each class (column). */
export type Confusion = readonly (readonly number[])[]

export function confusionOf(
  pairs: readonly (readonly [truth: number, answer: number])[],
  classes: number,
): Confusion {
  const counts = Array.from({ length: classes }, () => Array<number>(classes).fill(0))
  for (const [truth, answer] of pairs) counts[truth][answer]++
  return counts
}

/** The number of right answers. */
export function rightOf(confusion: Confusion): number {
  return confusion.reduce((sum, row, i) => sum + row[i], 0)
}

/** A table for a terminal; the columns have the first letters of the classes. */
export function confusionTable(confusion: Confusion, classes: readonly string[]): string {
  const head = Math.max(...classes.map((name) => name.length))
  const cells = [classes.map((name) => name.slice(0, 5)), ...confusion.map((row) => row.map(String))]
  const width = Math.max(...cells.flat().map((cell) => cell.length)) + 1
  return cells
    .map(
      (row, i) =>
        (i === 0 ? '' : classes[i - 1]).padEnd(head) + row.map((cell) => cell.padStart(width)).join(''),
    )
    .join('\n')
}
