import { expect, it } from 'vitest'
import { arrangementOf, arrangements, moved, onTheWay, signal } from './order'

const orderOf = (name: string) => arrangements.find((one) => one.name === name)!.order

it('only pre-activation and a ReLU before the addition leave the way around free', () => {
  expect(arrangements.filter(({ order }) => onTheWay(order).length === 0).map(({ name }) => name)).toEqual([
    'ReLU before the addition',
    'ReLU first',
    'full pre-activation',
  ])
  expect(onTheWay(orderOf('the block of 2015'))).toEqual(['relu'])
})

it('one move makes the block of 2015 the one with a ReLU before the addition', () => {
  expect(arrangementOf(moved(orderOf('the block of 2015'), 6, 5))?.name).toBe('ReLU before the addition')
  expect(arrangementOf(moved(orderOf('the block of 2015'), 0, 1))).toBeUndefined()
})

it('a ReLU before the addition can only add, so the mean grows with every block', () => {
  const means = signal(orderOf('ReLU before the addition'), 12).map(({ mean }) => mean)
  for (let i = 1; i < means.length; i++) expect(means[i]).toBeGreaterThan(means[i - 1])
})

it('full pre-activation lets the deviation grow about as the root of the depth, its mean stays small', () => {
  const spreads = signal(orderOf('full pre-activation'), 16)
  const last = spreads[16]
  expect(last.deviation).toBeGreaterThan(3)
  expect(last.deviation).toBeLessThan(9)
  expect(Math.abs(last.mean)).toBeLessThan(last.deviation / 2)
})

it('a normalization behind the addition brings every block back to the same size', () => {
  const spreads = signal(orderOf('normalization after the addition'), 8).slice(1)
  for (const { deviation } of spreads) {
    expect(deviation).toBeGreaterThan(0.4)
    expect(deviation).toBeLessThan(0.9)
  }
})

it('is the same at every visit', () => {
  const order = orderOf('full pre-activation')
  expect(signal(order, 3)).toEqual(signal(order, 3))
})
