import { create } from 'zustand'

/** The card that is open on a slide, by its title: one at most, so that nothing has to be scrolled. It outlives the slide. */
export const useOpened = create<Readonly<Record<string, string>>>(() => ({}))

/** Opens a card of a slide (`lesson/step`), or with null the slide has none open. */
export function open(slide: string, card: string | null): void {
  const { [slide]: _, ...others } = useOpened.getState()
  useOpened.setState(card === null ? others : { ...others, [slide]: card }, true)
}

/** The browser tells of a card that it opened or closed; closing one that another has replaced says nothing. */
export function toggled(slide: string, card: string, isOpen: boolean): void {
  if (isOpen) open(slide, card)
  else if (useOpened.getState()[slide] === card) open(slide, null)
}
