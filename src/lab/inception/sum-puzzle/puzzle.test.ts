import { expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { options } from './options'
import { judge, puzzleOf, ratioOf, weightsOf } from './puzzle'

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

it('with the paper’s widths, the weights of a block are those of the network, without biases', () => {
  const graph = graphOf('googlenet')
  for (const block of options.blocks.choices) {
    const puzzle = puzzleOf(graph, block)
    const nodes = graph.group(`inception_${block}`).nodes.map((id) => graph.node(id))
    const counted = nodes.reduce((sum, { params }) => sum + params.weights, 0)
    expect(weightsOf(puzzle, puzzle.widths)).toBe(counted)
  }
})

it('480 channels from one path cost what its own kernels cost, and nothing for the others', () => {
  const [ones, threes, fives] = [0, 1, 2].map((path) =>
    weightsOf(
      puzzle,
      [0, 1, 2, 3].map((i) => (i === path ? 480 : 0)),
    ),
  )
  // 256 channels enter block 3b, and its reductions hand on 128 and 32.
  expect([ones, threes, fives]).toEqual([256 * 480, 256 * 128 + 9 * 128 * 480, 256 * 32 + 25 * 32 * 480])
})
