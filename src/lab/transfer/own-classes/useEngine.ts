import { useCallback, useEffect, useRef } from 'react'
import { holdEngine } from '../../../runtime/heldEngine'
import type { Engine } from '../../../runtime/types'

/** Uses the lab's one worker for forward passes; whoever comes later waits, since a newer run would replace the older. */
export type SharedEngine = <T>(use: (engine: Engine) => Promise<T>) => Promise<T>

/** A worker for forward passes, started when it is first used, that ends with the lab. */
export function useEngine(): SharedEngine {
  const held = useRef<ReturnType<typeof holdEngine>>(undefined)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    const engine = holdEngine()
    held.current = engine
    return engine.end
  }, [])
  return useCallback(<T>(use: (engine: Engine) => Promise<T>): Promise<T> => {
    const mine = turn.current.then(async () => use(await held.current!.get()))
    turn.current = mine.catch(() => {})
    return mine
  }, [])
}
