import { useEffect, useMemo, useState } from 'react'
import type { GraphNode } from '../../nn/graph'
import type { Activation, Trace } from '../../nn/trace'
import { type Statistics, statisticsOf } from '../../nn/statistics'
import type { Pixels } from '../../runtime/types'
import { asSeen } from '../image/image'
import { useLive } from '../image/live'
import { isOf } from '../run/isOf'
import { usePaced } from '../run/paced'
import { type Finished, useSession } from '../run/session'

let last: { readonly trace: Trace; readonly node: string; readonly read: Promise<Activation> } | undefined

/** The output of a node; the last one is kept, so that what shows it twice fetches it once. */
export function readOnce(trace: Trace, node: string): Promise<Activation> {
  if (last?.trace !== trace || last.node !== node) last = { trace, node, read: trace.read(node) }
  return last.read
}

let lastWeights:
  { readonly of: readonly unknown[]; readonly read: Map<string, Promise<Float32Array>> } | undefined

/**
 * The values of a weight of a layer. The layer's are kept, because another image leaves them as they are, until
 * `forgetWeights`: they may be hundreds of megabytes.
 */
export function weightsOnce(finished: Finished, node: string, name: string): Promise<Float32Array> {
  const { graph, seed, trained, given, result } = finished
  const of = [graph, seed, trained, given, node]
  if (!lastWeights?.of.every((each, i) => each === of[i])) lastWeights = { of, read: new Map() }
  const { read } = lastWeights
  const known = read.get(name) ?? result.trace.weights(node, name)
  read.set(name, known)
  // What did not come is asked for again.
  known.catch(() => read.delete(name))
  return known
}

/** Nothing shows them any more. */
export function forgetWeights(): void {
  lastWeights = undefined
}

/** The image as the network saw it last: with every frame of the webcam, and else as it is chosen. */
export function useSight(chosen: Pixels | null): Pixels | null {
  const isLive = useLive(({ live }) => live !== null)
  const frame = useSession(({ finished }) => (isLive ? finished : null))
  return useMemo(
    () => (frame ? asSeen(frame.pixels, frame.graph.architecture.input[2]) : chosen),
    [frame, chosen],
  )
}

/** The output of a node from the last run, once it is here. */
export function useActivation(node: GraphNode): Activation | null {
  const finished = usePaced((state) => state.finished)
  const [activation, setActivation] = useState<Activation | null>(null)
  useEffect(() => {
    // Between frames of the webcam the last one stays.
    if (!useLive.getState().live) setActivation(null)
    if (!finished || !isOf(finished, node) || !finished.result.trace.nodes.has(node.id)) return
    let current = true
    // Why it cannot be read is said where the maps would stand.
    readOnce(finished.result.trace, node.id).then(
      (read) => current && setActivation(read),
      () => {},
    )
    return () => {
      current = false
    }
  }, [finished, node])
  return activation?.node === node.id ? activation : null
}

/** Statistics of values, computed in small steps between frames; null until they are there. */
export function useStatistics(values: Float32Array | null, channels: number): Statistics | null {
  const [found, setFound] = useState<{ of: Float32Array; statistics: Statistics } | null>(null)
  useEffect(() => {
    if (!values) return
    let current = true
    const pause = () =>
      new Promise<void>((resolve, reject) =>
        setTimeout(() => (current ? resolve() : reject(new Error('no longer asked for')))),
      )
    statisticsOf(values, channels, pause).then(
      (statistics) => current && setFound({ of: values, statistics }),
      () => {},
    )
    return () => {
      current = false
    }
  }, [values, channels])
  return found && found.of === values ? found.statistics : null
}
