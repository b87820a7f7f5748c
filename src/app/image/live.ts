import { useEffect, useRef, useState } from 'react'
import { create } from 'zustand'

/** The webcam while the network runs on it, frame by frame. */
export interface Live {
  /** Frames a second that have become pictures of what the network makes of them; null until some have. */
  readonly rate: number | null
  readonly stop: () => void
}

export const useLive = create<{ readonly live: Live | null }>(() => ({ live: null }))

/** What costs more than the maps of one layer follows the webcam no more often than this, in milliseconds. */
const pace = 500

/** A value as it is; while the webcam runs, as it was not long ago. */
export function usePaced<T>(value: T): T {
  const isLive = useLive(({ live }) => live !== null)
  const [held, hold] = useState(value)
  const last = useRef(-Infinity)
  useEffect(() => {
    if (isLive && performance.now() - last.current < pace) return
    last.current = performance.now()
    hold(() => value)
  }, [isLive, value])
  return isLive ? held : value
}
