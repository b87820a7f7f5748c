import { describe, expect, it } from 'vitest'
import { pairOf } from '../../shared/drawings/networks'
import { depths, domainOf, firstToLast, honest, lost, sentence, stretches } from './flow'
import type { Measured } from './job'

/** Three convolutions and a dense layer; the values of all quantities are those given. */
const network = (values: readonly number[], loss = 2): Measured => ({
  loss,
  layers: values.map((value, i) => ({ id: `layer${i}`, output: value, returning: value, kernel: value })),
})

it('the first convolution is held against the last one, not against the dense layer', () =>
  expect(firstToLast(network([2, 4, 8, 1000]), 'kernel')).toBe(0.25))

describe('what 32 bits cannot hold is said in words', () => {
  it('a signal that overflowed, with the layer where it did', () =>
    expect(lost(network([1, Infinity, NaN, NaN], NaN))).toBe(
      'not a number: the signal overflowed in layer 2',
    ))

  it('and behind it nothing is, though a ReLU may make zeros of it', () => {
    const { loss, layers } = honest(network([1, Infinity, NaN, 0], 1.79))
    expect(loss).toBeNaN()
    expect(layers.map(({ output }) => output)).toEqual([1, NaN, NaN, NaN])
    expect(layers.map(({ returning }) => returning)).toEqual([NaN, NaN, NaN, NaN])
    expect(honest(network([1, 1], 1.79))).toEqual(network([1, 1], 1.79))
  })

  it('a gradient that overflowed on its way back, with the layer nearest to the answer', () => {
    const { loss, layers } = network([1, 1, 1, 1])
    const wild = layers.map((layer, i) => (i < 2 ? { ...layer, returning: Infinity } : layer))
    expect(lost({ loss, layers: wild })).toBe('not a number: the gradient overflowed in layer 2')
  })

  it('a loss that is no number though every layer is', () =>
    expect(lost(network([1, 1], NaN))).toBe('not a number: the loss overflowed'))

  it('a signal and a gradient of which nothing is left', () => {
    expect(lost(network([1, 0, 0, 0]))).toMatch(/^zero: the signal .* from layer 2 on$/)
    const { loss, layers } = network([1, 1, 1, 1])
    const gone = layers.map((layer, i) => (i < 2 ? { ...layer, returning: 0 } : layer))
    expect(lost({ loss, layers: gone })).toMatch(
      /^zero: the gradient .* in layer 2 and all layers before it$/,
    )
  })

  it('and nothing where all is held', () => expect(lost(network([1, 1e-30, 1e30, 1]))).toBeUndefined())
})

it('a sentence says how the ends of each network lie, or what became of its numbers', () => {
  const [well, wild] = [network([1, 1, 4, 1]), network([1, NaN, NaN, NaN])]
  expect(sentence({ plain: well, residual: well }, 'output')).toBe(
    'The signal, first convolution compared with the last: plain 0.25 times; residual 0.25 times.',
  )
  expect(sentence({ plain: wild, residual: well }, 'kernel')).toBe(
    'The gradient of the weights, first convolution compared with the last: plain not a number: the signal overflowed in layer 2; residual 0.25 times.',
  )
})

it('the axis ends at powers of ten, is never narrow, and leaves out what it has no place for', () => {
  expect(domainOf([0.1, 0.5])).toEqual([1e-6, 1])
  expect(domainOf([3e-9, 20])).toEqual([1e-9, 100])
  expect(domainOf([0, NaN, Infinity])).toEqual([1e-6, 1])
})

it.each([...depths])(
  'with %i blocks there are three stages of maps, and every weighted layer is one',
  (n) => {
    const { plain, residual } = pairOf(n, false)
    for (const graph of [plain, residual]) {
      const ids = graph.nodes.filter(({ weights }) => weights.kernel).map(({ id }) => id)
      expect(ids).toHaveLength(graph.depth.weighted)
      expect(stretches(graph, ids)).toEqual([
        { from: 1, to: 1 + 2 * n, size: '16×16' },
        { from: 2 + 2 * n, to: 1 + 4 * n, size: '8×8' },
        { from: 2 + 4 * n, to: 1 + 6 * n, size: '4×4' },
      ])
    }
  },
)
