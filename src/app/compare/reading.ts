import { useEffect } from 'react'
import { create } from 'zustand'
import type { Mark } from '../../diagram/look'
import type { Diff } from '../../nn/diff'
import type { Trace } from '../../nn/trace'
import { measured } from '../../ui/format'
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

/** Reads the weights of two runs, where both are there. */
export function useApart(diff: Diff, left: Trace | undefined, right: Trace | undefined): void {
  useEffect(() => {
    if (!left || !right) return
    let isOver = false
    const readAll = async () => {
      const layers: Apart[] = []
      for await (const layer of apart(diff, left, right)) {
        if (isOver) return
        layers.push(layer)
        if (layers.length % 16 === 0) useReading.setState({ diff, layers: [...layers], isWhole: false })
      }
      if (!isOver) useReading.setState({ diff, layers, isWhole: true })
    }
    // A newer run makes reading this one impossible, and brings weights of its own.
    readAll().catch(() => {})
    return () => {
      isOver = true
      useReading.setState(nothing)
    }
  }, [diff, left, right])
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
