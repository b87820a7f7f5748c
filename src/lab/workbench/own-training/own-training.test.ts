import { describe, expect, it } from 'vitest'
import { readRun, writeRun } from './file'
import { fromBlob } from '../../../import/source'
import { graphOf } from '../../../architectures/built'
import { batchAt, batchOf, drawnMaterial, varied } from './material'
import { networkOf } from './networks'
import { classNames, picture } from './pictures'
import { sizes } from './options'
import { keptSide, materialOf, mostClasses, mostImages, roomFor } from './piles'
import { type Course, nothing, type Moment, type Report, Run, thinned, upTo } from './run'
import { losing } from '../../shared/lane.fixture'
import { factorAt, schedules } from './schedule'

const look = { classes: 12, size: 16, color: true, difficulty: 0.5, noise: 0.2, occlusion: 0.2 }
const material = drawnMaterial(look, 64, 1)

describe('the images of the page', () => {
  it('are the same for the same seed, of twelve classes, each about as frequent', () => {
    expect(material.train(3)).toEqual(drawnMaterial(look, 1024, 1).train(3))
    expect(material.train(3).values).not.toEqual(drawnMaterial(look, 64, 2).train(3).values)
    const many = drawnMaterial({ ...look, size: 16, noise: 0 }, 0, 1)
    const counts = classNames.map(
      (_, label) =>
        Array.from({ length: 600 }, (_, i) => many.train(i)).filter((each) => each.label === label).length,
    )
    expect(Math.min(...counts)).toBeGreaterThan(25)
  })

  it('are never learned from where they test', () => {
    const seen = new Set(Array.from({ length: 64 }, (_, i) => material.train(i).values.join()))
    expect(material.test.some(({ values }) => seen.has(values.join()))).toBe(false)
  })

  it('are covered, noisy and turned as much as is said', () => {
    const plain = { ...look, difficulty: 0, noise: 0, occlusion: 0, color: false }
    const of = (change: Partial<typeof look>) => {
      const into = new Float32Array(16 * 16 * ({ ...plain, ...change }.color ? 3 : 1))
      picture({ ...plain, ...change }, 'one', into)
      return into
    }
    const ink = (values: Float32Array) => values.filter((value) => value * values[0] < 0).length
    expect(of({})).toHaveLength(256)
    expect(of({ color: true })).toHaveLength(768)
    expect(ink(of({ occlusion: 0.6 }))).toBeLessThan(ink(of({})))
    expect(new Set(of({})).size).toBeLessThan(new Set(of({ noise: 0.5 })).size)
  })
})

describe('batches', () => {
  it('take every image once in each round, in another order every time, and the same for the same seed', () => {
    const round = (first: number) => [first, first + 1].map((step) => batchAt(material, step, 32, [], 1))
    const images = (batches: readonly { images: Float32Array }[]) =>
      batches.flatMap(({ images }) =>
        Array.from({ length: 32 }, (_, i) => images.slice(i * 768, (i + 1) * 768).join()),
      )
    const all = Array.from({ length: 64 }, (_, i) => material.train(i).values.join()).sort()
    expect(images(round(0)).sort()).toEqual(all)
    expect(images(round(2)).sort()).toEqual(all)
    expect(images(round(2))).not.toEqual(images(round(0)))
    expect(batchAt(material, 5, 8, ['shift', 'light'], 1)).toEqual(
      batchAt(material, 5, 8, ['shift', 'light'], 1),
    )
  })

  it('carry the classes, and what is varied stays of its class', () => {
    const batch = batchOf(material.test.slice(0, 5), material)
    expect(batch.shape).toEqual([5, 16, 16, 3])
    expect(batch.classes).toBe(12)
    const [one] = material.test
    const mirrored = Array.from({ length: 20 }, (_, i) => varied(one, material, ['mirror'], `m${i}`))
    expect(mirrored.every(({ label }) => label === one.label)).toBe(true)
    expect(mirrored.some(({ values }) => values[0] === one.values[15 * 3])).toBe(true)
    expect(mirrored.some(({ values }) => values.join() === one.values.join())).toBe(true)
  })
})

describe('a network by its name', () => {
  const wanted = { blocks: 1, size: 16, channels: 3, classes: 5 }
  const graph = (net: string) => {
    const found = networkOf({ ...wanted, net })
    if ('problem' in found) throw new Error(found.problem)
    return found.graph
  }

  it('is one of three kinds, a preset with options and edits, or a stack of a block', () => {
    for (const net of [
      'plain',
      'residual',
      'dense',
      'cifar-resnet20',
      'cifar-inception20',
      'cifar-densenet22-k12',
    ]) {
      expect(graph(net).architecture.input, net).toEqual([16, 16, 3])
      expect(graph(net).node(graph(net).outputs[0]).shape, net).toEqual([5])
    }
    expect(graph('cifar-resnet20?width=4').totals.trainable).toBeLessThan(
      graph('cifar-resnet20').totals.trainable,
    )
    const edited = graph('cifar-resnet20?width=8&edit=conv1/conv.kernel:5')
    expect(edited.node('conv1/conv').weights.kernel.shape).toEqual([5, 5, 3, 8])
    const stack = networkOf({ ...wanted, blocks: 3, net: 'block: add(conv3:16 bn relu conv3:16 bn | ) relu' })
    expect('graph' in stack && stack.graph.node(stack.graph.outputs[0]).shape).toEqual([5])
    expect('graph' in stack && stack.graph.depth.weighted).toBe(8)
  })

  it.each([
    ['cifar-resnt20', /did you mean cifar-resnet20/],
    ['cifar-resnet20?depth=3', /depth/],
    ['cifar-resnet20?edit=nowhere.kernel:5', /no layer "nowhere"/],
    ['block: add(conv3:16 | conv3:8)', /./],
    ['cifar-resnext29-8x3d', /groups|not trained/],
  ])('%s is refused with a sentence', (net, sentence) => {
    const found = networkOf({ ...wanted, net })
    expect('problem' in found ? found.problem : '').toMatch(sentence)
  })
})

