import { expect, it } from 'vitest'
import { runsIn } from '../../../../tools/zoo.mjs'
import type { TransferReport } from '../../../recorded/report'
import { bestLine, lineAt, linesOf } from './ways'

const [report] = runsIn('public/runs').transfers as unknown as readonly TransferReport[]
const lines = linesOf(report)

it('the recorded ways are lines: the head alone, the last stage with it, everything', () => {
  expect(lines.map(({ name, free }) => [name, free])).toEqual([
    ['head alone', 1],
    ['head, last stage', 2],
    ['everything', 5],
  ])
})

it('the more is free, the more learns; the head has a weight for every channel and class, and a bias', () => {
  expect(lines[0].params).toBe(64 * 4 + 4)
  expect(lines.map(({ params }) => params)).toEqual([260, 203_780, 269_332])
})

it('a line in another network finds the recorded one that lies as far from the head', () => {
  const at = (frozen: number) => lineAt(lines, 6, frozen)?.way
  expect([5, 4, 3, 2, 1, 0].map(at)).toEqual(['frozen', 'last-stage', undefined, undefined, undefined, 'all'])
})

it('with five images a class everything free is not the best, with 2,500 it is', () => {
  expect(bestLine(report, lines, 5).way).toBe('last-stage')
  expect(bestLine(report, lines, 2500).way).toBe('all')
})
