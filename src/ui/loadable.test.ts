import { expect, it } from 'vitest'
import { loadable } from './loadable'

it('what is loaded ahead again stays the component that is on the screen', async () => {
  const part = loadable(() => Promise.resolve(() => null))
  await part.load()
  const first = part.current
  await part.load()
  expect(part.current).toBe(first)
})
