import { expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { judge, puzzleOf, ratioOf } from './puzzle'

const puzzle = puzzleOf(graphOf('googlenet'), '3b')

it('block 3b asks for 128 + 192 + 96 + 64 = 480 in the ratio 4 : 6 : 3 : 2', () => {
  expect(puzzle.widths).toEqual([128, 192, 96, 64])
  expect(puzzle.total).toBe(480)
  expect(ratioOf(puzzle.widths)).toEqual([4, 6, 3, 2])
  expect(ratioOf(puzzleOf(graphOf('googlenet'), '3a').widths)).toEqual([2, 4, 1, 1])
})

it('another filling with the same sum is told from the paper’s', () => {
  expect(judge(puzzle, [128, 192, 96, 64])).toBe('solved')
  expect(judge(puzzle, [120, 120, 120, 120])).toBe('sum')
  expect(judge(puzzle, [128, 192, 96, 65])).toBe('more')
  expect(judge(puzzle, [0, 0, 0, 0])).toBe('less')
})

it('a ratio of nothing is nothing', () => expect(ratioOf([0, 0, 0, 0])).toEqual([0, 0, 0, 0]))
