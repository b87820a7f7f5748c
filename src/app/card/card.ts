import { create } from 'zustand'
import { type Place, trailTo } from '../number/trail'

/** Which of the pictures a card belongs to: the only one, or one of two. */
export type Side = 'left' | 'right'

/** The card of the layer that is selected. */
interface CardState {
  /** The picture whose selected layer has its card open; null while none has. */
  readonly of: Side | null
  /** Counts how often a layer was chosen by a key since the card was opened: then the focus goes into the card. */
  readonly byKey: number
  /** The value that the reader chose; null until then. */
  readonly place: Place | null
  /** The values that led there, from layer to layer. */
  readonly trail: readonly Place[]
}

const shut: CardState = { of: null, byKey: 0, place: null, trail: [] }

export const useCard = create<CardState>(() => shut)

/** Opens the card of what was just selected in a picture. */
export function openCard(of: Side): void {
  const { byKey } = useCard.getState()
  useCard.setState({ of, byKey: isByKey() ? byKey + 1 : byKey })
}

/** Whether what was just chosen was chosen by a key. */
export const isByKey = (): boolean => document.activeElement?.matches(':focus-visible') ?? false

export function closeCard(): void {
  if (useCard.getState().of !== null) useCard.setState(shut)
}

/** Shows another value of the layer. */
export function placeAt(place: Place): void {
  useCard.setState({ place })
}

/** Shows a value that another one is made of, or that is made of it. */
export function stepTo(from: Place, place: Place): void {
  useCard.setState(({ trail }) => ({ place, trail: [...trailTo(trail, from), place] }))
}
