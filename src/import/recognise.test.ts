import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { trainable } from '../nn/totals'
import { remarkable } from './fit'
import type { WeightFile } from './open'
import { recognise, titleOf } from './recognise'
import type { FileTensor } from './tensors'

type Shapes = Readonly<Record<string, readonly number[]>>

const whole = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/whole/torchvision.json'), 'utf8'),
) as Readonly<Record<string, Shapes>>

function fileOf(shapes: Shapes): WeightFile {
  const tensors = Object.entries(shapes).map(([name, shape]): FileTensor => ({
    name,
    shape,
    dtype: 'float32',
    read: () => Promise.reject(new Error('Nothing is read to recognize a network.')),
  }))
  return { form: 'safetensors', name: 'a.safetensors', size: 0, tensors }
}

const changed = (shapes: Shapes, by: (name: string) => string | undefined): Shapes =>
  Object.fromEntries(
    Object.entries(shapes).flatMap(([name, shape]) => {
      const to = by(name)
      return to === undefined ? [] : [[to, shape]]
    }),
  )

/** Parameters as torchvision's documentation gives them. */
it.each([
  ['alexnet', 'alexnet-torchvision', 61_100_840],
  ['vgg11', 'vgg11', 132_863_336],
  ['vgg16_bn', 'vgg16-bn', 138_365_992],
  ['resnet18', 'resnet18', 11_689_512],
  ['resnet50', 'resnet50', 25_557_032],
  ['wide_resnet50_2', 'resnext', 68_883_240],
  ['resnext50_32x4d', 'resnext50-32x4d', 25_028_904],
  ['densenet121', 'densenet121', 7_978_856],
  ['squeezenet1_0', 'squeezenet1-0', 1_248_424],
  ['squeezenet1_1', 'squeezenet1-1', 1_235_496],
  ['mobilenet_v2', 'mobilenet-v2', 3_504_872],
  ['mobilenet_v3_large', 'mobilenet-v3-large', 5_483_032],
  ['mobilenet_v3_small', 'mobilenet-v3-small', 2_542_856],
  ['efficientnet_b0', 'efficientnet-b0', 5_288_548],
  ['convnext_tiny', 'convnext-tiny', 28_589_128],
  ['efficientnet_b2', 'efficientnet', 9_109_994],
])('torchvision’s %s is %s with all of its weights', (name, id, params) => {
  const { resolved, graph, fit } = recognise(fileOf(whole[name]))
  expect(resolved.id).toBe(id)
  expect(trainable(graph.totals.params)).toBe(params)
  expect(remarkable(fit)).toEqual([])
})

it('what no preset is says its options', () => {
  const said = titleOf(recognise(fileOf(whole.wide_resnet50_2)).resolved)
  expect(said).toBe('ResNeXt (cardinality 1; group-width 128)')
  expect(titleOf(recognise(fileOf(whole.resnet18)).resolved)).toBe('ResNet-18')
})

it('a ResNet-18 with two layers in place of its last keeps them', () => {
  const shapes = {
    ...changed(whole.resnet18, (name) => (name.startsWith('fc.') ? undefined : name)),
    'fc.0.weight': [256, 512],
    'fc.0.bias': [256],
    'fc.3.weight': [7, 256],
    'fc.3.bias': [7],
  }
  const { resolved, graph, fit } = recognise(fileOf(shapes))
  expect(resolved.id).toBe('resnet18')
  expect(remarkable(fit)).toEqual([])
  expect(graph.node(graph.outputs[0]).shape).toEqual([7])
})

it('a ResNet-50 with timm’s gates is SE-ResNet-50', () => {
  const gates = Object.entries(whole.resnet50).flatMap(([name, [channels]]) => {
    const [, block] = /^(layer.*)\.bn3\.weight$/.exec(name) ?? []
    if (!block) return []
    const few = channels / 16
    return [
      [`${block}.se.fc1.weight`, [few, channels, 1, 1]],
      [`${block}.se.fc1.bias`, [few]],
      [`${block}.se.fc2.weight`, [channels, few, 1, 1]],
      [`${block}.se.fc2.bias`, [channels]],
    ] as const
  })
  const { resolved, graph, fit } = recognise(fileOf({ ...whole.resnet50, ...Object.fromEntries(gates) }))
  expect(resolved.id).toBe('se-resnet50')
  expect(trainable(graph.totals.params)).toBe(28_088_024)
  expect(remarkable(fit)).toEqual([])
})

it('torchvision’s GoogLeNet has its auxiliary classifiers or not', () => {
  const all = recognise(fileOf(whole.googlenet))
  expect(all.resolved).toMatchObject({ id: 'googlenet-torchvision', options: { aux: true, epsilon: 1e-3 } })
  expect(remarkable(all.fit)).toEqual([])
  const main = recognise(fileOf(changed(whole.googlenet, (name) => (/^aux/.test(name) ? undefined : name))))
  expect(main.resolved).toMatchObject({ id: 'googlenet-torchvision', options: { aux: false } })
  expect(trainable(main.graph.totals.params)).toBe(6_624_904)
})

