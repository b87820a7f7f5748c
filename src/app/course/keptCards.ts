import { create } from 'zustand'
import { closeCard, openCard, type Side, useCard } from '../card/card'
import { unitProblem } from '../../nn/unit'
import type { Place } from '../number/trail'
import { graphOf } from '../state/network'
import { graphBeside } from '../trained/base'
import { useStore } from '../state/store'

/** The card of a layer as it was left on a slide: whose picture, which value, and the values that led there. */
export interface KeptCard {
  readonly of: Side
  readonly place: Place | null
  readonly trail: readonly Place[]
}

/** Cards that are open on slides (`lesson/step`). */
const useKeptCards = create<Readonly<Record<string, KeptCard>>>(() => ({}))

/** The slide whose card `useCard` has; null while it changes. */
let current: string | null = null

/** Closes the card with its slide: it is open again where one comes back. */
export function leaveCard(): void {
  current = null
  closeCard()
}

/** Opens the card that was left open on a slide, if any. */
export function recallCard(slide: string): void {
  current = null
  show(cardOf(slide))
  current = slide
}

/** From now on what is opened belongs to this slide, and no card is open. */
export function startCard(slide: string): void {
  leaveCard()
  current = slide
}

export function cardOf(slide: string): KeptCard | null {
  return useKeptCards.getState()[slide] ?? null
}

/** Takes over the card of a slide from another window or a link. */
export function takeCard(slide: string, card: KeptCard | null): void {
  const { [slide]: _, ...others } = useKeptCards.getState()
  useKeptCards.setState(card ? { ...others, [slide]: card } : others, true)
  if (slide === current) recallCard(slide)
}

function show(card: KeptCard | null): void {
  if (!card) return closeCard()
  const { of, place, trail } = card
  const { network, options, edits, beside } = useStore.getState()
  const graph =
    of === 'right' && beside !== null ? graphBeside(beside, options) : graphOf(network, options, edits)
  const isThere = ({ node, unit }: Place) =>
    graph.has(node) === 'node' && unitProblem(graph.node(node).shape, unit) === undefined
  if (useCard.getState().of !== of) openCard(of)
  useCard.setState({ place: place && isThere(place) ? place : null, trail: trail.filter(isThere) })
}

/** Calls back when the card of a slide changes. Returns the way out. */
export const onCards = (listener: () => void): (() => void) => useKeptCards.subscribe(listener)

useCard.subscribe(({ of, place, trail }) => {
  if (current === null) return
  const { [current]: _, ...others } = useKeptCards.getState()
  useKeptCards.setState(of === null ? others : { ...others, [current]: { of, place, trail } }, true)
})
