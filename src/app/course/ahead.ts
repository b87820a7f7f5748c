import { create } from 'zustand'
import { labs } from '../../lab/index'
import type { Slide } from '../../lessons/course'
import { hold } from '../../ui/hold'
import { later, parts } from '../../ui/later'
import { samples } from '../image/samples'
import { role } from '../mirror/talk'
import { loadEngine, useSession } from '../run/session'
import { firstSlide } from './firstSlide'
import { preloadBody } from './useBody'

/** How far the slides of a talk have been fetched before anybody asked for them. */
export interface Ahead {
  readonly of: number
  readonly loaded: number
  /** Slides of which something did not come. */
  readonly failed: number
}

export const useAhead = create<Ahead>(() => ({ of: 0, loaded: 0, failed: 0 }))

/** A browser fetches a font with the first letter that it sets in one, such as that of a formula; it may do without. */
later(() => Promise.allSettled([...document.fonts].map((face) => face.load())))

/** With what its worker fetches, before the first slide that shows values. The next slide in the lecturer's window runs nothing. */
later(async () => {
  if (role === 'next') return
  await loadEngine()
  const isThere = () => useSession.getState().status.state !== 'starting'
  if (isThere()) return
  await new Promise<void>((done) => {
    const stop = useSession.subscribe(() => {
      if (!isThere()) return
      stop()
      done()
    })
  })
})

/** Any image may be chosen on a slide, and labs look at them. */
later(() => Promise.all(samples.map(({ file }) => hold(file))))

/** Fetches what a slide is made of, and tells whether it came. */
async function fetchSlide({ lesson, step }: Slide): Promise<boolean> {
  const its = [preloadBody(lesson), ...(step.show === undefined ? [] : [labs[step.show].load()])]
  const came = await Promise.allSettled(its)
  return came.every((part) => part.status === 'fulfilled' && part.value !== false)
}

/**
 * Fetches what a key or a press may ask for on what has come, and what that may ask for in its turn; tells whether all of
 * it came.
 * @param tried is not asked for again
 * @param lacking gets what did not come
 */
async function fetchParts(tried: Set<unknown>, lacking: Set<unknown>): Promise<boolean> {
  let isWhole = true
  for (const part of parts) {
    if (tried.has(part)) continue
    tried.add(part)
    try {
      await part()
    } catch {
      lacking.add(part)
      isWhole = false
    }
  }
  return isWhole
}

/**
 * Fetches slides one after another, in their order, from `from` on and then those before it, once the first one stands on
 * the screen, each with whatever it may ask for. A connection that returns is used for what did not come. Returns what
 * ends it.
 */
export function loadAhead(slides: readonly Slide[], from: number, fetch = fetchSlide): () => void {
  let isOver = false
  let left: readonly Slide[] = [...slides.slice(from), ...slides.slice(0, from)]
  const tried = new Set<unknown>()
  useAhead.setState({ of: slides.length, loaded: 0, failed: 0 })
  const fetchThem = async () => {
    const failed: Slide[] = []
    const lacking = new Set<unknown>()
    for (const slide of left) {
      const isWhole = await fetch(slide)
      if (isOver) return
      if (!(await fetchParts(tried, lacking)) || !isWhole) failed.push(slide)
      if (isOver) return
      useAhead.setState(({ loaded }) =>
        failed.at(-1) === slide ? { failed: failed.length } : { loaded: loaded + 1 },
      )
    }
    left = failed
    for (const part of lacking) tried.delete(part)
  }
  const again = () => {
    useAhead.setState({ failed: 0 })
    void fetchThem()
  }
  void firstSlide.then(() => (isOver ? undefined : fetchThem()))
  addEventListener('online', again)
  return () => {
    isOver = true
    removeEventListener('online', again)
  }
}