it('torchvision’s Inception-v3 has its auxiliary classifier or not', () => {
  const all = recognise(fileOf(whole.inception_v3))
  expect(all.resolved).toMatchObject({ id: 'inception-v3', options: { aux: true } })
  expect(all.preprocessing.id).toBe('transform-input')
  expect(remarkable(all.fit)).toEqual([])
  const main = recognise(
    fileOf(changed(whole.inception_v3, (name) => (/^Aux/.test(name) ? undefined : name))),
  )
  expect(main.resolved).toMatchObject({ id: 'inception-v3', options: { aux: false } })
  expect(trainable(main.graph.totals.params)).toBe(23_834_568)
})

describe('what stands around the names', () => {
  it.each(['module.', 'model.', 'state_dict.', 'net.', 'backbone.', 'state_dict.module.encoder.'])(
    '%s is peeled',
    (prefix) => {
      const { resolved, fit } = recognise(fileOf(changed(whole.resnet18, (name) => prefix + name)))
      expect(resolved.id).toBe('resnet18')
      expect(remarkable(fit)).toEqual([])
    },
  )

  it('and what lies beside the network is superfluous', () => {
    const shapes = {
      ...changed(whole.resnet18, (name) => `model.${name}`),
      'optimizer.state.0.momentum_buffer': [64, 3, 7, 7],
    }
    expect(remarkable(recognise(fileOf(shapes)).fit)).toEqual([
      {
        state: 'superfluous',
        name: 'optimizer.state.0.momentum_buffer',
        reason: 'it lies outside model, the network that was read',
      },
    ])
  })
})

describe('a part of the weights is taken, and the rest is told:', () => {
  it('another number of classes', () => {
    const shapes = { ...whole.resnet18, 'fc.weight': [7, 512], 'fc.bias': [7] }
    const { resolved, fit } = recognise(fileOf(shapes))
    expect(resolved).toMatchObject({ id: 'resnet18', options: { classes: 7 } })
    expect(remarkable(fit)).toEqual([])
  })

  it('a last layer of another name, as in a sequence with a dropout', () => {
    const shapes = {
      ...changed(whole.resnet18, (name) => name.replace(/^fc\./, 'fc.1.')),
      'fc.1.weight': [7, 512],
      'fc.1.bias': [7],
    }
    const { resolved, fit } = recognise(fileOf(shapes))
    expect(resolved).toMatchObject({ id: 'resnet18', options: { classes: 7 } })
    expect(remarkable(fit)).toEqual([])
  })

  it('no classifier', () => {
    const { fit } = recognise(
      fileOf(changed(whole.resnet18, (name) => (/^fc/.test(name) ? undefined : name))),
    )
    expect(remarkable(fit).map(({ state, name }) => [state, name])).toEqual([
      ['missing', 'fc.weight'],
      ['missing', 'fc.bias'],
    ])
  })

  it('one tensor of another shape', () => {
    const { fit } = recognise(fileOf({ ...whole.resnet18, 'layer2.0.conv2.weight': [128, 128, 5, 5] }))
    expect(remarkable(fit)).toEqual([
      {
        state: 'wrong shape',
        name: 'layer2.0.conv2.weight',
        node: 'conv3_x/block1/conv2',
        weight: 'kernel',
        reason: 'it is 128×128×5×5; the kernel of conv3_x/block1/conv2 needs 128×128×3×3',
      },
    ])
  })
})

it('published files of DenseNet have points in the names of their layers', () => {
  const shapes = changed(whole.densenet121, (name) =>
    name.replace(/(norm|conv)(\d)(?=\.\w+$)/, (all, kind, n) =>
      name.includes('denselayer') ? `${kind}.${n}` : all,
    ),
  )
  expect(Object.keys(shapes)).toContain('features.denseblock1.denselayer1.norm.1.weight')
  const { resolved, fit } = recognise(fileOf(shapes))
  expect(resolved.id).toBe('densenet121')
  expect(remarkable(fit)).toEqual([])
})

it('timm’s VGG writes its fully connected layers as convolutions', () => {
  const shapes = Object.fromEntries(
    Object.entries(whole.vgg11).map(([name, shape]) => {
      const [, layer, kind] = /^classifier\.(\d)\.(\w+)$/.exec(name) ?? []
      const to = { '0': 'pre_logits.fc1', '3': 'pre_logits.fc2', '6': 'head.fc' }[layer ?? '']
      if (!to) return [name, shape]
      const sides =
        kind === 'bias' || to === 'head.fc'
          ? shape
          : to.endsWith('1')
            ? [4096, 512, 7, 7]
            : [4096, 4096, 1, 1]
      return [`${to}.${kind}`, sides]
    }),
  )
  const { resolved, fit } = recognise(fileOf(shapes))
  expect(resolved.id).toBe('vgg11')
  expect(remarkable(fit)).toEqual([])
})

it('a file of something else is refused with its first names', () =>
  expect(() => recognise(fileOf({ 'encoder.layer.0.attention.weight': [768, 768] }))).toThrow(
    'a.safetensors has 1 tensors, such as encoder.layer.0.attention.weight (768×768), which belong to no network',
  ))
