import { describe, expect, it } from 'vitest'
import { build } from '../nn/build'
import { channels, extent } from '../nn/shape'
import { aboutOf, completeOptions, create, type Options } from './family'
import { families, findEntry, presets, resolve } from './index'
import { formatOption, rangeOf } from './options'

describe.each(presets)('$id', ({ id, preset }) => {
  const graph = build(resolve(id).architecture)

  it('fits together', () => expect(graph.issues).toEqual([]))

  it(`has the parameters and MACs of its reference (${preset.reference.source})`, () => {
    expect([graph.totals.trainable, graph.totals.macs]).toEqual([
      preset.reference.params,
      preset.reference.macs,
    ])
  })

  it('has convolutions whose MACs are their weights times their output positions', () => {
    for (const node of graph.nodes.filter((n) => n.family === 'convolution')) {
      const [height, width] = extent(node.shape)
      expect(node.macs).toBe(node.params.weights * height * width)
    }
  })

  it('adds channels at every concat and keeps shapes at every add', () => {
    for (const node of graph.nodes.filter((n) => n.family === 'merge')) {
      const sum = node.inputShapes.reduce((total, shape) => total + channels(shape), 0)
      expect([sum, channels(node.inputShapes[0])]).toContain(channels(node.shape))
    }
  })
})

it('the layers of a gate lengthen no path: SE-ResNet-50 is as deep as its name says', () => {
  const { depth } = build(resolve('se-resnet50').architecture)
  expect(depth.weighted).toBe(50)
})

describe('the presets', () => {
  it('have every id that URLs and commands use', () => {
    const cifar = [20, 32, 44, 56, 110].flatMap((depth) => [`cifar-resnet${depth}`, `cifar-plain${depth}`])
    const ids =
      'lenet5-1998 lenet5 alexnet alexnet-ungrouped alexnet-torchvision zfnet sppnet vgg11 vgg13 vgg16 vgg19 vgg16-bn ' +
      'googlenet googlenet-bn googlenet-torchvision resnet18 resnet34 resnet50 resnet101 resnet152 plain18 plain34 ' +
      'resnext50-32x4d resnext101-32x4d resnext101-32x8d resnext101-64x4d densenet121 densenet161 densenet169 ' +
      'densenet201 densenet264 cifar-densenet40-k12 cifar-densenet100-k12 cifar-densenet-bc100-k12 cifar-resnext29-8x64d'
    for (const id of [...ids.split(' '), ...cifar]) expect(findEntry(id).preset?.id).toBe(id)
  })

  it('have ids of their own', () => expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length))
})

describe('networks of torchvision with fully connected layers', () => {
  const sizes = ['224', '255', '299', '180x241', '64']

  it.each([
    ['alexnet-torchvision', 61_100_840],
    ['vgg11', 132_863_336],
    ['vgg16', 138_357_544],
    ['vgg16-bn', 138_365_992],
  ] as const)(
    'keep their parameters at every size of image, as they pool to a fixed grid: %s',
    (id, params) => {
      for (const input of sizes) {
        const graph = build(resolve(id, { input }).architecture)
        expect(graph.issues).toEqual([])
        expect([input, graph.totals.trainable]).toEqual([input, params])
      }
    },
  )

  it('keep the graph of the paper where nothing is left to pool', () => {
    const ids = (options: Options) => build(resolve('vgg16', options).architecture).nodes.map(({ id }) => id)
    expect(ids({})).toEqual(ids({ adaptive: false }))
    expect(ids({ input: '299' })).toContain('avgpool')
  })

  it('grow with the image where they are not pooled: AlexNet of 2012, and VGG without it', () => {
    const params = (id: string, options: Options) => build(resolve(id, options).architecture).totals.trainable
    expect(params('alexnet', { input: '299' })).toBeGreaterThan(params('alexnet', {}))
    // 9×9 instead of 7×7 maps of 512 channels meet 4096 units.
    const more = (9 * 9 - 7 * 7) * 512 * 4096
    expect(params('vgg16', { adaptive: false, input: '299' })).toBe(138_357_544 + more)
  })
})

describe('plain and residual networks', () => {
  it.each([20, 56, 110])('of depth %i cost the same, because option A is free', (depth) => {
    const [plain, residual] = ['plain', 'resnet'].map((kind) =>
      build(resolve(`cifar-${kind}${depth}`).architecture),
    )
    expect(plain.totals.trainable).toBe(residual.totals.trainable)
    expect(plain.totals.macs).toBe(residual.totals.macs)
  })
})

describe('the sentence on a network', () => {
  const about = (id: string, given?: Options) => {
    const { family, preset, options } = resolve(id, given)
    return aboutOf(family, options, given ? undefined : preset)
  }

  it('says of no plain network that it has shortcuts', () => {
    for (const id of ['cifar-plain20', 'cifar-plain56']) expect(about(id)).toMatch(/without shortcuts/)
    expect(about('plain34')).toMatch(/without its shortcuts/)
    expect(about('resnet18', { shortcut: 'none' })).toMatch(/without shortcuts/)
    expect(about('cifar-resnet56')).toMatch(/^Blocks with a shortcut/)
  })

  it('is that of the family where options were changed', () => {
    const { about: ofFamily } = resolve('alexnet').family
    expect(about('alexnet-ungrouped')).not.toBe(ofFamily)
    expect(about('alexnet-ungrouped', { classes: 10 })).toBe(ofFamily)
  })
})

