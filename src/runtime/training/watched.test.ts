import { oneHot, tensor, type Tensor, tidy } from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { graphOf } from '../../architectures/built'
import { start } from '../backends'
import { fillNormal } from '../random'
import { disturbed } from './disturb'
import { tensorsAlive } from './batch'
import type { Descent } from './descent'
import { Learner } from './network'

beforeAll(async () => void (await start.cpu()))

const small = { stem: 'cifar', width: 4, blocks: [1, 1], input: [8, 8, 1], classes: 3 } as const
const residual = graphOf('resnet', { ...small, shortcut: 'A' })
const plain = graphOf('resnet', { ...small, shortcut: 'none', bn: false })

/** Six images of noise in three classes. */
async function withImages<T>(work: (images: Tensor, answers: Tensor) => Promise<T>): Promise<T> {
  const images = tensor(fillNormal(new Float32Array(6 * 64), 1, 7), [6, 8, 8, 1])
  const answers = tidy(() => oneHot(tensor([0, 1, 2, 0, 1, 2], [6], 'int32'), 3))
  try {
    return await work(images, answers)
  } finally {
    images.dispose()
    answers.dispose()
  }
}

const length = (values: Float32Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
const bitsOf = (values: Float32Array) => [...new Uint32Array(values.buffer, values.byteOffset, values.length)]

describe('a watched step', () => {
  it('is the same step as an unwatched one, and leaves no tensor behind', () =>
    withImages(async (images, answers) => {
      const before = tensorsAlive()
      const losses = async (isWatched: boolean) => {
        const learner = new Learner(residual, { seed: 1, rate: 0.05 })
        const found = []
        for (let i = 0; i < 3; i++)
          found.push(
            isWatched
              ? (await learner.watchedStep(images, answers)).loss
              : await learner.step(images, answers),
          )
        learner.dispose()
        return found
      }
      expect(await losses(true)).toEqual(await losses(false))
      expect(tensorsAlive()).toBe(before)
    }))

  it('tells the gradient that a pass gives, and the update that the weights then show', () =>
    withImages(async (images, answers) => {
      const learner = new Learner(residual, { seed: 1, rate: 0.05 })
      await learner.step(images, answers)
      const flow = await learner.flow(images, answers)
      const before = await learner.values()
      const { layers, returning } = await learner.watchedStep(images, answers)
      const after = await learner.values()
      expect(layers.map(({ id }) => id)).toEqual(flow.layers.map(({ id }) => id))
      layers.forEach(({ id, output, gradient, weights, update }, i) => {
        const [was, is] = [before[`${id}.kernel`], after[`${id}.kernel`]]
        expect(weights / length(was)).toBeCloseTo(1, 5)
        expect(update / length(was.map((value, k) => value - is[k]))).toBeCloseTo(1, 3)
        const { shape } = residual.node(id)
        const values = 6 * shape.reduce((a, b) => a * b, 1)
        expect(gradient / (flow.layers[i].kernel * Math.sqrt(was.length))).toBeCloseTo(1, 4)
        expect(output / (flow.layers[i].output * Math.sqrt(values))).toBeCloseTo(1, 4)
        expect(returning[id] / (flow.layers[i].returning * Math.sqrt(values))).toBeCloseTo(1, 4)
      })
      learner.dispose()
    }))

  it('hears a gradient at every node but the image; a sum hands it on unchanged', () =>
    withImages(async (images, answers) => {
      const learner = new Learner(residual, { seed: 1, rate: 0.05 })
      const { returning } = await learner.watchedStep(images, answers)
      const heard = residual.nodes.filter(({ id, family }) => id !== residual.input && family !== 'output')
      expect(Object.keys(returning).sort()).toEqual(heard.map(({ id }) => id).sort())
      const sum = residual.nodes.find(({ op }) => op === 'add')!
      const [branch] = sum.inputs
      expect(returning[branch]).toBeCloseTo(returning[sum.id], 6)
      learner.dispose()
    }))

  it('of a network of zeros moves nothing but the bias of the scores', () =>
    withImages(async (images, answers) => {
      for (const graph of [residual, plain]) {
        const learner = new Learner(graph, { seed: 1, rate: 0.05, scale: 0 })
        const { layers, loss } = await learner.watchedStep(images, answers)
        expect(loss).toBeCloseTo(Math.log(3), 5)
        for (const { gradient, update, weights } of layers)
          expect([gradient, update, weights]).toEqual([0, 0, 0])
        learner.dispose()
      }
    }))
})

describe('batch normalizations while the kernels learn', () => {
  /** Every weight before and after five steps, as bits. */
  const learned = (how: Partial<Descent>) =>
    withImages(async (images, answers) => {
      const learner = new Learner(residual, { seed: 1, rate: 0.05, ...how })
      const before = await learner.values()
      for (let i = 0; i < 5; i++) await learner.step(images, answers)
      const after = await learner.values()
      learner.dispose()
      const changed = Object.keys(before).filter(
        (key) => String(bitsOf(before[key])) !== String(bitsOf(after[key])),
      )
      return { changed, all: Object.keys(before) }
    })
  const ending = (names: RegExp) => (key: string) => names.test(key)

  it('change with everything else where they learn', async () => {
    const { changed, all } = await learned({})
    expect(changed).toEqual(all)
  })

  it('that are frozen stay the same to the last bit, while the kernels move', async () => {
    const { changed, all } = await learned({ norms: 'frozen' })
    expect(changed).toEqual(all.filter(ending(/\.(kernel|bias)$/)))
    expect(changed.length).toBeGreaterThan(4)
  })

  it('whose γ and β alone are kept still drift: the running statistics follow the batches', async () => {
    const { changed, all } = await learned({ norms: 'drift' })
    expect(changed).toEqual(all.filter(ending(/\.(kernel|bias|mean|variance)$/)))
  })

  it('take in as large a share of a batch as they are told', () =>
    withImages(async (images, answers) => {
      const norm = residual.nodes.find(({ op }) => op === 'batchNorm')!.id
      const meanAfter = async (share: number) => {
        const learner = new Learner(residual, { seed: 1, rate: 0, share })
        await learner.step(images, answers)
        const { [`${norm}.mean`]: mean } = await learner.values()
        learner.dispose()
        return mean
      }
      const [tenth, whole] = [await meanAfter(0.1), await meanAfter(1)]
      // Running means begin at 0.
      tenth.forEach((value, i) => expect(value).toBeCloseTo(0.1 * whole[i], 6))
      expect(await meanAfter(0)).toEqual(new Float32Array(tenth.length))
    }))

  it('may begin with weights that are given, and learn otherwise where they are disturbed', () =>
    withImages(async (images, answers) => {
      const first = new Learner(residual, { seed: 1, rate: 0.05 })
      for (let i = 0; i < 3; i++) await first.step(images, answers)
      const given = await first.values()
      const second = new Learner(residual, { seed: 9, rate: 0.05 }, given)
      expect(await second.predict(images)).toEqual(await first.predict(images))
      const loss = async (noise: number) => {
        const learner = new Learner(residual, { seed: 1, rate: 0.05, noise })
        const found = await learner.step(images, answers)
        learner.dispose()
        return found
      }
      expect(await loss(0.5)).not.toBe(await loss(0))
      expect(await loss(0.5)).toBe(await loss(0.5))
      first.dispose()
      second.dispose()
    }))
})

describe('a look at what comes to the normalizations', () => {
  const norm = residual.nodes.filter(({ op }) => op === 'batchNorm')[1].id

  it('changes nothing, leaves no tensor behind, and with the stored statistics answers as inference does', () =>
    withImages(async (images, answers) => {
      const learner = new Learner(residual, { seed: 1, rate: 0.05 })
      for (let i = 0; i < 3; i++) await learner.step(images, answers)
      const alive = tensorsAlive()
      const { shares, norms, before, after } = await learner.look(images, { by: 'stored', at: norm })
      const wanted = await learner.predict(images)
      shares.forEach((share, i) => expect(share).toBeCloseTo(wanted[i], 5))
      expect(norms.map(({ id }) => id)).toEqual(
        residual.nodes.filter(({ op }) => op === 'batchNorm').map(({ id }) => id),
      )
      expect(before).toHaveLength(after.length)
      expect(tensorsAlive()).toBe(alive)
      learner.dispose()
    }))

  it('with the statistics of the batch gives every channel mean 0 and variance 1, then γ and β as edited', () =>
    withImages(async (images) => {
      const learner = new Learner(residual, { seed: 1, rate: 0 })
      const channel = 1
      const edit = { id: norm, channel, gamma: 2, beta: 3 }
      const { after, norms } = await learner.look(images, { by: 'batch', at: norm, edit })
      const channels = residual.node(norm).shape[2]!
      const meanOf = (c: number, of = (value: number) => value) => {
        const own = after.filter((_, i) => i % channels === c)
        return own.reduce((sum, value) => sum + of(value), 0) / own.length
      }
      expect(meanOf(0)).toBeCloseTo(0, 4)
      expect(meanOf(0, (value) => value * value)).toBeCloseTo(1, 2)
      expect(meanOf(channel)).toBeCloseTo(3, 4)
      expect(meanOf(channel, (value) => (value - 3) ** 2)).toBeCloseTo(4, 1)
      expect(norms.every(({ variance }) => variance.every((value) => value >= 0))).toBe(true)
      learner.dispose()
    }))
})

it('a disturbance moves and stretches whole channels, by the same numbers for the same name', () => {
  const x = tensor([1, 1, 3, 3], [2, 2])
  const [once, again, other] = ['a', 'a', 'b'].map((name) => [...disturbed(x, 0.5, name, 1).dataSync()])
  expect(again).toEqual(once)
  expect(other).not.toEqual(once)
  const factors = [0, 1].map((c) => (once[2 + c] - once[c]) / 2)
  for (const factor of factors) {
    expect(factor).toBeGreaterThan(0.5)
    expect(factor).toBeLessThan(1.5)
  }
})
