import { expect, it } from 'vitest'
import { waits } from './consent'

const large = 6_000_000

it('large weights wait for the reader where a stored picture shows what they would give', () => {
  expect(waits({ bytes: large, hasLook: true, saves: false })).toBe(true)
  expect(waits({ bytes: 300_000, hasLook: true, saves: false })).toBe(false)
})

it('an image without a stored picture is a question in itself', () =>
  expect(waits({ bytes: large, hasLook: false, saves: false })).toBe(false))

it('who saves data is always asked', () => {
  expect(waits({ bytes: 300_000, hasLook: false, saves: true })).toBe(true)
  expect(waits({ bytes: large, hasLook: false, saves: true })).toBe(true)
})
