import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeCard, openCard, useCard } from './card'

/** Whether the layer that is chosen shows that it has the focus, as after a key. */
let isVisible = false
beforeEach(() => vi.stubGlobal('document', { activeElement: { matches: () => isVisible } }))
afterEach(() => vi.unstubAllGlobals())

it('the focus goes into a card with every key that chooses a layer, and after none into one that a pointer opens', () => {
  const chosen = (byKey: boolean) => {
    isVisible = byKey
    openCard('left')
    return useCard.getState().byKey
  }
  expect(chosen(false)).toBe(0)
  expect(chosen(true)).toBe(1)
  expect(chosen(false)).toBe(1)
  expect(chosen(true)).toBe(2)
  closeCard()
  expect(chosen(false)).toBe(0)
})
