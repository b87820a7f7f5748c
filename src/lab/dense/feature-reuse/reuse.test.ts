import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { seededWeights, type WeightSource } from '../../../runtime/weights'
import { meanUse, reuse } from './reuse'

const small = graphOf('densenet', {
  ...{ stem: 'cifar', 'stem-width': 4, growth: 3, blocks: [2, 3], bottleneck: false },
  ...{ compression: 1, input: [8, 8, 3], classes: 5 },
})
const random = seededWeights(small, 1)

describe('who reads what in a DenseNet', () => {
  const blocks = reuse(small, random, 'kernel')

  it('every block begins with what came in, and its layers add their growth', () =>
    expect(blocks.map(({ sources }) => sources.map(({ channels }) => channels))).toEqual([
      [4, 3, 3],
      [10, 3, 3, 3],
    ]))

  it('layer l reads l sources; the transition and the classifier read all', () =>
    expect(blocks.map(({ readers }) => readers.map(({ use }) => use.length))).toEqual([
      [1, 2, 3],
      [1, 2, 3, 4],
    ]))

  it('behind the last block it is the classifier, through normalization and pool', () =>
    expect(blocks[1].readers.at(-1)!.id).toBe('fc/fc'))

  it('a plain or residual network has no such block', () =>
    expect(reuse(graphOf('cifar-resnet20'), seededWeights(graphOf('cifar-resnet20'), 1), 'kernel')).toEqual(
      [],
    ))

  it('a bottleneck reads the concatenation, and the 3×3 behind it does not', () => {
    const graph = graphOf('densenet', {
      ...{ stem: 'cifar', growth: 3, blocks: [2], bottleneck: true, input: [8, 8, 3], classes: 5 },
    })
    const [block] = reuse(graph, seededWeights(graph, 1), 'kernel')
    expect(block.readers.map(({ id }) => id)).toEqual([
      'denseblock1/layer1/conv1',
      'denseblock1/layer2/conv1',
      'fc/fc',
    ])
  })
})

describe('how much of it', () => {
  it('one source is used as much as the mean, and with equal weights all are', () => {
    const equal: WeightSource = (id, name) => random(id, name).fill(0.5)
    for (const { readers } of reuse(small, equal, 'kernel'))
      for (const { use } of readers) use.forEach((value) => expect(value).toBeCloseTo(1, 6))
  })

  it('twice the weights for one source show as twice the use of another, whatever their sign', () => {
    // The second layer of block 1 reads 4 channels that came in and 3 new ones; its kernel is [3, 3, 7, 3].
    const doubled: WeightSource = (id, name) => {
      const values = random(id, name).fill(0.1)
      return id === 'denseblock1/layer2/conv' && name === 'kernel'
        ? values.map((_, i) => (Math.floor(i / 3) % 7 < 4 ? -0.2 : 0.1))
        : values
    }
    const { use } = reuse(small, doubled, 'kernel')[0].readers[1]
    expect(use[0] / use[1]).toBeCloseTo(2, 6)
    expect((4 * use[0] + 3 * use[1]) / 7).toBeCloseTo(1, 6)
  })

  it('γ of the normalization before the kernel counts where it is asked for', () => {
    const weighted: WeightSource = (id, name) => {
      const values = random(id, name)
      if (name === 'kernel') return values.fill(0.1)
      return id === 'denseblock1/layer2/bn' && name === 'gamma'
        ? values.map((_, i) => (i < 4 ? 1 : -3))
        : values
    }
    const use = (measure: 'kernel' | 'scaled') => reuse(small, weighted, measure)[0].readers[1].use
    expect(use('kernel')[1] / use('kernel')[0]).toBeCloseTo(1, 6)
    expect(use('scaled')[1] / use('scaled')[0]).toBeCloseTo(3, 6)
  })

  it('the mean over readers leaves out a layer that had no choice', () => {
    const block = {
      sources: [],
      readers: [
        { id: 'a', use: [1] },
        { id: 'b', use: [0.5, 1.5] },
        { id: 'c', use: [0.7, 0.3, 2] },
      ],
    }
    expect(meanUse(block, 0)).toBeCloseTo(0.6)
    expect(meanUse(block, 1)).toBeCloseTo(0.9)
    expect(meanUse(block, 2)).toBeCloseTo(2)
  })
})
