import { useEffect, useMemo } from 'react'
import { create } from 'zustand'
import type { Graph, NodeId } from '../../nn/graph'
import { usePictures } from '../image/pictures'
import { type Film, filmOf } from './times'

/** Steps in a second at the usual speed. */
const pace = 12

/** How much faster than usual. */
export const speeds = { slow: 0.25, usual: 1, fast: 4 } as const
export type Speed = keyof typeof speeds

/** Where the film of a forward pass stands; `step` is null while there is none. */
interface Showing {
  readonly graph: Graph | null
  readonly step: number | null
  readonly isPlaying: boolean
  readonly speed: Speed
}

export const useFilm = create<Showing>(() => ({ graph: null, step: null, isPlaying: false, speed: 'usual' }))

const films = new WeakMap<Graph, Film>()

export function filmFor(graph: Graph): Film {
  let film = films.get(graph)
  if (!film) films.set(graph, (film = filmOf(graph)))
  return film
}

/** Plays from the beginning, or goes on; for those who want no movement the pass is there at once, at its end. */
export function play(graph: Graph): void {
  const { graph: shown, step } = useFilm.getState()
  const last = filmFor(graph).steps.length - 1
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const from = shown === graph && step !== null && step < last ? step : 0
  useFilm.setState({ graph, step: isCalm ? last : from, isPlaying: !isCalm })
}

export function pause(): void {
  useFilm.setState({ isPlaying: false })
}

/** Plays, pauses or goes on. */
export function toggleFilm(graph: Graph): void {
  const { graph: shown, isPlaying } = useFilm.getState()
  if (shown === graph && isPlaying) pause()
  else play(graph)
}

/** One step on or back; the film stands still afterwards. */
export function stepBy(graph: Graph, by: 1 | -1): void {
  const { graph: shown, step } = useFilm.getState()
  const last = filmFor(graph).steps.length - 1
  const from = shown === graph && step !== null ? step : -1
  useFilm.setState({ graph, step: Math.max(0, Math.min(last, from + by)), isPlaying: false })
}

export function leave(): void {
  useFilm.setState({ graph: null, step: null, isPlaying: false })
}

export const setSpeed = (speed: Speed) => useFilm.setState({ speed })

/** What of a picture the film has reached; null while none is shown of this graph. */
export interface Scene {
  readonly lit: ReadonlySet<string>
  /** What is being computed. */
  readonly now: ReadonlySet<NodeId>
}

export function useScene(graph: Graph): Scene | null {
  const step = useFilm((state) => (state.graph === graph ? state.step : null))
  return useMemo(() => {
    if (step === null) return null
    const film = filmFor(graph)
    return { lit: film.reached(step), now: new Set(film.steps[step].map(({ id }) => id)) }
  }, [graph, step])
}

/**
 * Keeps the film of a graph going while it is on the page; another graph has a film of its own. It ends with the image
 * that it is of: the next one's maps are not there yet.
 */
export function usePlayer(graph: Graph): void {
  useEffect(
    () =>
      usePictures.subscribe(({ picture }, { picture: before }) => {
        if (before && picture !== before) leave()
      }),
    [],
  )
  const isPlaying = useFilm((state) => state.isPlaying && state.graph === graph)
  const speed = useFilm((state) => state.speed)
  useEffect(() => {
    if (!isPlaying) return
    const last = filmFor(graph).steps.length - 1
    const timer = setInterval(
      () => {
        const step = Math.min(last, (useFilm.getState().step ?? -1) + 1)
        useFilm.setState({ step, isPlaying: step < last })
      },
      1000 / (pace * speeds[speed]),
    )
    return () => clearInterval(timer)
  }, [graph, isPlaying, speed])
  useEffect(
    () => () => {
      if (useFilm.getState().graph === graph) leave()
    },
    [graph],
  )
}

/** The pictures of what the film has reached: maps appear in the order of computation. */
export function reachedOf<T>(
  pictures: ReadonlyMap<NodeId, T>,
  lit: ReadonlySet<string>,
): ReadonlyMap<NodeId, T> {
  return new Map([...pictures].filter(([id]) => lit.has(id)))
}
