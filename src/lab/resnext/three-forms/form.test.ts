import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { drawn, formOf, productOf } from './form'

const weightsOf = (nodes: readonly { params: { weights: number } }[]) =>
  nodes.reduce((sum, { params }) => sum + params.weights, 0)

describe.each(['split', 'concat', 'grouped'])('the form %s', (name) => {
  it.each([1, 2, 4, 8, 32])('of %i paths has every convolution once', (cardinality) => {
    const graph = graphOf(`resnext-block-${name}`, { cardinality, 'group-width': 128 / cardinality })
    const { channels, paths, rest, join } = formOf(graph)
    expect(channels).toBe(256)
    expect(paths).toHaveLength(name === 'grouped' ? 0 : cardinality)
    expect(paths.every((path) => path.length === (name === 'split' ? 3 : 2))).toBe(true)
    expect(rest).toHaveLength({ split: 0, concat: 1, grouped: 3 }[name]!)
    expect(join === undefined).toBe(name === 'grouped')
    expect(weightsOf([...paths.flat(), ...rest])).toBe(graph.totals.params.weights)
  })
})

it('draws all paths where they have room, and says how many it leaves out', () => {
  expect(drawn(4, 5)).toEqual({ shown: 4, more: 0 })
  expect(drawn(4, 4)).toEqual({ shown: 4, more: 0 })
  expect(drawn(32, 5)).toEqual({ shown: 4, more: 28 })
  expect(drawn(8, 1)).toEqual({ shown: 1, more: 7 })
})

it('writes the weights of a convolution as a product that gives their number', () => {
  const graph = graphOf('resnext-block-grouped', { cardinality: 32, 'group-width': 4 })
  for (const node of formOf(graph).rest) {
    const product = productOf(node)
      .split('·')
      .reduce((all, each) => all * Number(each), 1)
    expect(product).toBe(node.params.weights)
  }
})
