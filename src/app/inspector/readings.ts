import { useEffect, useState } from 'react'
import type { Activation, Trace } from '../../nn/trace'
import { type Statistics, statisticsOf } from '../../nn/statistics'
import { useLive, usePaced } from '../image/live'
import { useSession } from '../run/session'

let last: { readonly trace: Trace; readonly node: string; readonly read: Promise<Activation> } | undefined

/** The output of a node; the last one is kept, so that what shows it twice fetches it once. */
export function readOnce(trace: Trace, node: string): Promise<Activation> {
  if (last?.trace !== trace || last.node !== node) last = { trace, node, read: trace.read(node) }
  return last.read
}

/** The output of a node from the last run, once it is here. */
export function useActivation(node: string): Activation | null {
  const finished = usePaced(useSession((state) => state.finished))
  const [activation, setActivation] = useState<Activation | null>(null)
  useEffect(() => {
    // Between frames of the webcam the last one stays.
    if (!useLive.getState().live) setActivation(null)
    if (!finished?.result.trace.nodes.has(node)) return
    let current = true
    // Why it cannot be read is said where the maps would stand.
    readOnce(finished.result.trace, node).then(
      (read) => current && setActivation(read),
      () => {},
    )
    return () => {
      current = false
    }
  }, [finished, node])
  return activation?.node === node ? activation : null
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
