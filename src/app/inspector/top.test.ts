import { expect, it } from 'vitest'
import { ranked } from '../../nn/ranked'
import { graphOf } from '../state/network'
import { areDistances, areProbabilities, worthShowing } from './top'

const output = (network: string) => {
  const graph = graphOf(network, {})
  return graph.node(graph.outputs[0])
}

it('ranks from either end, and of equal values the first comes first', () => {
  const values = Float32Array.of(2, 5, 1, 5)
  expect(ranked(values, 3).map(({ index }) => index)).toEqual([1, 3, 0])
  expect(ranked(values, 2, 'smallest').map(({ index }) => index)).toEqual([2, 0])
})

it('takes the outputs of LeNet-5 (1998) for distances, and those of a softmax never', () => {
  expect(areDistances(Float32Array.of(80, 120, 3), output('lenet5-1998'))).toBe(true)
  expect(areDistances(Float32Array.of(0.5, 0.25, 0.25), output('lenet5-1998'))).toBe(false)
  expect(areDistances(Float32Array.of(80, 120, 3), output('resnet18'))).toBe(false)
})

it('knows probabilities by their sum and range', () => {
  expect(areProbabilities(Float32Array.of(0.5, 0.5))).toBe(true)
  expect(areProbabilities(Float32Array.of(1.5, -0.5))).toBe(false)
  expect(areProbabilities(Float32Array.of(0.5, 0.4))).toBe(false)
})

it('shows no ties at zero, and always the first', () => {
  const shown = (...values: number[]) => worthShowing(ranked(Float32Array.from(values), 5)).length
  expect(shown(1, 0, 0, 0, 0, 0)).toBe(1)
  expect(shown(0.6, 0.3, 0.1, 0.0004)).toBe(3)
  expect(shown(0.0003, 0.0003)).toBe(1)
})
