import { expect, it } from 'vitest'
import { later, parts } from './later'
import { elsewhere, loadable } from './loadable'

it('what is loaded ahead again stays the component that is on the screen', async () => {
  const part = loadable(() => Promise.resolve(() => null))
  await part.load()
  const first = part.current
  await part.load()
  expect(part.current).toBe(first)
})

it('a talk knows what may be fetched later, but no page of its own', () => {
  const before = parts.size
  loadable(() => Promise.resolve(() => null))
  later(() => Promise.resolve())
  elsewhere(() => Promise.resolve(() => null))
  expect(parts.size - before).toBe(2)
})
