import { createContext, useContext, useEffect } from 'react'

/** Takes what is to be done when a lab is left for good; null where it is left as soon as it is no longer shown. */
export const LeavingContext = createContext<((end: () => void) => void) | null>(null)

/**
 * Ends what a lab started when the lab is left for good. A page whose reader scrolls on hides a lab that was used: its
 * effects are undone, its state stays, and what trains or computes goes on.
 * @param end the same function at every render
 */
export function useWhenLeft(end: () => void): void {
  const whenLeft = useContext(LeavingContext)
  useEffect(() => {
    if (whenLeft === null) return end
    whenLeft(end)
    return undefined
  }, [whenLeft, end])
}
