import type { Rect } from './beside'
import { later } from './later'

/** What a tip says, and what of; places are of the picture, in pixels unless `at` says otherwise. */
export interface Shown {
  readonly words: string
  /** What it explains, which it does not cover; where `isOver` says how far that reaches, a place on it. */
  readonly about: Rect
  /** Where that is pointed at, if it is; of what is large only this place is left free. */
  readonly point?: Pick<Rect, 'x' | 'y'>
  /** What else it had better not cover. */
  readonly others?: readonly Rect[]
  /** Where the beginning of the picture lies in its element, in pixels, and how many of them one unit has. */
  readonly at?: { readonly x: number; readonly y: number; readonly k: number }
  readonly isOver?: (x: number, y: number) => boolean
}

/** A few words beside what is pointed at. */
export interface Tip<What = Shown> {
  show(what: What): void
  hide(): void
  remove(): void
}

/** A tip that is fetched when it first has something to say. */
export function whenShown<What>(
  root: HTMLElement,
  fetch: () => Promise<(root: HTMLElement) => Tip<What>>,
): Tip<What> {
  let tip: Tip<What> | null = null
  let shown: What | null = null

  return {
    show(what) {
      shown = what
      if (tip) return tip.show(what)
      fetch().then(
        (create) => {
          if (!root.isConnected) return
          tip ??= create(root)
          if (shown) tip.show(shown)
        },
        // The next one asks again.
        () => {},
      )
    },
    hide() {
      shown = null
      tip?.hide()
    },
    remove() {
      shown = null
      tip?.remove()
      tip = null
    },
  }
}

const createTip = later(() => import('./tip').then((m) => m.createTip))

export const tipWhenShown = (root: HTMLElement) => whenShown(root, createTip)
