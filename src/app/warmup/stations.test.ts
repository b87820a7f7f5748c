import { describe, expect, it } from 'vitest'
import { slides } from '../../lessons/course'
import { outcomeOf, stationsOf, summaryOf } from './stations'

describe('the warm-up', () => {
  const stations = stationsOf(slides)

  it('tries every network and every lab of a deck', () => {
    const tried = new Set(stations.map(({ name }) => name))
    for (const { step } of slides) {
      const shown = step.show ?? step.network
      if (shown !== undefined) expect(tried).toContain(shown)
    }
  })

  it('tries nothing twice, though several slides show it', () => {
    const networks = stations.filter(({ kind, step }) => kind === 'network' && !step.options)
    expect(new Set(networks.map(({ name }) => name)).size).toBe(networks.length)
    expect(stations.length).toBeLessThan(slides.length)
  })

  it('calls slow what keeps a room waiting', () => {
    expect(outcomeOf('network', 2000).is).toBe('fine')
    expect(outcomeOf('network', 4000).is).toBe('slow')
    expect(outcomeOf('lab', 2000).is).toBe('slow')
  })

  it('sums up in a sentence', () => {
    const fine = { is: 'fine', time: 10 } as const
    const slow = { is: 'slow', time: 9000 } as const
    const failed = { is: 'failed', problem: 'no' } as const
    expect(summaryOf([fine, undefined])).toBe('1 of 2 tried …')
    expect(summaryOf([fine, fine])).toBe('All 2 work and are quick.')
    expect(summaryOf([fine, slow, failed, slow])).toBe('Of 4, 1 fails and 2 are slow.')
  })
})
