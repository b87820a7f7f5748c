import { type RefObject, useLayoutEffect } from 'react'

/** How far down visits were left, in pixels, in the order in which they began. */
const left: number[] = []

/** Marks an entry of the history as a visit: the number outlives a reload, and `left` does not. */
interface Entry {
  readonly visit?: number
  /** When the page was loaded that counted it. */
  readonly load?: number
}

/** What a page waits for that was left further down than it is long by now, in milliseconds. */
const patience = 3000

/** What a reader does who goes on. */
const hands = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const

/**
 * Brings a page to where the reader left it, where Back or Forward lead to that visit; a link begins at the top.
 * @param box what scrolls in its place
 */
export function usePlaceOfVisit(box?: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const scroller = box?.current ?? document.documentElement
    const entry = history.state as Entry | null
    const load = performance.timeOrigin
    const known = entry?.load === load ? entry.visit : undefined
    const visit = known ?? left.push(0) - 1
    if (known === undefined) history.replaceState({ ...entry, visit, load }, '')
    const top = left[visit]
    const bring = () => scroller.scrollTo({ top, behavior: 'instant' })
    // In a box of its own a new page is at its top, or where its address leads.
    if (known !== undefined || !box) bring()
    const over = new AbortController()
    const { signal } = over
    const target = box?.current ?? window
    const follow = () => {
      left[visit] = scroller.scrollTop
    }
    target.addEventListener('scroll', follow, { passive: true, signal })
    if (scroller.scrollTop < top - 1) {
      // What is fetched or drawn later makes it as long as it was.
      const growing = new ResizeObserver(() => {
        if (scroller.scrollTop < top - 1) bring()
      })
      for (const child of box?.current?.children ?? [document.body]) growing.observe(child)
      const stop = () => growing.disconnect()
      for (const hand of hands) addEventListener(hand, stop, { passive: true, once: true, signal })
      const timer = setTimeout(stop, patience)
      signal.addEventListener('abort', () => {
        stop()
        clearTimeout(timer)
      })
    }
    return () => over.abort()
  }, [box])
}
