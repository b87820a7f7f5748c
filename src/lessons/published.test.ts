import { describe, expect, it } from 'vitest'
import { graphOf } from '../architectures/built'
import { lessons } from './course'
import { type Comparison, countedFor } from '../lab/compare/published/choice'

const comparisons = lessons.flatMap(({ steps }) =>
  steps
    .filter(({ show }) => show === 'published')
    .map(({ id, with: given }) => ({ id, ...(given as unknown as Comparison) })),
)

describe.each(comparisons)('the comparison of $id', ({ choices, open = [], blocks = [], source }) => {
  const counted = choices.map(countedFor)

  it('is of networks that fit together, every one another', () => {
    expect(counted.flatMap(({ graph }) => graph.issues)).toEqual([])
    expect(new Set(counted.map(({ network, options }) => JSON.stringify([network, options]))).size).toBe(
      counted.length,
    )
  })

  it('shows a part that all of them have, and says whose errors these are', () => {
    for (const { graph } of counted)
      for (const id of [...open, ...blocks.map((block) => block.id)]) expect(graph.has(id), id).toBe('group')
    expect(open.length + blocks.length === 0 || open.length === 0 || blocks.length === 0).toBe(true)
    expect(source).toMatch(/(table|section) \d/)
  })
})

it('ResNet-200, the wider and the many-path ResNet-101 cost about twice the MACs of ResNet-101', () => {
  const { choices } = comparisons.find(({ id }) => id === 'where-to-spend')!
  const base = graphOf('resnet101').totals.macs
  for (const { macs } of choices.map(countedFor)) expect(macs / base).toBeCloseTo(2, 0)
})
