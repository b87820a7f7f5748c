import { create } from 'zustand'
import { labs } from '../../lab/index'
import type { Slide } from '../../lessons/course'
import { firstSlide } from './firstSlide'
import { comparison } from './CourseFigure'
import { preloadBody } from './useBody'

/** How far the slides of a talk have been fetched before anybody asked for them. */
export interface Ahead {
  readonly of: number
  readonly loaded: number
  /** Slides of which something did not come. */
  readonly failed: number
}

export const useAhead = create<Ahead>(() => ({ of: 0, loaded: 0, failed: 0 }))

/** Formulas have fonts of their own, which a browser fetches with the first letter that it sets in one; others do without. */
const formulas = () =>
  Promise.allSettled(
    [...document.fonts].filter(({ family }) => family.includes('KaTeX')).map((face) => face.load()),
  )

/** Fetches everything that a slide is made of, and tells whether it came. */
async function fetchAll({ lesson, step }: Slide): Promise<boolean> {
  const parts = [
    preloadBody(lesson),
    formulas(),
    ...(step.show === undefined ? [] : [labs[step.show].load()]),
    ...(step.beside === undefined ? [] : [comparison.load()]),
    ...(step.show === undefined ? [] : [import('virtual:runs')]),
  ]
  const came = await Promise.allSettled(parts)
  return came.every((part) => part.status === 'fulfilled' && part.value !== false)
}

/**
 * Fetches slides one after another, in their order, from `from` on and then those before it, once the first one stands on
 * the screen. A connection that returns is used for what did not come. Returns what ends it.
 */
export function loadAhead(slides: readonly Slide[], from: number, fetchSlide = fetchAll): () => void {
  let isOver = false
  let left: readonly Slide[] = [...slides.slice(from), ...slides.slice(0, from)]
  useAhead.setState({ of: slides.length, loaded: 0, failed: 0 })
  const fetchThem = async () => {
    const failed: Slide[] = []
    for (const slide of left) {
      if (!(await fetchSlide(slide))) failed.push(slide)
      if (isOver) return
      useAhead.setState(({ loaded }) =>
        failed.at(-1) === slide ? { failed: failed.length } : { loaded: loaded + 1 },
      )
    }
    left = failed
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
