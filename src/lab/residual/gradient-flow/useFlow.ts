import { useCallback, useEffect, useRef, useState } from 'react'
import { pairOf } from '../../shared/drawings/networks'
import type { Beginning } from '../../../runtime/begin'
import { beginTraining } from '../../../runtime/training/begin'
import { CancelledError } from '../../../runtime/types'
import { sentence } from '../../../runtime/words'
import type { Answer } from './job'
import { measure } from './measure'

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

/** Measures whenever the settings change, in one worker; the newest settings win, and the old picture stays till then. */
export function useFlow({ blocks, bn, scale, seed }: Settings): Bench {
  const [found, setFound] = useState<Bench['found']>()
  const [busy, setBusy] = useState(true)
  const [problem, setProblem] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const beginning = useRef<Beginning>(undefined)

  const end = useCallback(() => {
    beginning.current?.end(new CancelledError('Nobody waits for this measurement any more.'))
    beginning.current = undefined
  }, [])
  useEffect(() => end, [end])

  useEffect(() => {
    let wanted = true
    setBusy(true)
    setProblem(undefined)
    const { plain, residual } = pairOf(blocks, bn)
    const architectures = { plain: plain.architecture, residual: residual.architecture }
    // A worker that ends while nothing is measured is replaced when something is.
    beginning.current ??= beginTraining('gradient flow', end)
    beginning.current.life
      .then((life) => measure(life, { architectures, seed, scale }, () => wanted))
      .then((answer) => {
        if (!wanted || !answer) return
        setFound({ settings: { blocks, bn, scale, seed }, answer })
        setBusy(false)
      })
      .catch((error: unknown) => {
        if (!wanted) return
        end()
        setBusy(false)
        setProblem(`It could not be measured: ${sentence(error)}`)
      })
    return () => void (wanted = false)
  }, [blocks, bn, scale, seed, attempt, end])

  return { found, busy, problem, retry: () => setAttempt((n) => n + 1) }
}
