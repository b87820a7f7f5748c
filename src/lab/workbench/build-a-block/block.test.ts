import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { graphOfBlock, mixes } from './block'
import { challenges, standingOf } from './challenges'
import { insert, move, pieceAt, remove } from './edit'
import { read, write } from './notation'
import { challengeNames } from './options'
import { labelOf, newPiece, palette } from './pieces'
import { samples } from './samples'

const seriesOf = (text: string) => {
  const { series, problem } = read(text)
  expect(problem).toBeUndefined()
  return series
}

describe('a block as text', () => {
  it.each(Object.values(samples).map(({ block }) => block))('%s comes back as it was, and fits', (block) => {
    expect(write(seriesOf(block))).toBe(block)
    expect(graphOfBlock(seriesOf(block), [28, 28, 64], 1).issues).toEqual([])
  })

  it.each([
    ['conv3:64 foo', '“foo” is not a piece'],
    ['add(conv3:64 | ', 'A bracket is not closed.'],
    ['add conv3:64', 'its paths in brackets'],
    ['relu ) relu', 'no split is open'],
    ['relu '.repeat(80), 'at most 48 pieces'],
    ['add('.repeat(9), 'at most 4 deep'],
  ])('says what is wrong with %s', (text, problem) => expect(read(text).problem).toContain(problem))

  it('keeps numbers in range', () => expect(write(read('conv99:9999/9g5').series)).toBe('conv11:1024/4g5'))
})

it('the bottleneck costs what counting gives', () => {
  const { totals, receptiveField } = graphOfBlock(seriesOf('conv1:16 conv3:16 conv1:64'), [28, 28, 64], 1)
  expect(totals.trainable).toBe(64 * 16 + 9 * 16 * 16 + 16 * 64)
  expect(totals.macs).toBe(totals.trainable * 28 * 28)
  expect(receptiveField[0].size).toBe(3)
})

it('a sum of unlike shapes is told', () => {
  const { issues } = graphOfBlock(seriesOf('add(conv3:32 | )'), [28, 28, 64], 1)
  expect(issues).toHaveLength(1)
})

it('every piece of the palette fits where it is put', () => {
  for (const name of palette) {
    const series = insert(seriesOf(samples.residual.block), [1], newPiece(name, 64))
    expect(graphOfBlock(series, [28, 28, 64], 1).issues).toEqual([])
  }
})

describe('pieces are moved', () => {
  const series = seriesOf('relu add(conv3:64 bn | ) bn')
  it.each([
    [[0], [3], 'add(conv3:64 bn | ) bn relu'],
    [[1, 0, 1], [0], 'bn relu add(conv3:64 | ) bn'],
    [[2], [1, 1, 0], 'relu add(conv3:64 bn | bn)'],
    [[0], [1, 0, 0], 'add(relu conv3:64 bn | ) bn'],
    // A split does not fit into itself.
    [[1], [1, 1, 0], 'relu add(conv3:64 bn | ) bn'],
  ])('from %s to %s', (from, to, text) => expect(write(move(series, from, to))).toBe(text))

  it('and removed', () => {
    expect(write(remove(series, [1, 0, 0]))).toBe('relu add(bn | ) bn')
    expect(labelOf(pieceAt(series, [1, 0, 0])!)).toBe('conv 3×3, 64')
  })
})

describe('what the channels that leave read', () => {
  it.each([
    ['conv3:64', true],
    ['conv3:64g64', false],
    ['conv3:64g64 conv1:64', true],
    ['conv1:64g2 conv1:64g2', false],
    ['add(conv3:64g64 | )', false],
    ['add(conv3:64 | )', true],
    ['concat(conv1:32 | conv3:32g32)', false],
    ['gate:16', false],
  ])('%s: all of them: %s', (text, all) => expect(mixes(seriesOf(text), 64)).toBe(all))
})

describe.each(challengeNames)('the challenge %s', (name) => {
  const challenge = challenges[name]
  it('is met by the best block that we know, with a score of 1', () => {
    const series = seriesOf(challenge.best)
    const { demands, score } = standingOf(challenge, graphOfBlock(series, challenge.input, 1), series)
    expect(demands.filter(({ isMet }) => !isMet)).toEqual([])
    expect(score).toBe(1)
  })

  it('is not met by nothing at all', () => {
    const { score } = standingOf(challenge, graphOfBlock([], challenge.input, 1), [])
    expect(score).toBeUndefined()
  })
})

it('four views cost far less than those of block 3a', () => {
  const { best, input } = challenges.views
  expect(graphOfBlock(seriesOf(best), input, 1).totals.macs).toBeLessThan(
    graphOf('googlenet').group('inception_3a').totals.macs / 20,
  )
})
