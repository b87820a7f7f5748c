import { useEffect } from 'react'
import { create } from 'zustand'
import type { Mark } from '../../diagram/look'
import type { Diff } from '../../nn/diff'
import { measured } from '../../ui/format'
import type { Finished } from '../run/session'
import { ancestorsOf } from '../state/network'
import { type Apart, apart } from './apart'

/** How far the weights of two networks lie apart, as far as they have been read. */
interface Reading {
  /** Null where nothing is read. */
  readonly diff: Diff | null
  readonly layers: readonly Apart[]
  readonly isWhole: boolean
}

const nothing: Reading = { diff: null, layers: [], isWhole: false }

export const useReading = create<Reading>(() => nothing)

/** What was read of these two; undefined where that is another pair, or nothing yet. */
export function useReadingOf(diff: Diff): Reading | undefined {
  const reading = useReading()
  return reading.diff === diff ? reading : undefined
}

type Pair = readonly [Finished, Finished]

/** What was read last, and of which runs. */
let last: { readonly runs: Pair; readonly reading: Reading } | undefined

/** What the weights of a run follow from. */
const sources = ['graph', 'edits', 'seed', 'trained', 'given'] as const

/** Whether two pairs of runs have the same weights, as all frames of the webcam do. */
const areAlike = (some: Pair, others: Pair) =>
  some.every((run, i) => sources.every((source) => run[source] === others[i][source]))

/** Reads the weights of two runs, from where those of runs with the same weights were left. Returns the way out. */
export function readApart(diff: Diff, runs: Pair): () => void {
  let isOver = false
  const known = last?.reading.diff === diff && areAlike(last.runs, runs) ? last.reading : undefined
  const tell = (reading: Reading, isDue = true) => {
    last = { runs, reading }
    if (isDue) useReading.setState(reading, true)
  }
  const readAll = async () => {
    let layers = known?.layers ?? []
    const [one, other] = runs.map(({ result }) => result.trace)
    for await (const layer of apart(diff, one, other, layers.length)) {
      if (isOver) return
      layers = [...layers, layer]
      tell({ diff, layers, isWhole: false }, layers.length % 16 === 0)
    }
    if (!isOver) tell({ diff, layers, isWhole: true })
  }
  if (known) useReading.setState(known, true)
  // A newer run makes reading this one impossible.
  if (!known?.isWhole) readAll().catch(() => {})
  return () => {
    isOver = true
    useReading.setState(nothing)
  }
}

/** The same for as long as both runs are shown. */
export function useApart(diff: Diff, one: Finished | null, other: Finished | null): void {
  useEffect(() => (one && other ? readApart(diff, [one, other]) : undefined), [diff, one, other])
}

const differing = (layers: readonly Apart[]) => layers.filter(({ largest }) => largest > 0)

/** Layers at a node or in a group of the left network. */
export function layersAt(layers: readonly Apart[], id: string): readonly Apart[] {
  return layers.filter(({ left }) => left === id || left.startsWith(`${id}/`))
}

/** Marks for the layers whose weights differ, and for what holds them. */
export function marksApart({ left, right }: Diff, layers: readonly Apart[]) {
  const marksOf = (side: 'left' | 'right') => {
    const { graph } = { left, right }[side]
    const ids = differing(layers).map((layer) => layer[side])
    return new Map(
      ids.flatMap((id) => [...ancestorsOf(graph, id), id].map((each): [string, Mark] => [each, 'changed'])),
    )
  }
  return { left: marksOf('left'), right: marksOf('right') }
}

/** How far the weights of some layers lie apart, as a sentence. */
export function saidApart(layers: readonly Apart[]): string {
  const apart = differing(layers)
  if (layers.length === 0) return 'It has no weights.'
  if (apart.length === 0)
    return layers.length === 1
      ? 'Its weights are equal, to the last bit.'
      : `The weights of all ${layers.length} layers are equal, to the last bit.`
  const most = apart.reduce((one, other) => (other.relative > one.relative ? other : one))
  const far = `${measured(most.relative)} times their norm`
  if (layers.length === 1) return `Its weights differ by ${far}.`
  return `The weights of ${apart.length} of ${layers.length} layers differ; those of ${most.left} differ most, by ${far}.`
}
