import { describe, expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { relu } from '../nn/ops/activation'
import { closed } from '../nn/ops/closed'
import { conv } from '../nn/ops/conv'
import { batchNorm } from '../nn/ops/normalization'
import { seq } from '../nn/spec'
import { fit, mayTransform } from './memory'
import { plan } from './plan'
import { prepare } from './prepare'
import { seededWeights } from './weights'

const resnet18 = build(resolve('resnet18').architecture)
const nobody = new Set<string>()

describe('a plan', () => {
  it('gives every node a step of its own where all are watched', () =>
    expect(plan(resnet18, 'all').map((step) => step.node)).toEqual(
      resnet18.nodes.slice(1).map((node) => node.id),
    ))

  it('makes convolution, BN and ReLU one kernel where nobody watches', () => {
    const [first] = plan(resnet18, nobody)
    expect([first.first.id, first.node, first.folded.map((node) => node.id), first.activation]).toEqual([
      'conv1/conv',
      'conv1/relu',
      ['conv1/bn'],
      'relu',
    ])
  })

  it('needs 40 kernels for ResNet-18: 20 convolutions, 8 additions and their ReLUs, 2 pools, fc and softmax', () =>
    expect(plan(resnet18, nobody)).toHaveLength(20 + 8 + 8 + 2 + 2))

  it('ends a fusion at a watched node', () => {
    const steps = plan(resnet18, new Set(['conv1/bn']))
    expect(steps.slice(0, 2).map((step) => step.node)).toEqual(['conv1/bn', 'conv1/relu'])
  })

  it('ends before what cannot be computed, with an output for who looks there', () => {
    const unknown = closed({
      title: 'Erf',
      why: 'Erf cannot be computed here',
      holds: ['Erf'],
      shape: [6, 6, 4],
    })
    const body = seq(conv({ filters: 4, kernel: 3 }), batchNorm(), unknown, relu())
    const graph = build({ id: 'stopped', title: 'Stopped', input: [8, 8, 3], body })
    expect(plan(graph, 'all').map(({ node }) => node)).toEqual(['conv', 'bn'])
    expect(plan(graph, nobody).map(({ node, folded }) => [node, folded.length])).toEqual([['bn', 1]])
  })

  it('does not fold across a fork: a dense layer reads the same tensor twice', () => {
    const dense = build(resolve('dense-block').architecture)
    const steps = plan(dense, nobody)
    expect(steps[0]).toMatchObject({ node: 'denseblock/layer1/relu1', activation: 'relu' })
    expect(steps.find((step) => step.node === 'denseblock/layer2/relu1')!.inputs).toEqual([
      'denseblock/layer1/concat',
    ])
  })

  it('skips dropout and reads what comes before it', () => {
    const vgg = build(resolve('vgg16').architecture)
    const steps = plan(vgg, nobody)
    expect(steps.some((step) => step.node === 'fc6/dropout')).toBe(false)
    expect(steps.find((step) => step.first.id === 'fc7/fc')!.inputs).toEqual(['fc6/relu'])
  })
})

describe('folding', () => {
  it('turns 9,600 γ and β of ResNet-18 into 4,800 biases: 11,684,712 parameters', () => {
    const source = seededWeights(resnet18, 1)
    const values = plan(resnet18, nobody)
      .flatMap((step) => Object.values(prepare(step, source)))
      .reduce((sum, array) => sum + array.values.length, 0)
    expect(values).toBe(11_684_712)
  })
})

describe('memory', () => {
  it('decides what can be kept', () => {
    expect(fit(resnet18, 'all', 'wasm', 8)).toEqual({ keep: 'all' })
    expect(fit(resnet18, 'all', 'wasm', 0.21)).toEqual({ keep: 'outputs' })
    expect(fit(resnet18, 'all', 'wasm', 0.01)).toMatchObject({
      refusal: expect.stringContaining('ResNet-18 needs'),
    })
  })

  it('leaves kernels as they are where there is no room for 16 values in place of 9', () => {
    expect(mayTransform(resnet18, 'all', 'wasm', 8)).toBe(true)
    expect(fit(resnet18, 'all', 'wasm', 0.25)).toEqual({ keep: 'all' })
    expect(mayTransform(resnet18, 'all', 'wasm', 0.25)).toBe(false)
  })
})
