import { expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { chainOf } from './chain'

it('nine naive blocks pile up 4,944 channels, the real ones 1,024', () => {
  const naive = chainOf(graphOf('googlenet', { naive: true }))
  expect(naive.map(({ channels }) => channels)).toEqual([416, 832, 1280, 1728, 2176, 2640, 3344, 4048, 4944])
  const real = chainOf(graphOf('googlenet'))
  expect(real.map(({ name }) => name)).toEqual(['3a', '3b', '4a', '4b', '4c', '4d', '4e', '5a', '5b'])
  expect(real[real.length - 1].channels).toBe(1024)
  expect(naive[0].macs).toBe(303_464_448)
  expect(real[0].macs).toBe(128_049_152)
})
