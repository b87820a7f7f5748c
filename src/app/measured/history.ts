import type { Recipe } from '../../runtime/trained/manifest'

/** Share of wrong answers, from 0 to 1, and mean cross-entropy in nats; null where training ran away. */
interface Score {
  readonly loss: number | null
  readonly error: number | null
}

export interface Epoch {
  /** From 1. */
  readonly epoch: number
  /** Over the epoch, cropped and mirrored, while the weights were still changing. */
  readonly trainLoss: number | null
  readonly trainError: number | null
  readonly testLoss: number | null
  readonly testError: number | null
  readonly seconds: number
}

/** A recorded training, as tools/training/train.py writes it. */
export interface History {
  readonly run: {
    readonly name: string
    readonly network: string
    readonly recipe: Recipe
    readonly options: Readonly<Record<string, unknown>>
    /** Classes that it was trained on; all where empty. */
    readonly classes: readonly string[]
    /** Images of each class; all where null. */
    readonly each: number | null
  }
  readonly title: string
  readonly params: number
  readonly macs: number
  readonly trainImages: number
  readonly testImages: number
  readonly classes: readonly string[]
  readonly date: string
  readonly machine: string
  readonly diverged: boolean
  readonly epochs: readonly Epoch[]
  /** With the weights of the end, without cropping and mirroring. */
  readonly final: { readonly train: Score; readonly test: Score }
}

export interface Group {
  readonly title: string
  readonly runs: readonly History[]
}

/** What was trained on everything first, the best first; then what was trained on less. */
export function groupsOf(runs: readonly History[]): readonly Group[] {
  const part = ({ run }: History) => (run.classes.length > 0 ? 2 : run.each !== null ? 1 : 0)
  const error = ({ final }: History) => final.test.error ?? 1
  const titles = ['All photographs, all classes', 'A part of the photographs', 'Some of the classes']
  return titles
    .map((title, i) => ({
      title,
      runs: runs.filter((run) => part(run) === i).toSorted((a, b) => error(a) - error(b)),
    }))
    .filter((group) => group.runs.length > 0)
}

/** The options of a run in words, `bn false`; empty where there are none. */
export function optionsInWords({ run }: History): string {
  return Object.entries(run.options)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ')
}

/** The command that repeats a run, in the folder of the trainer. */
export function commandOf({ run }: History): string {
  return `python train.py --train train.tar.xz --test test.tar.xz ${run.name}`
}
