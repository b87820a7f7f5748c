/** A trunk trained on some classes and used on others in several ways, as tools/training/transfer.py writes it. */
export interface TransferReport {
  readonly network: string
  readonly title: string
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly trunk: { readonly error: number }
  readonly ways: readonly { readonly name: string }[]
  readonly testImages: number
  readonly date: string
  readonly machine: string
  /** One short training each; `each` is the number of images a class, `error` a share. */
  readonly results: readonly {
    readonly way: string
    readonly each: number
    readonly seed: number
    readonly error: number | null
  }[]
}

/** Mean, smallest and largest error of one way with one amount of images. */
export interface Spread {
  readonly mean: number
  readonly least: number
  readonly most: number
  readonly seeds: number
}

/** What was measured of a way with an amount; undefined where nothing was. */
export function spreadOf({ results }: TransferReport, way: string, each: number): Spread | undefined {
  const errors = results.flatMap((result) =>
    result.way === way && result.each === each && result.error !== null ? [result.error] : [],
  )
  if (errors.length === 0) return undefined
  return {
    mean: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    least: Math.min(...errors),
    most: Math.max(...errors),
    seeds: errors.length,
  }
}

/** The amounts of images a class, the fewest first. */
export function amountsOf({ results }: TransferReport): readonly number[] {
  return [...new Set(results.map(({ each }) => each))].sort((a, b) => a - b)
}
