import { describe, expect, it } from 'vitest'
import { build } from '../nn/build'
import { summarize } from '../nn/summary'
import { gold } from './gold.fixture'
import { resolve } from './index'

describe.each(gold)('$name', (expected) => {
  const { id, options, architecture } = resolve(expected.network, expected.options)
  const graph = build(architecture)
  const summary = summarize(id, options, graph)

  it('fits together', () => expect(graph.issues).toEqual([]))

  it('has exactly the known parameters, by kind', () => {
    const { weights, biases, batchNorm, running } = summary.paramsBreakdown
    expect(summary.params).toBe(expected.params)
    expect([weights, biases, batchNorm, running]).toEqual(expected.breakdown)
  })

  it('has exactly the known multiply-accumulates', () => expect(summary.macs).toBe(expected.macs))

  it('has the known depth, convolutions and receptive field', () => {
    expect([summary.depth, summary.convModules, summary.receptiveField]).toEqual([
      expected.depth,
      expected.convModules,
      expected.receptiveField,
    ])
  })

  it('has the known stages', () => {
    const rows = summary.stages.map((s) => [s.name, ...s.shape, s.receptiveField, s.params, s.macs])
    expect(rows).toEqual(expected.stages)
  })
})
