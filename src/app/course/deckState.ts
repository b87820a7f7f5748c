import { create } from 'zustand'

/** What covers the slide. */
export type Veil = 'black' | 'white'

/** What the projected screen shows besides the slide itself: one value that another window can be told. */
export interface DeckState {
  readonly veil: Veil | null
  /** The slide that is shown in steps, by its key, and how many of its parts are there; null: all of any slide. */
  readonly step: { readonly slide: string; readonly shown: number } | null
  /** Whether the full prose stands in place of what serves the room. */
  readonly details: boolean
}

export const useDeck = create<DeckState>(() => ({ veil: null, step: null, details: false }))

/** Covers the slide, or takes the same cover off. */
export function veil(color: Veil): void {
  useDeck.setState((state) => ({ veil: state.veil === color ? null : color }))
}
