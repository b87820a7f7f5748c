/** Where a talk is: a slide by its place, and how many of its parts are shown. */
export interface Turned {
  readonly slide: number
  readonly shown: number
}

type Turn = 'next' | 'back' | 'first' | 'last'

interface Deck {
  /** How many slides there are. */
  readonly count: number
  /** The slides before and after the one that is shown. */
  readonly next: number
  readonly back: number
  /** In how many steps a slide is shown; 1 where it is there at once. */
  readonly steps: (slide: number) => number
}

/** Where a key leads: through the steps of a slide, then to the next; backwards a slide is met as it was left, whole. */
export function turn(way: Turn, { slide, shown }: Turned, { count, next, back, steps }: Deck): Turned {
  const to = (place: number, isWhole: boolean) => ({ slide: place, shown: isWhole ? steps(place) : 1 })
  switch (way) {
    case 'next':
      if (shown < steps(slide)) return { slide, shown: shown + 1 }
      return next === slide ? { slide, shown } : to(next, false)
    case 'back':
      if (shown > 1) return { slide, shown: shown - 1 }
      return back === slide ? { slide, shown } : to(back, true)
    case 'first':
      return to(0, false)
    case 'last':
      return to(count - 1, true)
  }
}