describe('the three forms of a ResNeXt block', () => {
  it('have the same weights', () => {
    const weights = ['split', 'concat', 'grouped'].map(
      (form) => build(resolve(`resnext-block-${form}`).architecture).totals.params.weights,
    )
    expect(weights).toEqual([70_144, 70_144, 70_144])
  })
})

describe('GoogLeNet', () => {
  const { depth } = build(resolve('googlenet').architecture)

  it('has 22 layers with parameters, 27 with pooling, and 85 or 142 boxes', () =>
    expect(depth).toEqual({
      weighted: 22,
      withPooling: 27,
      modules: 58,
      boxes: 85,
      boxesWithActivations: 142,
    }))

  it('has 97 boxes with the auxiliary heads', () =>
    expect(build(resolve('googlenet', { aux: true }).architecture).depth.boxes).toBe(97))

  it('gets odd sizes when its pools round down', () => {
    const graph = build(resolve('googlenet', { 'pool-rounding': 'floor' }).architecture)
    expect(
      ['pool1', 'pool2', 'pool3', 'pool4'].map(
        (id) => (graph.has(id) === 'group' ? graph.group(id) : graph.node(id)).shape[0],
      ),
    ).toEqual([55, 27, 13, 6])
  })
})

describe('Inception-v3', () => {
  const graph = build(resolve('inception-v3', { aux: true }).architecture)

  it('has the parameters that torchvision gives, with its auxiliary classifier', () =>
    expect(graph.totals.trainable).toBe(27_161_264))

  it('has 48 layers, and maps of 35, 17 and 8', () => {
    expect(graph.depth.weighted).toBe(48)
    expect(['mixed_5d', 'mixed_6e', 'mixed_7c'].map((id) => graph.group(id).shape)).toEqual([
      [35, 35, 288],
      [17, 17, 768],
      [8, 8, 2048],
    ])
  })
})

describe('an option', () => {
  it.each([
    ['resnet', { width: '0' }, 'option "width" cannot be 0: it takes a whole number from 1 to 512'],
    ['resnet', { block: 'wide' }, 'option "block" cannot be wide: it takes basic or bottleneck'],
    [
      'densenet',
      { compression: '1.5' },
      'option "compression" cannot be 1.5: it takes a number from 0.05 to 1',
    ],
    ['googlenet', { aux: 'yes' }, 'option "aux" cannot be yes: it takes true or false'],
    [
      'resnet',
      { blocks: '2,x' },
      'option "blocks" cannot be 2,x: it takes 1 to 6 whole numbers from 1 to 250, separated by commas',
    ],
    [
      'inception',
      { 'p2-reduce': '-1' },
      'option "p2-reduce" cannot be -1: it takes a whole number from 0 to 4096',
    ],
    ['vgg', { depth: '' }, 'option "depth" cannot be empty: it takes 11, 13, 16 or 19'],
  ] as const)(
    'of %s that is out of range, %j, is refused with its name, value and range',
    (id, given, message) => expect(() => resolve(id, given)).toThrow(message),
  )

  it('that a family lacks is refused with those that it has', () =>
    expect(() => resolve('vgg16', { growth: '12' })).toThrow(
      'vgg has no option "growth"; it has depth, bn, adaptive, input, classes',
    ))

  it('is read back from the text that it is written as', () => {
    for (const family of families)
      for (const preset of [undefined, ...family.presets]) {
        const options = completeOptions(family, preset)
        const asText = Object.fromEntries(
          Object.entries(options).map(([name, value]) => [name, formatOption(value)]),
        )
        expect(completeOptions(family, undefined, asText)).toEqual(options)
      }
  })

  it('has a range that can be put in words', () => {
    for (const family of families)
      for (const option of Object.values(family.options)) expect(rangeOf(option)).not.toBe('')
  })

  it('builds a network at every choice and both ends of every range', () => {
    for (const family of families)
      for (const [name, option] of Object.entries(family.options)) {
        // 250 blocks of a thousand layers, or 4096-channel inputs, only take longer.
        const values =
          option.kind === 'choice' ? option.choices : option.kind === 'switch' ? ['true', 'false'] : []
        for (const value of values) {
          const given: Options = family.id === 'lenet' && value === '1998' ? { input: '32' } : {}
          const options = completeOptions(family, undefined, { ...given, [name]: value })
          expect(build(create(family, options)).issues).toEqual([])
        }
      }
  })
})

describe('dropout', () => {
  const after = (network: string, at: string) => build(resolve(network).architecture).node(at).inputs

  it.each(['alexnet', 'zfnet', 'sppnet', 'vgg16'])(
    'of %s drops outputs of the two hidden fully connected layers, none of the convolutions',
    (network) => {
      expect(after(network, 'fc6/dropout')).toEqual(['fc6/relu'])
      expect(after(network, 'fc7/dropout')).toEqual(['fc7/relu'])
      expect(
        build(resolve(network).architecture).nodes.filter(({ id }) => id.endsWith('/dropout')),
      ).toHaveLength(2)
    },
  )

  it('of torchvision’s AlexNet drops their inputs', () =>
    expect(after('alexnet-torchvision', 'fc7/fc')).toEqual(['fc7/dropout']))
})

describe('a mistyped network', () => {
  it.each([
    ['resnt18', 'resnet18'],
    ['denset121', 'densenet121'],
    ['GoogleNet', 'googlenet'],
    ['vgg-16', 'vgg16'],
    ['resnet20', 'cifar-resnet20'],
  ])('%s gets %s suggested', (typed, meant) => expect(() => resolve(typed)).toThrow(meant))
})
