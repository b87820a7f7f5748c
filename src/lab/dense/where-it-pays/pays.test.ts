import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { bare, layersWith, paysFrom, withBottleneck } from './pays'

describe('a bottleneck in a dense layer', () => {
  it('of four times k pays from 7.2 k channels on', () => {
    expect(paysFrom(32, 4)).toBe(231)
    expect(withBottleneck(231, 32, 4)).toBeLessThan(bare(231, 32))
    expect(withBottleneck(230, 32, 4)).toBeGreaterThan(bare(230, 32))
  })

  it('has the weights of the graph, layer by layer', () => {
    const graph = graphOf('densenet121')
    for (const { id, reads } of layersWith(32))
      expect(graph.group(id).totals.params.weights, id).toBe(withBottleneck(reads, 32, 4))
  })

  it('is in each of the 58 layers, which read more the larger k is', () => {
    const reads = layersWith(32).map((layer) => layer.reads)
    expect(reads).toHaveLength(6 + 12 + 24 + 16)
    expect(reads[5]).toBe(64 + 5 * 32)
    expect(layersWith(12).map((layer) => layer.reads)[5]).toBe(64 + 5 * 12)
  })
})
