import { expect, it } from 'vitest'
import { lastChannel, lastLayer, netWith, profile } from './heads'

it('the nine blocks give 256 to 1024 channels', () => {
  expect(profile(netWith('mean')).map(({ channels }) => channels)).toEqual([
    256, 480, 512, 512, 512, 528, 832, 832, 1024,
  ])
})

it('with the mean the last layer has a seventh of the parameters, with the whole map nine tenths of them', () => {
  const [mean, whole] = [lastLayer(netWith('mean')), lastLayer(netWith('flatten'))]
  expect(mean).toMatchObject({ reads: 1024, weights: 1_024_000, own: 1_025_000 })
  expect(whole).toMatchObject({ reads: 50_176, weights: 50_176_000, own: 50_177_000 })
  expect(whole.weights / mean.weights).toBe(49)
  expect(whole.rest).toBe(mean.rest)
  expect(mean.rest + mean.own).toBe(6_998_552)
})

it('of one of the 1,024 channels the last layer reads one value with the mean, and 49 without', () => {
  const map = { channels: 1024, height: 7, width: 7 }
  expect(lastChannel(netWith('mean'))).toEqual({ ...map, values: 1, weights: 1000 })
  expect(lastChannel(netWith('flatten'))).toEqual({ ...map, values: 49, weights: 49_000 })
})
