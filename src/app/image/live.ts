import { create } from 'zustand'

/** The webcam while the network runs on it, frame by frame. */
export interface Live {
  /** Frames a second that have become pictures of what the network makes of them; null until some have. */
  readonly rate: number | null
  readonly stop: () => void
}

export const useLive = create<{ readonly live: Live | null }>(() => ({ live: null }))

/** What costs more than the maps of one layer follows the webcam no more often than this, in milliseconds. */
export const pace = 500
