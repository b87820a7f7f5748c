import { readFileSync } from 'node:fs'
import { models } from 'virtual:models'
import { beforeEach, describe, expect, it } from 'vitest'
import { graphHash } from '../../runtime/graphHash'
import { graphOf } from '../state/network'
import { useStore } from '../state/store'
import { readHash, writeHash } from '../route/url'
import { start } from '../state/intent'
import { isTrainedUnchanged, trainedFor, type TrainedSummary } from './models'
import { trainedOn } from './said'

const own = graphOf('cifar-resnet20', {})
const { trainable, params } = own.totals
const model: TrainedSummary = {
  id: 'example',
  network: 'cifar-resnet20',
  options: {},
  title: own.architecture.title,
  data: 'cifar10',
  bytes: 1,
  classes: Array.from({ length: 10 }, (_, i) => `class ${i}`),
  testError: 0.1,
  looks: [],
  values: trainable + params.running,
  kernels: 'float16',
}

describe('trained weights are offered', () => {
  it('for the network that they were trained for', () => expect(trainedFor(own, [model])).toBe(model))

  it('for the same network when another one is changed into it', () => {
    const same = graphOf('cifar-resnet32', { blocks: [3, 3, 3] })
    expect(trainedFor(same, [model])).toBe(model)
  })

  it('not for another one', () => expect(trainedFor(graphOf('cifar-plain20', {}), [model])).toBeUndefined())

  it('not after an edit that leaves all counts as they are', () => {
    const edited = graphOf('cifar-resnet20', {}, { 'stage2/block2/conv1': { dilation: 2, padding: 2 } })
    expect(edited.totals.trainable).toBe(trainable)
    expect(trainedFor(edited, [model])).toBeUndefined()
  })

  it('not for another size of the image', () =>
    expect(trainedFor(graphOf('cifar-resnet20', { input: [64, 64, 3] }), [model])).toBeUndefined())

  it('not for a network that does not fit together', () => {
    const broken = graphOf('cifar-resnet20', {}, { 'stage2/block2/conv1': { stride: 2 } })
    expect(broken.issues).not.toEqual([])
    expect(trainedFor(broken, [model])).toBeUndefined()
  })

  it('and an unchanged network is told from one trained with other options', () => {
    expect(isTrainedUnchanged('cifar-resnet20', [model])).toBe(true)
    expect(isTrainedUnchanged('cifar-resnet20', [{ ...model, options: { classes: 6 } }])).toBe(false)
  })
})

it('every model is of the network that it names', () => {
  expect(models.length).toBeGreaterThan(3)
  for (const { id, network, options } of models) {
    const manifest = readFileSync(`public/models/${id}/manifest.json`, 'utf8')
    const { graph } = JSON.parse(manifest) as { readonly graph: string }
    expect(graphHash(graphOf(network, options)), id).toBe(graph)
  }
})

it('what a model was trained on is said in words', () =>
  expect(trainedOn(model)).toBe('trained on ten classes of CIFAR-10 photographs'))

describe('the choice of weights', () => {
  const now = useStore.getState
  beforeEach(() => {
    now().choose('cifar-resnet20')
    now().restore({ ...start, network: 'cifar-resnet20' }, [])
  })

  it('stands in the address where it is random', () => {
    expect(writeHash(now())).toBe('#/n/cifar-resnet20?seed=1')
    now().setWeights('random')
    expect(writeHash(now())).toBe('#/n/cifar-resnet20?weights=random&seed=1')
    expect(readHash('#/n/cifar-resnet20?weights=random').intent.weights).toBe('random')
    expect(readHash('#/n/cifar-resnet20?weights=good').problems[0].sentence).toBe(
      'there is no choice of weights "good"; it can be trained or random',
    )
  })

  it('is a step that can be undone and redone', () => {
    const { length } = now().history.past
    now().setWeights('random')
    now().undo()
    expect(now().weights).toBe('trained')
    now().redo()
    expect(now().weights).toBe('random')
    now().setWeights('random')
    expect(now().history.past).toHaveLength(length + 1)
  })
})
