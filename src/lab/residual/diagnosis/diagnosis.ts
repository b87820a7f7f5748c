import { namesOf } from '../../../recorded/names'
import type { History } from '../../../recorded/history'
import type { Series } from '../../../recorded/Curves'

/** Why the second of two runs does worse on new images than the first. */
export type Diagnosis = 'overfitting' | 'degradation'

/** Two recorded trainings, the second with the higher test error. */
export type Pair = readonly [first: History, second: History]

/**
 * What the training images tell, once both are trained: known at least as well as by the first, and new ones worse, it
 * overfits; known worse, too, it could not be trained as well.
 *
 * Throws where the second is not worse on new images: such a pair is no case.
 */
export function diagnose([first, second]: Pair): Diagnosis {
  const worseBy = (images: 'train' | 'test') => errorOf(second, images) - errorOf(first, images)
  if (worseBy('test') <= 0)
    throw new Error(`${second.run.name} beside ${first.run.name} shows neither overfitting nor degradation.`)
  return worseBy('train') > 0 ? 'degradation' : 'overfitting'
}

/** In the last epoch, where the curve ends: the share of images that are named wrongly. */
export function errorOf({ run, epochs }: History, images: 'train' | 'test'): number {
  const error = epochs.at(-1)?.[`${images}Error`] ?? null
  if (error === null) throw new Error(`${run.name} ran away and has no ${images} error.`)
  return error
}

/** The curves of a pair; the networks are called first and second until `named`, and keep their colors when they are. */
export function seriesOf(pair: Pair, withTraining: boolean, named: boolean): readonly Series[] {
  const names = named ? namesOf(pair) : ['first', 'second']
  const shown = withTraining ? (['test', 'training'] as const) : (['test'] as const)
  return shown.flatMap((images) =>
    pair.map((run, i) => ({
      name: `${names[i]}, ${images}`,
      values: run.epochs.map((epoch) => (images === 'test' ? epoch.testError : epoch.trainError)),
    })),
  )
}
