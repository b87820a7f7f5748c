/** A trained network without some of its blocks, no weight trained again, as tools/training/deletions.py writes it. Errors are shares of wrong answers. */
export interface DeletionReport {
  readonly network: string
  readonly title: string
  /** The groups of its blocks, in order. */
  readonly blocks: readonly string[]
  /** Test images that the errors of the whole network and of single deletions are measured on. */
  readonly testImages: number
  /** Of the whole network. */
  readonly error: number
  /** Without one block at a time. */
  readonly deletions: readonly { readonly block: string; readonly error: number }[]
  /** Test images for subsets and factors. */
  readonly someImages: number
  /** Of the subsets. */
  readonly seed: number
  /** Without random subsets of so many blocks, an error for each subset. */
  readonly subsets: readonly { readonly deleted: number; readonly errors: readonly number[] }[]
  /** With what every block adds multiplied by a factor; absent in a network without shortcuts. */
  readonly scaled?: readonly { readonly factor: number; readonly error: number }[]
  readonly date: string
  readonly machine: string
}

/** The middle of some errors: half are at most this. */
export function median(errors: readonly number[]): number {
  const sorted = [...errors].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
