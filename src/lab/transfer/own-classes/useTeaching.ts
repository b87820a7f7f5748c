import { useCallback } from 'react'
import type { Lane } from '../../../runtime/lane'
import { beginTraining } from '../../../runtime/training/begin'
import { CancelledError } from '../../../runtime/types'
import { type OnDone, type Task, useWork } from '../../shared/useTask'
import { type GapPoint, measureGap } from './gap'
import { prepared, type Pupil, pupilOf, type Setting } from './lessons'
import type { Split } from './shots'
import { type Taught, teach } from './teach'
import type { FeatureStore } from './useFeatures'

/** What a training gave: how it went, and the whole network. */
export interface Outcome {
  readonly taught: Taught
  readonly pupil: Pupil
  /** Another one for another training. */
  readonly id: string
}

let trainings = 0

/** A worker in which networks learn, for as long as the work takes; called off, it ends at once. */
async function inWorker<T>(signal: AbortSignal, work: (lane: Lane) => Promise<T>): Promise<T> {
  const done = new CancelledError('Nobody looks at this training any more.')
  const beginning = beginTraining('training own classes', () => {})
  const end = () => beginning.end(done)
  signal.addEventListener('abort', end)
  try {
    return await work((await beginning.life).lane)
  } finally {
    signal.removeEventListener('abort', end)
    end()
  }
}

/** Trains as set; another setting or other images forget what was learned. */
export function useTeaching(
  setting: Setting | undefined,
  split: Split,
  features: FeatureStore,
): Task<Outcome> {
  const { of, weights } = features
  return useWork(
    useCallback(
      async (signal: AbortSignal, onDone: OnDone) => {
        const source = await weights()
        const ready = prepared(setting!, split, of, source)
        const taught = await inWorker(signal, (lane) => teach(lane, ready.lesson, signal, onDone))
        return { taught, pupil: pupilOf(setting!, ready, taught, source), id: `own classes ${++trainings}` }
      },
      [setting, split, of, weights],
    ),
  )
}

/** Measures the error by the number of images, with copied features and without. */
export function useGap(
  setting: Setting | undefined,
  split: Split,
  features: FeatureStore,
): Task<readonly GapPoint[]> {
  const { of, weights } = features
  return useWork(
    useCallback(
      async (signal: AbortSignal, onDone: OnDone) => {
        const source = await weights()
        return inWorker(signal, (lane) => measureGap(lane, setting!, split, of, source, signal, onDone))
      },
      [setting, split, of, weights],
    ),
  )
}
