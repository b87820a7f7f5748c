import { useCallback, useEffect, useRef, useState } from 'react'
import { loadTrained } from '../../../runtime/trained/load'
import { published } from '../../../runtime/trained/model'
import { CancelledError } from '../../../runtime/types'
import type { WeightSource } from '../../../runtime/weights'
import { sentence } from '../../../runtime/words'
import { type Features, featuresOf } from './features'
import { fetching } from '../../shared/models'
import type { Task } from '../../shared/useTask'
import type { Shot } from './shots'
import type { Trunk } from './trunk'
import type { SharedEngine } from './useEngine'

/** What the trunk gives for the images: computed once for each, and kept as long as the image. */
export interface FeatureStore {
  readonly of: (shot: Shot) => Features
  /** The weights of the trunk. */
  readonly weights: () => Promise<WeightSource>
  /** How many images have theirs. */
  readonly progress?: Task<unknown>['progress']
  /** All of these images have theirs. */
  readonly isReady: boolean
  readonly problem?: string
  readonly retry: () => void
}

/** @param isOn whether anything is computed; what is under way is called off when it no longer is */
export function useFeatures(
  trunk: Trunk | undefined,
  shots: readonly Shot[],
  engine: SharedEngine,
  isOn: boolean,
): FeatureStore {
  const kept = useRef({ trunk, features: new Map<string, Features>() })
  const source = useRef<{ readonly trunk: Trunk; readonly weights: Promise<WeightSource> }>(undefined)
  const [progress, setProgress] = useState<FeatureStore['progress']>()
  const [ready, setReady] = useState<{ readonly trunk: Trunk; readonly shots: readonly Shot[] }>()
  const [problem, setProblem] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  /** Calls off the image under way. */
  const stop = useRef<() => void>(undefined)
  useEffect(() => {
    if (!isOn) stop.current?.()
  }, [isOn])
  useEffect(() => {
    if (!trunk || !isOn) return
    if (kept.current.trunk !== trunk) kept.current = { trunk, features: new Map() }
    const { features } = kept.current
    const ids = new Set(shots.map(({ id }) => id))
    for (const id of features.keys()) if (!ids.has(id)) features.delete(id)
    const missing = shots.filter(({ id }) => !features.has(id))
    let isOver = false
    setProgress({ done: 0, of: missing.length })
    setProblem(undefined)
    const go = async () => {
      const began = performance.now()
      for (const [i, { id, pixels }] of missing.entries()) {
        if (isOver) return
        const found = await engine((running) => {
          stop.current = () => running.cancel()
          return featuresOf(running, trunk, pixels, ({ stage, done, of }) => {
            if (stage !== 'download' || isOver) return
            setProgress({ done: 0, of: 0, waits: fetching(trunk.model, done, of) })
          }).finally(() => (stop.current = undefined))
        })
        features.set(id, found)
        const [done, of] = [i + 1, missing.length]
        // The first image waits for the worker and the weights.
        const pace = i > 1 ? (performance.now() - began) / 1000 / done : undefined
        if (!isOver) setProgress({ done, of, ...(pace && { left: pace * (of - done) }) })
      }
      if (!isOver) setReady({ trunk, shots })
    }
    go().catch((error: unknown) => {
      if (!isOver && !(error instanceof CancelledError)) setProblem(sentence(error))
    })
    return () => {
      isOver = true
    }
  }, [trunk, shots, engine, isOn, attempt])
  const weights = useCallback(() => {
    if (source.current?.trunk !== trunk) {
      const { model } = trunk!
      const weights = loadTrained(published(model.id), model.graph, new AbortController().signal)
      source.current = { trunk: trunk!, weights }
      // What did not come is asked for again.
      weights.catch(() => (source.current = undefined))
    }
    return source.current!.weights
  }, [trunk])
  return {
    of: useCallback((shot) => kept.current.features.get(shot.id)!, []),
    weights,
    ...(isOn && { progress: progress ?? { done: 0, of: 0 } }),
    isReady: ready?.trunk === trunk && ready?.shots === shots,
    ...(isOn && problem !== undefined && { problem }),
    retry: () => setAttempt((n) => n + 1),
  }
}
