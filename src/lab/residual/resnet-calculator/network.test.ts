import { describe, expect, it } from 'vitest'
import { countedOf, known, knownAs, nameOf, type Plan, ruleOf, sumOf } from './network'

const kinds = ['basic', 'bottleneck'] as const
const lists = [1, 3].flatMap((a) =>
  [1, 4].flatMap((b) => [1, 5].flatMap((c) => [1, 3].map((d) => [a, b, c, d]))),
)

/** What a written sum comes to. */
function valueOf(sum: string): number {
  const [, first, layers, blocks, rest] = /^(\d+) \+ (\d+)·\(([\d +]+)\) \+ (.+)$/.exec(sum)!
  const add = (terms: string) => terms.split(' + ').reduce((all, term) => all + Number(term), 0)
  return Number(first) + Number(layers) * add(blocks) + add(rest)
}

describe('the depth of any ResNet', () => {
  it.each(kinds)('is two layers and those of its %s blocks, as its graph has it', (kind) => {
    for (const blocks of lists) {
      const plan: Plan = { kind, blocks }
      const counted = countedOf(plan)
      expect(counted.layers).toBe(kind === 'basic' ? 2 : 3)
      expect(ruleOf(plan)).toBe(counted.depth)
      expect(valueOf(sumOf(plan, counted, false))).toBe(counted.depth)
      expect(valueOf(sumOf(plan, counted, true))).toBe(counted.depth + counted.projections)
      // All convolutions and the classifier.
      expect(counted.convolutions + 1).toBe(counted.depth + counted.projections)
    }
  })

  it.each([
    ['basic', [2, 2, 2, 2], 18, '1 + 2·(2 + 2 + 2 + 2) + 1'],
    ['basic', [3, 4, 6, 3], 34, '1 + 2·(3 + 4 + 6 + 3) + 1'],
    ['bottleneck', [3, 4, 6, 3], 50, '1 + 3·(3 + 4 + 6 + 3) + 1'],
    ['bottleneck', [3, 4, 23, 3], 101, '1 + 3·(3 + 4 + 23 + 3) + 1'],
    ['bottleneck', [3, 8, 36, 3], 152, '1 + 3·(3 + 8 + 36 + 3) + 1'],
  ] as const)('%s, %j: %d', (kind, blocks, depth, sum) => {
    const plan = { kind, blocks }
    const counted = countedOf(plan)
    expect(counted.depth).toBe(depth)
    expect(sumOf(plan, counted, false)).toBe(sum)
    expect(knownAs(plan)).toMatchObject({ title: `ResNet-${depth}` })
  })
})

describe('what does not count', () => {
  it('are three projections in ResNet-18, and its convolutions are twenty with them', () =>
    expect(countedOf(known[0])).toMatchObject({ depth: 18, convolutions: 20, projections: 3 }))

  it('is one projection more where the first stage widens, as bottlenecks do', () => {
    expect(countedOf(known[2])).toMatchObject({ projections: 4, projects: [true, true, true, true] })
    expect(countedOf(known[0]).projects).toEqual([false, true, true, true])
  })
})

describe('the name', () => {
  it('is known for five lists only', () => {
    expect(nameOf(known[3], 101)).toEqual({
      title: 'ResNet-101',
      says: 'One of the paper’s five networks.',
    })
    expect(nameOf({ kind: 'bottleneck', blocks: [2, 2, 2, 2] }, 26).title).toBe('ResNet-26')
  })

  it('does not tell lists of one depth apart', () => {
    const plan: Plan = { kind: 'basic', blocks: [4, 2, 1, 1] }
    expect(nameOf(plan, countedOf(plan).depth).says).toContain('As deep as the paper’s ResNet-18')
  })
})

it('the shapes of the stages do not depend on how many blocks they have', () => {
  expect(countedOf({ kind: 'basic', blocks: [1, 9, 1, 1] }).shapes).toEqual([
    '56×56×64',
    '28×28×128',
    '14×14×256',
    '7×7×512',
  ])
  expect(countedOf(known[4]).shapes[3]).toBe('7×7×2048')
})