it('images of one’s own need three in each class, and every third is held out', () => {
  const image = { width: 4, height: 4, data: new Uint8ClampedArray(64).fill(255) }
  const pile = (count: number) => ({ name: 'cats', images: Array.from({ length: count }, () => image) })
  expect(materialOf([pile(0), pile(3)], 16, 1)).toMatch(/no image/)
  const found = materialOf([pile(3), pile(7)], 16, 1)
  if (typeof found === 'string') throw new Error(found)
  expect([found.count, found.test.length]).toEqual([7, 3])
  expect(found.train(0).values[0]).toBeCloseTo(1, 5)
})

describe('a schedule', () => {
  it.each(schedules)('%s never exceeds the rate and never turns it around', (schedule) => {
    for (let step = 0; step < 100; step++) {
      expect(factorAt(schedule, step, 100)).toBeGreaterThan(0)
      expect(factorAt(schedule, step, 100)).toBeLessThanOrEqual(1)
    }
  })

  it('divides by ten at a half and at three quarters, or rises at first', () => {
    expect([0, 49, 50, 75].map((step) => factorAt('steps', step, 100))).toEqual([1, 1, 0.1, 0.01])
    expect(factorAt('warmup', 0, 100)).toBeCloseTo(0.1, 6)
    expect(factorAt('warmup', 9, 100)).toBeCloseTo(1, 6)
  })
})

describe('moments', () => {
  const score = { loss: 1, error: 0.5 }
  const moment = (step: number): Moment => ({
    ...{ step, train: score, test: score, guesses: [] },
    weights: { 'a.kernel': new Float32Array(4) },
    memory: { steps: step, velocity: {}, squares: {} },
  })
  const moments = Array.from({ length: 9 }, (_, i) => moment(i))

  it('are thinned where they need too much memory; the first and the last stay', () => {
    expect(thinned(moments, 1000)).toHaveLength(9)
    expect(thinned(moments, 100).map(({ step }) => step)).toEqual([0, 2, 4, 6, 8])
    expect(thinned(moments.slice(0, 8), 100).map(({ step }) => step)).toEqual([0, 2, 4, 6, 7])
  })

  it('cut a history where one goes on from', () => {
    const scores = moments.map(({ step }) => ({ step, train: score, test: score }))
    const cut = upTo({ losses: [1, 2, 3, 4], rates: [1, 1, 1, 1], scores, moments }, 2)
    expect(cut.losses).toEqual([1, 2])
    expect(cut.moments.at(-1)!.step).toBe(2)
    expect(cut.scores.at(-1)!.step).toBe(2)
  })
})

describe('a run whose loss is lost', () => {
  const course: Course = {
    ...({ optimizer: 'momentum', rate: 1, schedule: 'constant', batch: 8, decay: 0 } as const),
    ...{ augment: [], seed: 1, workers: 1, steps: 100 },
  }
  const graph = graphOf('lenet5')
  const weights = { 'a.kernel': new Float32Array(4) }
  const memory = { steps: 5, velocity: {}, squares: {} }
  const answers = {
    predict: async ({ shape }: { shape: readonly number[] }) => new Float32Array(12 * shape[0]).fill(NaN),
    learned: async () => weights,
    memory: async () => memory,
    tensors: async () => 0,
  }

  it('rests there, keeps what was before, and its file can be opened again', async () => {
    const reports: Report[] = []
    const run = new Run(
      losing(8, answers),
      graph,
      material,
      course,
      (report) => reports.push(report),
      nothing,
    )
    await run.goTo(100)
    const last = reports.at(-1)!
    expect(last.isLost).toBe(true)
    expect(last.losses).toHaveLength(8)
    expect(last.moments.map(({ step }) => step)).toEqual([0, 5])
    expect(last.moments[1].guesses[0]).toBe(-1)
    const saved = await readRun(fromBlob(await writeRun(graph, {}, last, last.moments[1]), 'run.safetensors'))
    expect(saved.history.losses).toEqual([1, 1, 1, 1, 1])
    expect(saved.history.scores.map(({ train }) => train.loss)).toEqual([NaN, NaN])
  })
})

describe('images of one’s own', () => {
  const image = { width: 1, height: 1, data: new Uint8ClampedArray(4) }
  const pile = (count: number) => ({ name: 'cat', images: Array.from({ length: count }, () => image) })
  const files = Array.from({ length: 30 }, (_, i) => i)

  it('are all used where a class has room, and otherwise it is told how many are', () => {
    expect(roomFor(pile(mostImages - 30), files)).toEqual({ used: files })
    const { used, said } = roomFor(pile(mostImages - 12), files)
    expect(used).toEqual(files.slice(0, 12))
    expect(said).toBe('A class holds 500 images: 12 of the 30 files were added to “cat”.')
    expect(roomFor(pile(mostImages), files).used).toEqual([])
  })

  it('fit in memory where every class is full, and are kept at a multiple of what networks read', () => {
    expect(mostClasses * mostImages * keptSide ** 2 * 4).toBeLessThan(256 * 2 ** 20)
    for (const size of sizes) expect(keptSide % size).toBe(0)
  })
})
