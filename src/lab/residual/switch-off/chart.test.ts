import { expect, it } from 'vitest'
import { runsIn } from '../../../../tools/zoo.mjs'
import { graphOf } from '../../../architectures/built'
import { type DeletionReport, median } from '../../../recorded/deletions'
import { type ChartName, chartOf, labelOf, middles, told } from './chart'
import { blocksOf } from './surgery'

const { deletions } = runsIn(new URL('../../../../public/runs', import.meta.url).pathname) as unknown as {
  deletions: readonly DeletionReport[]
}
const of = (network: string) => deletions.find((report) => report.network === network)!

it('what was recorded is about the blocks that the networks have, and the whole network is best', () => {
  expect(deletions.length).toBeGreaterThanOrEqual(2)
  for (const report of deletions) {
    const blocks = blocksOf(graphOf(report.network)).map(({ id }) => id)
    expect(report.blocks).toEqual(blocks)
    expect(report.deletions.map(({ block }) => block)).toEqual(blocks)
    expect(report.subsets.map(({ deleted }) => deleted)).toEqual(blocks.map((_, i) => i + 1))
    for (const { error } of report.deletions) expect(error).toBeGreaterThan(report.error)
  }
})

it('every block of plain-20 costs more than any of ResNet-20: the plain network collapses', () => {
  const errors = (network: string) => of(network).deletions.map(({ error }) => error)
  expect(Math.min(...errors('cifar-plain20'))).toBeGreaterThan(Math.max(...errors('cifar-resnet20')))
  expect(Math.min(...errors('cifar-plain20'))).toBeGreaterThan(0.88)
})

it('what the question calls dear holds: most blocks of ResNet-20 at least double its error when they go', () => {
  const { error, deletions } = of('cifar-resnet20')
  expect(deletions.filter((each) => each.error >= 2 * error).length).toBeGreaterThan(deletions.length / 2)
})

it('a factor of one is the whole network, and the middle of the subsets begins with it', () => {
  const report = of('cifar-resnet20')
  expect(report.scaled!.at(-1)!.factor).toBe(1)
  expect(middles(report)[0]).toEqual({ deleted: 0, error: report.error })
  expect(median([3, 1, 2])).toBe(2)
  expect(median([1, 2])).toBe(1.5)
})

it('every chart is made of marks, and says its numbers to those who do not see it', () => {
  const reports = [of('cifar-resnet20'), of('cifar-plain20')]
  for (const chart of ['one', 'several', 'scaled'] as ChartName[]) {
    expect(chartOf(chart, reports, new Set([2]), 800).marks!.length).toBeGreaterThanOrEqual(3)
    expect(labelOf(chart, reports)).toMatch(/^Test error by .*ResNet-20 \(CIFAR\): \d+\.\d%/)
  }
})

it('every point says what was off and what was wrong then', () => {
  const report = of('cifar-resnet20')
  const { error } = report.deletions[2]
  const point = { x: 3, error, title: report.title }
  expect(told('one', point)).toMatch(/^ResNet-20 \(CIFAR\) without block 3: \d+\.\d% wrong$/)
  expect(told('several', { ...point, x: 1 })).toContain('without 1 block:')
  expect(told('scaled', { ...point, x: 0.5 })).toContain('with every branch × 0.5:')
})
