import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { stream } from '../../../exercises/random'
import { averagingHead } from '../../../nn/classActivation'
import { standardized, standardOf, unfolded } from './features'
import { amountsOf } from './gap'
import { classNames, saidNames } from './names'
import { firstOf, shrunk, type Shot, side, split, variant, whyNot } from './shots'
import { confusion, errorOf, guesses, teach } from './teach'
import { whyUntrainable } from '../../../runtime/training/trainable'
import { losing } from '../../shared/lane.fixture'
import { frozenParts, learningOf, sameNodes, scratchOf, type Trunk } from './trunk'

const shot = (label: number, id: string): Shot => ({
  id,
  label,
  pixels: { width: 1, height: 1, data: new Uint8ClampedArray(4) },
})
const shots = (...counts: readonly number[]) =>
  counts.flatMap((count, label) => Array.from({ length: count }, (_, i) => shot(label, `${label} ${i}`)))

describe('the split', () => {
  it('holds out every third image of each class, whatever comes later', () => {
    const few = split(shots(4, 3), 3)
    expect(few.held.map(({ id }) => id)).toEqual(['0 2', '1 2'])
    const more = split(shots(7, 3), 3)
    expect(more.held.map(({ id }) => id)).toEqual(['0 2', '0 5', '1 2'])
    expect(more.train).toHaveLength(7)
  })

  it.each([
    [[0, 0], 'There are no images yet'],
    [
      [6, 0],
      '“b” has no image to learn from yet. One class alone cannot be told apart from anything: give every class some images.',
    ],
    [[1, 0], '“b” has no image to learn from yet. One class alone cannot be told apart from anything'],
    [[6, 1, 0], '“c” has no image to learn from yet. Give every class some images, or remove it.'],
    [[1, 1], '“a” and “b” have no image for the test. Every third image is held out'],
    [[3, 3], undefined],
  ])('with %s images says why nothing can be trained', (counts, reason) => {
    const said = whyNot(split(shots(...counts), 3), ['a', 'b', 'c'].slice(0, counts.length), 3)
    if (reason === undefined) expect(said).toBeUndefined()
    else expect(said).toContain(reason)
  })

  it('grows by powers of two up to what every class has', () => {
    expect(amountsOf(split(shots(9, 12), 3), 2)).toEqual([1, 2, 4, 6])
    expect(firstOf(shots(5, 5), 2).map(({ id }) => id)).toEqual(['0 0', '0 1', '1 0', '1 1'])
  })
})

it('names of classes come back from the address', () => {
  expect(classNames(saidNames(['cup', 'a, b', 'pen']), [])).toEqual(['cup', 'a  b', 'pen'])
  expect(classNames('one', ['x', 'y'])).toEqual(['x', 'y'])
})

it('a crop of a drawing is the same for a seed, and another for another', () => {
  const whole = {
    width: 320,
    height: 320,
    data: Uint8ClampedArray.from({ length: 320 * 320 * 4 }, (_, i) => i % 251),
  }
  const [one, again, other] = ['a', 'a', 'b'].map((seed) => variant(whole, stream(seed)))
  expect(again.data).toEqual(one.data)
  expect(other.data).not.toEqual(one.data)
  expect(one).toMatchObject({ width: side, height: side })
  expect(shrunk(one, 16)).toMatchObject({ width: 16, height: 16 })
})

it('a head that learned on standardized features gives the same scores on the features as they are', () => {
  const all = [
    [1, 20, 0],
    [3, 40, 0],
    [2, 10, 0],
  ].map((values) => Float32Array.from(values))
  const standard = standardOf(all)
  const kernel = Float32Array.from([0.5, -1, 2, 0.25, 1, 1])
  const bias = Float32Array.from([0.1, -0.2])
  const own = unfolded(kernel, bias, standard)
  const score = (x: Float32Array, w: Float32Array, b: Float32Array) =>
    [0, 1].map((k) => x.reduce((sum, value, i) => sum + value * w[2 * i + k], b[k]))
  for (const x of all) {
    const wanted = score(standardized(x, standard), kernel, bias)
    score(x, own.kernel, own.bias).forEach((value, k) => expect(value).toBeCloseTo(wanted[k], 4))
  }
})

it('errors and confusions are counted on the held-out images', () => {
  const shares = Float32Array.from([0.9, 0.1, 0.4, 0.6, 0.2, 0.8])
  const held = [{ label: 0 }, { label: 0 }, { label: 1 }]
  expect(guesses(shares, 2)).toEqual([0, 1, 1])
  expect(errorOf(shares, held, 2)).toBeCloseTo(1 / 3)
  expect(confusion(shares, held, 2)).toEqual([
    [1, 1],
    [0, 1],
  ])
})

it('a training whose loss is lost ends with a sentence and a way on', async () => {
  const graph = scratchOf(2)
  const example = (label: number) => ({ values: new Float32Array(32 * 32 * 3), label })
  const lesson = { graph, train: [0, 1].map(example), held: [0, 1].map(example), classes: 2 }
  const lane = losing(2, { predict: async () => Float32Array.from([1, 0, 0, 1]) })
  const teaching = teach(lane, { ...lesson, rate: 1, steps: 30, seed: 1 }, new AbortController().signal)
  await expect(teaching).rejects.toThrow(/^After 2 steps the loss is no longer a number.* try fewer steps/)
})

describe.each(['cifar-resnet20', 'resnet18', 'googlenet-bn'])('the trunk %s', (id) => {
  const graph = graphOf(id)
  const head = averagingHead(graph)!
  const joins = graph.groups.filter(
    ({ level, nodes }) =>
      (level === 'block' || level === 'stage') && nodes.some((node) => graph.node(node).family === 'merge'),
  )
  const block = joins.at(-1)!
  const trunk: Trunk = {
    model: { id, title: id, graph, classes: [] },
    ...head,
    block,
    enters: block.input,
  }

  it('is cut so that what learns can be trained here, and has the weights of the last block', () => {
    for (const way of ['head', 'block', 'scratch'] as const)
      expect(whyUntrainable(learningOf(way, trunk, 3))).toBeUndefined()
    const learning = learningOf('block', trunk, 3)
    const same = sameNodes(trunk, learning)
    expect(same.size).toBeGreaterThan(3)
    for (const [here, there] of same)
      for (const [name, { shape }] of Object.entries(learning.node(here).weights))
        expect(shape).toEqual(graph.node(there).weights[name].shape)
  })

  it('is hatched up to the head, or to the last block', () => {
    const head = frozenParts('head', trunk, graph)
    const last = frozenParts('block', trunk, graph)
    expect(head.has(block.id)).toBe(true)
    expect(last.has(block.id)).toBe(false)
    expect(head.has(trunk.scores)).toBe(false)
    expect(frozenParts('scratch', trunk, graph).size).toBe(0)
  })
})
