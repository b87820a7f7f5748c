import { describe, expect, it } from 'vitest'
import type { WatchedStep } from '../../../runtime/training/measures'
import { networkOf, stagesOf } from './networks'
import { amountsOf, decadesOf, shareOf, valueOf } from './quantities'
import { rowsOf } from './rows'
import { lostIn } from './run'

const graph = networkOf('residual', 3, true)!
const kernels = graph.nodes.filter(({ weights }) => weights.kernel).map(({ id }) => id)

/** A step in which layer i of the network has the weights i + 1, a gradient of 3, an update of 0.1. */
const step: WatchedStep = {
  loss: 1.5,
  layers: kernels.map((id, i) => ({ id, output: 1, gradient: 3, weights: i + 1, update: 0.1 })),
  returning: Object.fromEntries(graph.nodes.filter(({ id }) => id !== graph.input).map(({ id }) => [id, 2])),
}

describe('what a picture shows of a step', () => {
  it('is for a group the norm of all kernels in it, as if they were one', () => {
    const block = graph.groups.find(({ level }) => level === 'block')!
    expect(amountsOf(graph, step, 'gradient').get(block.id)).toBeCloseTo(Math.sqrt(2 * 9), 10)
    expect(amountsOf(graph, step, 'share').get(block.id)).toBeCloseTo(
      Math.sqrt(2 * 0.01) / Math.hypot(2, 3),
      10,
    )
  })

  it('is for what goes back the gradient of its output, and the image has none', () => {
    const amounts = amountsOf(
      graph,
      { ...step, returning: { ...step.returning, [kernels[0]]: 7 } },
      'returning',
    )
    expect(amounts.get(kernels[0])).toBe(7)
    expect(amounts.has(graph.input)).toBe(false)
    for (const stage of stagesOf(graph)) expect(amounts.get(stage)).toBe(2)
  })

  it('is nothing where there are no weights', () => {
    const relu = graph.nodes.find(({ op }) => op === 'relu')!
    expect(amountsOf(graph, step, 'weights').has(relu.id)).toBe(false)
  })
})

it('an update of weights that are zero has no share unless it moves them', () => {
  const [layer] = step.layers
  expect(valueOf(step, { ...layer, weights: 0, update: 0 }, 'share')).toBe(0)
  expect(valueOf(step, { ...layer, weights: 0, update: 1 }, 'share')).toBe(Infinity)
  expect(valueOf(step, { ...layer, weights: 2, update: 1 }, 'share')).toBe(0.5)
})

describe('the scale of colors', () => {
  it('ends at powers of ten, is never narrow, and leaves out what it has no place for', () => {
    expect(decadesOf([0.02, 30])).toEqual([-2, 2])
    expect(decadesOf([0.5, 0, NaN, Infinity])).toEqual([-3, 0])
    expect(decadesOf([0, NaN])).toBeNull()
  })

  it('is a logarithm: a factor of ten is the same distance everywhere', () => {
    expect([0.01, 0.1, 1].map((value) => shareOf(value, [-2, 0]))).toEqual([0, 0.5, 1])
    expect(shareOf(0, [-2, 0])).toBe(0)
    expect(shareOf(1e9, [-2, 0])).toBe(1)
  })
})

describe('a number that is lost', () => {
  const with0 = (change: object) => ({
    ...step,
    layers: step.layers.map((layer, i) => (i === 2 ? { ...layer, ...change } : layer)),
  })

  it('is told with the place where it was lost', () => {
    expect(lostIn(step)).toBeUndefined()
    expect(lostIn(undefined)).toBeUndefined()
    expect(lostIn(with0({ output: Infinity }))).toBe(`the signal overflowed in layer 3 of ${kernels.length}`)
    expect(lostIn({ ...step, loss: NaN })).toBe('the loss is no longer a number')
    expect(lostIn(with0({ gradient: NaN }))).toBe(`the gradient overflowed in layer 3 of ${kernels.length}`)
  })
})

it('numbers are saved with a line for each layer of each step', () => {
  const [head, ...lines] = rowsOf([step, step])
  expect(lines).toHaveLength(2 * kernels.length)
  expect(head).toEqual([
    ...['step', 'loss', 'layer', 'name'],
    ...['‖∂loss/∂output‖', '‖∂loss/∂w‖', '‖w‖', '‖Δw‖', '‖Δw‖ ÷ ‖w‖'],
  ])
  expect(lines[1]).toEqual([1, 1.5, 2, kernels[1], 2, 3, 2, 0.1, 0.05])
})
