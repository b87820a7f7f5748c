import { describe, expect, it } from 'vitest'
import { presets, resolve } from '../architectures/index'
import { build } from '../nn/build'
import type { Graph, GraphNode } from '../nn/graph'
import { isIncomplete, quantities, quantityIds } from '../nn/quantities'
import { summarize } from '../nn/summary'
import { size } from '../nn/totals'
import { rowsOf, sumOf } from './rows'
import { toCsv, toMarkdown } from './text'

/** Edits that a reader may make and that mostly do not fit, for a node that has the attribute. */
const damages: readonly Readonly<Record<string, unknown>>[] = [
  { groups: 7 },
  { groups: 3, filters: 97 },
  { filters: 61 },
  { kernel: [251, 3] },
  { stride: [5, 3], pad: 0 },
  { grid: 64 },
]

/** Every number that is said of a graph. */
function countsOf(graph: Graph): readonly number[] {
  const parts = ['', ...graph.groups.map(({ id }) => id), ...graph.nodes.map(({ id }) => id)]
  const { params, trainable, macs, activations } = graph.totals
  return [
    ...parts.flatMap((id) => quantityIds.map((name) => quantities[name].of(graph, id) ?? 0)),
    ...[...Object.values(params), trainable, macs, activations, graph.memory.all, graph.memory.peak],
    ...graph.nodes.flatMap(({ weights }) => Object.values(weights).map(size)),
    ...graph.nodes.flatMap(({ shape }) => [...shape]),
  ]
}

/** Near the image, where most follows, for every other edit; the last node that has its attributes for the rest. */
function placeFor(graph: Graph, edit: (typeof damages)[number], i: number): GraphNode | undefined {
  const able = graph.nodes.filter(({ attrs }) => Object.keys(edit).every((name) => name in attrs))
  return able.at(i % 2 ? -1 : 0)
}

describe.each(presets)('$id, edited so that it does not fit', ({ id }) => {
  const { architecture } = resolve(id)
  const whole = build(architecture)
  const broken = damages.flatMap((edit, i) => {
    const node = placeFor(whole, edit, i)
    return node ? [build(architecture, { [node.id]: edit })] : []
  })

  it('counts in whole numbers, and nothing of what does not fit', () => {
    for (const graph of broken) {
      expect(countsOf(graph).filter((value) => !Number.isSafeInteger(value) || value < 0)).toEqual([])
      const torn = new Set(graph.issues.map(({ node }) => node))
      for (const node of graph.nodes) {
        expect(node.fits).toBe(!torn.has(node.id))
        if (node.fits) continue
        expect([node.weights, node.macs]).toEqual([{}, 0])
        for (const name of ['parameters', 'macs', 'memory'] as const)
          expect(quantities[name].of(graph, node.id)).toBeNull()
      }
    }
  })

  it('says of every sum around it that it is a lower bound', () => {
    for (const graph of broken) {
      expect(graph.totals.incomplete).toBe(graph.issues.length > 0)
      for (const group of graph.groups)
        expect(isIncomplete(group)).toBe(graph.issues.some(({ node }) => group.nodes.includes(node)))
      const summary = summarize('', {}, graph)
      expect(summary.incomplete ?? false).toBe(graph.totals.incomplete)
      const rows = rowsOf(graph, 'stages')
      expect(rows.map((row) => row.incomplete).includes(true)).toBe(graph.totals.incomplete)
      expect(sumOf(rows).parameters).toBe(graph.totals.trainable)
      const total = toMarkdown(rows, 'hwc').trim().split('\n').at(-1)!
      expect(total.includes('≥')).toBe(graph.totals.incomplete)
      expect(toCsv(rows, 'hwc')).not.toMatch(/NaN|\d\.\d/)
    }
  })

  it('counts everything where it fits', () => {
    expect(whole.totals.incomplete).toBe(false)
    expect(whole.nodes.filter(({ fits }) => !fits)).toEqual([])
  })
})
