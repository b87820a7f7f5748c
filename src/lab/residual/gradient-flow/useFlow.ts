import { type Remote, wrap } from 'comlink'
import { useCallback, useEffect, useRef, useState } from 'react'
import { pairOf } from '../../shared/drawings/networks'
import type { BenchApi } from './bench'
import type { Answer } from './job'

/** What is measured. */
interface Settings {
  /** Blocks in each of the three stages. */
  readonly blocks: number
  readonly bn: boolean
  /** Factor on He's initial kernels. */
  readonly scale: number
  readonly seed: number
}

export interface Bench {
  /** The last measurement that came to an end, with what it measured. */
  readonly found?: { readonly settings: Settings; readonly answer: Answer }
  readonly busy: boolean
  /** Why there is none, as a sentence. */
  readonly problem?: string
  retry(): void
}

interface Lane {
  readonly worker: Worker
  readonly api: Remote<BenchApi>
}

/** Measures whenever the settings change, in one worker; the newest settings win, and the old picture stays till then. */
export function useFlow({ blocks, bn, scale, seed }: Settings): Bench {
  const [found, setFound] = useState<Bench['found']>()
  const [busy, setBusy] = useState(true)
  const [problem, setProblem] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const lane = useRef<Lane>(undefined)

  const end = useCallback(() => {
    lane.current?.worker.terminate()
    lane.current = undefined
  }, [])
  useEffect(() => end, [end])

  useEffect(() => {
    let wanted = true
    const fail = (reason: string) => {
      if (!wanted) return
      end()
      setBusy(false)
      setProblem(`It could not be measured: ${reason}`)
    }
    lane.current ??= start()
    const { worker, api } = lane.current
    worker.onerror = (event) => fail(event.message || 'the worker could not be started.')
    setBusy(true)
    setProblem(undefined)
    const { plain, residual } = pairOf(blocks, bn)
    api
      .measure({
        architectures: { plain: plain.architecture, residual: residual.architecture },
        ...{ seed, scale },
      })
      .then((answer) => {
        if (!wanted || !answer) return
        setFound({ settings: { blocks, bn, scale, seed }, answer })
        setBusy(false)
      })
      .catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))
    return () => void (wanted = false)
  }, [blocks, bn, scale, seed, attempt, end])

  return { found, busy, problem, retry: () => setAttempt((n) => n + 1) }
}

function start(): Lane {
  const worker = new Worker(new URL('./bench.ts', import.meta.url), { type: 'module', name: 'gradient flow' })
  return { worker, api: wrap<BenchApi>(worker) }
}
