import { create } from 'zustand'
import { pace, useLive } from '../image/live'
import { type Finished, useSession } from './session'

/** The last finished run; while the webcam runs, one of not long ago, the same for all that follows no faster. */
export const usePaced = create<{ readonly finished: Finished | null }>(() => ({ finished: null }))

let last = -Infinity

function follow(): void {
  const { finished } = useSession.getState()
  const { finished: before } = usePaced.getState()
  if (finished === before) return
  const isSameNetwork = finished?.graph === before?.graph
  if (useLive.getState().live && isSameNetwork && performance.now() - last < pace) return
  last = performance.now()
  usePaced.setState({ finished })
}

follow()
useSession.subscribe(follow)
useLive.subscribe(follow)
