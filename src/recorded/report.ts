/** Many short trainings by the number of images, in several ways, as tools/training writes them. */
export interface Report {
  readonly network: string
  readonly title: string
  readonly ways: readonly { readonly name: string }[]
  readonly testImages: number
  readonly date: string
  readonly machine: string
  /** Steps of training by the number of images a class. */
  readonly steps: Readonly<Record<string, number>>
  /** Images a step. */
  readonly batch: number
  /** One short training each; `each` is the number of images a class, `error` a share. */
  readonly results: readonly {
    readonly way: string
    readonly each: number
    readonly seed: number
    readonly error: number | null
  }[]
}

/** A trunk trained on some classes and used on others in several ways: tools/training/transfer.py. */
export interface TransferReport extends Report {
  readonly ways: readonly {
    readonly name: string
    /** Whether it begins with the weights of the trunk. */
    readonly copies: boolean
    /** Stages that stay as they were copied. */
    readonly frozen: readonly string[]
    /** The largest learning rate. */
    readonly rate: number
  }[]
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly trunk: { readonly error: number }
}

/** One kind of network in several widths, from few images to many: tools/training/amount.py. */
export interface AmountReport extends Report {
  readonly ways: readonly { readonly name: string; readonly params: number; readonly macs: number }[]
  readonly classes: number
}

/** Mean, smallest and largest error of one way with one amount of images. */
export interface Spread {
  readonly mean: number
  readonly least: number
  readonly most: number
  readonly seeds: number
}

/** What was measured of a way with an amount; undefined where nothing was. */
export function spreadOf({ results }: Report, way: string, each: number): Spread | undefined {
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
export function amountsOf({ results }: Report): readonly number[] {
  return [...new Set(results.map(({ each }) => each))].sort((a, b) => a - b)
}

/** How many classes are told apart; undefined where the report does not say. */
export function classesOf(
  report: Report & Partial<Pick<TransferReport, 'target'> & Pick<AmountReport, 'classes'>>,
): number | undefined {
  return report.classes ?? report.target?.length
}

/** How long is trained with an amount: the steps, and how often each image is seen in them. */
export function trainingOf(
  { steps, batch }: Report,
  each: number,
  classes: number,
): { readonly steps: number; readonly passes: number } {
  return { steps: steps[each], passes: (steps[each] * batch) / (each * classes) }
}

/** How many seeds its points have: `3`, or `2 to 3` where some runs are still missing. */
export function seedsOf(report: Report): string {
  const seeds = report.ways.flatMap(({ name }) =>
    amountsOf(report).flatMap((each) => spreadOf(report, name, each)?.seeds ?? []),
  )
  const [least, most] = [Math.min(...seeds), Math.max(...seeds)]
  return least === most ? String(most) : `${least} to ${most}`
}
