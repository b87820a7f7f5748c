import { expect, it } from 'vitest'
import { pressedBy } from './pressedBy'

it('a click is made with what pressed last, and without a press with nothing', () => {
  const { press, clicked } = pressedBy()
  expect(clicked()).toBeUndefined()
  press({ pointerType: 'mouse' })
  press({ pointerType: 'touch' })
  expect(clicked()).toBe('touch')
  // Another one comes from a screen reader.
  expect(clicked()).toBeUndefined()
})
