import { type RefObject, useEffect } from 'react'

/** A picture that is seen whole where pictures leave swipes to the page: there is nowhere that a finger could move it. */
const whole = '[data-swipes] .diagram[data-whole]'

/** How much of its speed a page keeps in a millisecond after the finger has left, and below which speed it stands, in pixels a millisecond. */
const glide = { keeps: 0.996, least: 0.02 } as const

/** A finger that swipes up or down over a picture that is whole scrolls the page around it, or the words beside it. */
export function useSwipes(page: RefObject<HTMLElement | null>, words?: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const over = new AbortController()
    const options = { passive: true, signal: over.signal } as const
    let finger: { readonly of: Element; readonly y: number; readonly at: number } | null = null
    let speed = 0
    let frame = 0
    const move = (of: Element, by: number) =>
      scrollerOf(of, by, page.current!, words?.current)?.scrollBy({ top: by, behavior: 'instant' })
    const start = ({ touches, target }: TouchEvent) => {
      cancelAnimationFrame(frame)
      const of = (target as Element).closest(whole)
      finger = of && touches.length === 1 ? { of, y: touches[0].clientY, at: performance.now() } : null
      speed = 0
    }
    const drag = ({ touches }: TouchEvent) => {
      if (!finger || touches.length !== 1) return void (finger = null)
      const now = performance.now()
      const by = finger.y - touches[0].clientY
      speed = by / Math.max(1, now - finger.at)
      move(finger.of, by)
      finger = { of: finger.of, y: touches[0].clientY, at: now }
    }
    const end = () => {
      if (!finger || matchMedia('(prefers-reduced-motion: reduce)').matches) return void (finger = null)
      const { of, at } = finger
      finger = null
      // A finger that rested before it left throws nothing.
      if (performance.now() - at > 100) return
      let last = performance.now()
      const go = (now: number) => {
        const passed = Math.max(0, now - last)
        last = now
        move(of, speed * passed)
        speed *= glide.keeps ** passed
        if (Math.abs(speed) > glide.least) frame = requestAnimationFrame(go)
      }
      frame = requestAnimationFrame(go)
    }
    const element = page.current!
    element.addEventListener('touchstart', start, options)
    element.addEventListener('touchmove', drag, options)
    element.addEventListener('touchend', end, options)
    element.addEventListener('touchcancel', () => (finger = null), options)
    return () => {
      over.abort()
      cancelAnimationFrame(frame)
    }
  }, [page, words])
}

/** What goes that way: the nearest box around it that can, then the words, then the page. */
function scrollerOf(of: Element, by: number, page: Element, words?: Element | null): Element | null {
  for (let box = of.parentElement; box && page.contains(box); box = box.parentElement)
    if (/auto|scroll/.test(getComputedStyle(box).overflowY) && hasRoom(box, by)) return box
  if (!words) return document.scrollingElement
  // A larger figure hides the words, which keep their place.
  return words.checkVisibility({ visibilityProperty: true }) ? words : null
}

function hasRoom({ scrollTop, scrollHeight, clientHeight }: Element, by: number): boolean {
  return by < 0 ? scrollTop > 0 : scrollTop + clientHeight < scrollHeight - 1
}
