import { create } from 'zustand'

/** Which of the pictures a card belongs to: the only one, or one of two. */
export type Side = 'left' | 'right'

/** The card of the layer that is selected. */
interface CardState {
  /** The picture whose selected layer has its card open; null while none has. */
  readonly of: Side | null
  /** Counts how often a layer was chosen by a key: then the focus goes into the card. */
  readonly byKey: number
}

export const useCard = create<CardState>(() => ({ of: null, byKey: 0 }))

/** Opens the card of what was just selected in a picture. */
export function openCard(of: Side): void {
  const { byKey } = useCard.getState()
  const isByKey = document.activeElement?.matches(':focus-visible') ?? false
  useCard.setState({ of, byKey: isByKey ? byKey + 1 : byKey })
}

export function closeCard(): void {
  if (useCard.getState().of !== null) useCard.setState({ of: null })
}
