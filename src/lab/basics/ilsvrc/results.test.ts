import { describe, expect, it } from 'vitest'
import { googlenet, passes, sorted, tables } from './results'

describe('the race', () => {
  it('shows the seven rows of the slide', () =>
    expect(tables.slide.results.map(({ error }) => error)).toEqual([
      16.4, 15.3, 11.7, 11.2, 7.35, 7.32, 6.67,
    ]))

  it('gives no number of networks where none is in print: 7.35% and 8.1% are of one team, only the latter of eleven', () => {
    expect(tables.slide.results.find(({ name }) => name === 'SPPNet')).toEqual({
      name: 'SPPNet',
      year: 2014,
      error: 7.35,
    })
    expect(tables.entries.results.find(({ error }) => error === 8.1)!.nets).toBe(11)
  })

  it('gives GoogLeNet’s error with one network on the images that it was measured on', () =>
    expect(tables.single.results.find(({ name }) => name === 'GoogLeNet')).toMatchObject({
      error: Number(googlenet.errors[0][2].toFixed(1)),
      validation: true,
    }))

  it('has another winner when every team has one network', () => {
    expect(sorted(tables.entries.results, 'error').at(-1)!.name).toMatch('GoogLeNet')
    expect(sorted(tables.single.results, 'error').at(-1)!.name).toMatch('VGG')
  })

  it('behind 6.67% are 1008 passes for each image', () => {
    expect(googlenet.errors[1][2]).toBe(6.67)
    expect(passes(7, 144)).toBe(1008)
  })
})
