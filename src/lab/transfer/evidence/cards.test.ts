import { expect, it } from 'vitest'
import { runsIn } from '../../../../tools/zoo.mjs'
import { spreadOf, type TransferReport } from '../../../recorded/report'
import { cardsOf, type Evidence, measuredHere, said, verdictOf } from './cards'

const [report] = runsIn('public/runs').transfers as unknown as readonly TransferReport[]
const cards = cardsOf(report, [2500, 5])

it('on COCO scratch keeps up down to ten thousand images, and not with one thousand', () => {
  expect(cards.slice(0, 4).map(verdictOf)).toEqual(['keeps up', 'keeps up', 'keeps up', 'falls behind'])
})

it('copies of half of ImageNet stay ahead, and so do ours, short as they were trained', () => {
  expect(cards.slice(4).map((card) => [card.id, verdictOf(card)])).toEqual([
    ['yosinski', 'falls behind'],
    ['here-2500', 'falls behind'],
    ['here-5', 'falls behind'],
  ])
})

it('our numbers are those of the recorded file', () => {
  const { result } = measuredHere(report, 5)
  expect(result).toEqual({
    kind: 'error',
    scratch: spreadOf(report, 'scratch', 5)!.mean,
    copied: spreadOf(report, 'all', 5)!.mean,
  })
  expect(() => measuredHere(report, 7)).toThrow(/not recorded/)
})

it('precision counts upwards and errors downwards; a point is no difference', () => {
  const card = (result: Evidence['result']): Evidence => ({ ...cards[0], result })
  expect(verdictOf(card({ kind: 'precision', scratch: 30, copied: 31 }))).toBe('keeps up')
  expect(verdictOf(card({ kind: 'precision', scratch: 30, copied: 31.1 }))).toBe('falls behind')
  expect(verdictOf(card({ kind: 'error', scratch: 0.2, copied: 0.15 }))).toBe('falls behind')
  expect(verdictOf(card({ kind: 'error', scratch: 0.15, copied: 0.2 }))).toBe('keeps up')
})

it('the other side says both numbers, or what the paper says', () => {
  expect(said(cards[0])).toBe('scratch 41.3, pre-trained 41.1 box AP')
  expect(said(cards[3])).toBe('scratch is far behind')
  expect(said(cards[6])).toMatch(/^scratch \d\d\.\d%, fine-tuned \d\d\.\d% wrong$/)
})
