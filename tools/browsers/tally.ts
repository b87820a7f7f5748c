/** How a check ended: in so many seconds, and what it ran on where that is said; or with a fault in words. */
export type Result = { readonly seconds: number; readonly on?: string } | { readonly fault: string }

interface Row {
  readonly names: readonly string[]
  readonly what: string
  passed: number
  of: number
  slowest: number
  readonly on: Map<string, number>
}

/** Counts checks by row and keeps the words of those that failed. */
export class Tally {
  readonly rows: Row[] = []
  readonly failures: string[] = []

  /** @param tell hears of every failure at once: a long run may be stopped before its end */
  constructor(private readonly tell: (failure: string) => void = () => {}) {}

  get passed(): number {
    return this.rows.reduce((sum, row) => sum + row.passed, 0)
  }

  get failed(): number {
    return this.failures.length
  }

  add(names: readonly string[], what: string, result: Result): void {
    const same = (row: Row) => row.what === what && row.names.join() === names.join()
    let row = this.rows.find(same)
    if (!row) this.rows.push((row = { names, what, passed: 0, of: 0, slowest: 0, on: new Map() }))
    row.of++
    if ('fault' in result) {
      this.failures.push(`${[...names, what].filter(Boolean).join(', ')}: ${result.fault}`)
      this.tell(this.failures.at(-1)!)
    } else {
      row.passed++
      row.slowest = Math.max(row.slowest, result.seconds)
      if (result.on) row.on.set(result.on, (row.on.get(result.on) ?? 0) + 1)
    }
  }
}

/** Rows as text, in columns. */
export function table(rows: readonly Row[]): string {
  const lines = [
    ['browser', 'headers', 'backend', 'check', 'passed', 'slowest', 'ran on'],
    ...rows.map(({ names, what, passed, of, slowest, on }) => [
      ...names,
      what,
      `${passed} of ${of}`,
      passed > 0 ? `${slowest.toFixed(1)} s` : '',
      [...on].map(([what, times]) => `${what} × ${times}`).join(', '),
    ]),
  ]
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
