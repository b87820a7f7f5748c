import type { Options } from '../../architectures/family'
import type { NodeId } from '../../nn/graph'
import { cifar10, torchvision, transformInput } from '../preprocessing'
import { below, countWhile, type Found, prefixesOf, type Rename, renamed, type Shapes } from './found'
import { convnext } from './convnext'
import { mobile } from './mobile'
import { before, classesOf, headsIn, type Read, type Reader } from './reader'

/** What PyTorch calls the weights of a node. */
const weights: Readonly<Record<string, string | readonly string[]>> = {
  kernel: 'weight',
  // torchvision's layer scale, and timm's.
  coefficient: ['layer_scale', 'gamma'],
  bias: 'bias',
  gamma: 'weight',
  beta: 'bias',
  mean: 'running_mean',
  variance: 'running_var',
}

/** Whether all first ones of a list of sides are these. */
const begins = (shape: readonly number[] | undefined, ...sides: (number | undefined)[]) =>
  shape !== undefined && sides.every((side, axis) => side === undefined || shape[axis] === side)

/** A stem of 7×7 is for photographs, one of 3×3 for small images. */
function stemOf(shape: readonly number[] | undefined): (Options & { readonly stem: string }) | undefined {
  if (begins(shape, undefined, undefined, 7, 7)) return { stem: 'imagenet', input: [224, 224, shape![1]] }
  if (begins(shape, undefined, undefined, 3, 3)) return { stem: 'cifar', input: [32, 32, shape![1]] }
  return undefined
}

const forSmall = ({ stem }: { readonly stem: string }) => (stem === 'cifar' ? cifar10 : torchvision)

const stage = (number: string) => Number(number)

/** The last layer, which is called by whoever gave a trained network new classes. */
const ending = (names: readonly string[]): Rename => [/^fc\/fc$/, () => names]

const residualNames: readonly Rename[] = [
  [/^conv1\/(conv|bn)$/, (kind) => `${kind}1`],
  [/^conv1\/conv1$/, () => 'conv1'],
  [
    /^conv(\d+)_x\/block(\d*)\/(conv|bn)(\d)$/,
    (s, b, kind, n) => `layer${stage(s) - 1}.${before(b)}.${kind}${n}`,
  ],
  [/^stage(\d+)\/block(\d*)\/(conv|bn)(\d)$/, (s, b, kind, n) => `layer${s}.${before(b)}.${kind}${n}`],
  [
    /^(conv|stage)(\d+)(?:_x)?\/block(\d*)\/shortcut\/(conv|bn)$/,
    (group, s, b, kind) => {
      const place = `layer${stage(s) - (group === 'conv' ? 1 : 0)}.${before(b)}`
      const index = kind === 'conv' ? 0 : 1
      return [`${place}.downsample.${index}`, `${place}.shortcut.${index}`]
    },
  ],
  [/^conv(\d+)_x\/block(\d*)\/se\/conv(\d)$/, (s, b, n) => `layer${stage(s) - 1}.${before(b)}.se.fc${n}`],
]

/** torchvision's and timm's ResNets, wide ones and ResNeXts, and CIFAR networks that use their names. */
const residual: Reader = {
  anchors: ['layer1.0.conv1.weight'],
  read(shapes) {
    const stem = stemOf(shapes.get('conv1.weight'))
    if (!stem) return undefined
    const first = shapes.get('conv1.weight')![0]
    const has = (name: string) => shapes.has(name)
    const stages = countWhile((s) => has(`layer${s + 1}.0.conv1.weight`))
    const blocks = Array.from({ length: stages }, (_, s) =>
      countWhile((b) => has(`layer${s + 1}.${b}.conv1.weight`)),
    )
    const isBottleneck = has('layer1.0.conv3.weight')
    const shortcutAt = (place: string) =>
      has(`${place}.downsample.0.weight`) || has(`${place}.shortcut.0.weight`)
    const everywhere =
      blocks.every((count, s) => count < 2 || shortcutAt(`layer${s + 1}.1`)) && shortcutAt('layer1.0')
    const somewhere = blocks.some((_, s) => shortcutAt(`layer${s + 1}.0`))
    const shortcut = everywhere && Math.max(...blocks) > 1 ? 'C' : somewhere ? 'B' : stages > 1 ? 'A' : 'B'
    const notes =
      shortcut === 'A'
        ? ['No shortcut has weights, so option A is assumed. A plain network has the same weights.']
        : []
    const heads = headsIn(shapes)
    const renames = [...residualNames, ending(heads)]
    const common = { blocks, shortcut, ...stem, ...classesOf(shapes, heads) }
    const preprocessing = forSmall(stem)
    const made = (network: string, options: Options): Read => ({
      network,
      options: { ...common, ...options },
      renames,
      preprocessing,
      notes,
    })
    const width = shapes.get('layer1.0.conv1.weight')![0]
    const bn = has('layer1.0.bn1.weight')
    // timm's gates: a network that has them is no other, whatever its convolutions are.
    const gate = shapes.get('layer1.0.se.fc1.weight')
    if (gate)
      return {
        network: 'seresnet',
        options: {
          blocks,
          reduction: Math.round(gate[1] / gate[0]),
          input: stem.input,
          ...classesOf(shapes, heads),
        },
        renames,
        preprocessing,
      }
    if (!isBottleneck)
      return first === width
        ? made('resnet', { block: 'basic', width, bn, bias: bn && has('layer1.0.conv1.bias') })
        : undefined
    const middle = shapes.get('layer1.0.conv2.weight')
    const out = shapes.get('layer1.0.conv3.weight')![0]
    if (!middle) return undefined
    const groups = width / middle[1]
    if (groups === 1 && out === 4 * width && first === width)
      return made('resnet', { block: 'bottleneck', width, bn, bias: bn && has('layer1.0.conv1.bias') })
    if (!bn || !Number.isInteger(groups) || !Number.isInteger(width / groups)) return undefined
    return made('resnext', {
      cardinality: groups,
      'group-width': width / groups,
      width: out,
      'stem-width': first,
    })
  },
}

const denseNames: readonly Rename[] = [
  [/^conv0\/conv$/, () => 'features.conv0'],
  [/^conv0\/bn$/, () => 'features.norm0'],
  [
    /^denseblock(\d+)\/layer(\d*)\/(conv|bn)(\d*)$/,
    (b, l, kind, n) => {
      const place = `features.denseblock${b}.denselayer${l || 1}`
      const name = kind === 'bn' ? 'norm' : 'conv'
      // Published files have a point in these names, which torchvision removes while it loads them.
      return [`${place}.${name}${n || 1}`, `${place}.${name}.${n || 1}`]
    },
  ],
  [/^transition(\d+)\/conv$/, (t) => `features.transition${t}.conv`],
  [/^transition(\d+)\/bn$/, (t) => `features.transition${t}.norm`],
  [/^avgpool\/bn$/, () => ['features.norm5', 'features.norm_final']],
]

const dense: Reader = {
  anchors: [
    'features.denseblock1.denselayer1.norm1.weight',
    'features.denseblock1.denselayer1.norm.1.weight',
  ],
  read(all) {
    const shapes = new Map(
      [...all].map(([name, shape]) => [name.replace(/\.(norm|conv)\.(\d)\./, '.$1$2.'), shape]),
    )
    const stem = stemOf(shapes.get('features.conv0.weight'))
    const conv = (index: number) => shapes.get(`features.denseblock1.denselayer1.conv${index}.weight`)
    const first = conv(1)
    if (!stem || !first) return undefined
    const bottleneck = conv(2) !== undefined
    const growth = (conv(2) ?? first)[0]
    const blocks = Array.from(
      { length: countWhile((b) => shapes.has(`features.denseblock${b + 1}.denselayer1.conv1.weight`)) },
      (_, b) => countWhile((l) => shapes.has(`features.denseblock${b + 1}.denselayer${l + 1}.conv1.weight`)),
    )
    const transition = shapes.get('features.transition1.conv.weight')
    const heads = headsIn(shapes)
    return {
      network: 'densenet',
      options: {
        blocks,
        growth,
        bottleneck,
        compression: transition ? transition[0] / transition[1] : 0.5,
        'stem-width': shapes.get('features.conv0.weight')![0],
        ...stem,
        ...classesOf(shapes, heads),
      },
      renames: [...denseNames, ending(heads)],
      preprocessing: forSmall(stem),
    }
  },
}

const inceptionNames: readonly Rename[] = [
  [/^conv1\/(conv|bn)$/, (kind) => `conv1.${kind}`],
  [/^conv2\/(conv|bn)(\d)$/, (kind, n) => `conv${Number(n) + 1}.${kind}`],
  [/^inception_(\d\w)\/p(1)\/(conv|bn)$/, (module, p, kind) => `inception${module}.branch${p}.${kind}`],
  [
    /^inception_(\d\w)\/p([23])\/(conv|bn)(\d)$/,
    (module, p, kind, n) => `inception${module}.branch${p}.${Number(n) - 1}.${kind}`,
  ],
  [/^inception_(\d\w)\/p(4)\/(conv|bn)$/, (module, p, kind) => `inception${module}.branch${p}.1.${kind}`],
  [/^(aux\d)\/(conv|bn)$/, (aux, kind) => `${aux}.conv.${kind}`],
  [/^(aux\d)\/(fc\d)$/, (aux, layer) => `${aux}.${layer}`],
  [/^fc\/fc$/, () => 'fc'],
]

/** How the images of torchvision's GoogLeNet and Inception-v3 are prepared: of a thousand classes, they are the published ones. */
const published = (shapes: Shapes): Pick<Read, 'preprocessing' | 'notes'> =>
  shapes.get('fc.weight')?.[0] === 1000
    ? {
        preprocessing: transformInput,
        notes: [
          'torchvision’s published GoogLeNet and Inception-v3 scale their input to the range from −1 to 1 (transform_input), and the page does the same. If yours was trained without that, choose the ImageNet mean and standard deviation as the input.',
        ],
      }
    : {}

const inception: Reader = {
  anchors: ['inception3a.branch1.conv.weight'],
  read(shapes) {
    const wide = shapes.get('inception3a.branch3.1.conv.weight')?.[2]
    const aux = shapes.has('aux1.conv.conv.weight')
    return {
      network: 'googlenet',
      options: {
        bn: true,
        'five-by-five': wide === 5 ? '5' : '3',
        pool4: '2',
        'aux-pool': 'grid',
        epsilon: 1e-3,
        aux,
        ...classesOf(shapes, ['fc']),
      },
      renames: inceptionNames,
      ...published(shapes),
    }
  },
}

const factorizedNames: readonly Rename[] = [
  [/^conv_(\d\w)\/(conv|bn)$/, (place, kind) => `Conv2d_${place}_${place === '3b' ? '1x1' : '3x3'}.${kind}`],
  [
    /^mixed_(\w+)\/(branch3x3(?:dbl)?)\/([ab])\/(conv|bn)$/,
    (block, path, half, kind) => `Mixed_${block}.${path}_${path.endsWith('dbl') ? 3 : 2}${half}.${kind}`,
  ],
  [
    /^mixed_(\w+)\/(branch\w+)\/(conv|bn)(\d?)$/,
    (block, path, kind, n) => {
      const place = `Mixed_${block}.${path}`
      // A path that forks after one convolution numbers it, too.
      return n ? `${place}_${n}.${kind}` : [`${place}.${kind}`, `${place}_1.${kind}`]
    },
  ],
  [/^aux\/(conv|bn)(\d)$/, (kind, n) => `AuxLogits.conv${Number(n) - 1}.${kind}`],
  [/^aux\/fc$/, () => 'AuxLogits.fc'],
  [/^fc\/fc$/, () => 'fc'],
]

/** torchvision's Inception-v3, and timm's, which has its names. */
const factorized: Reader = {
  anchors: ['Mixed_5b.branch1x1.conv.weight'],
  read: (shapes) => ({
    network: 'inceptionv3',
    options: { aux: shapes.has('AuxLogits.fc.weight'), ...classesOf(shapes, ['fc']) },
    renames: factorizedNames,
    ...published(shapes),
  }),
}

/** Convolutions and fully connected layers of a `Sequential`, in order, by their numbers. */
function numbered(shapes: Shapes, part: string, sides: number): readonly number[] {
  return [...shapes]
    .flatMap(([name, shape]) => {
      const match = new RegExp(`^${part}\\.(\\d+)\\.weight$`).exec(name)
      return match && shape.length === sides ? [Number(match[1])] : []
    })
    .sort((a, b) => a - b)
}

const depths: Readonly<Record<number, string>> = { 8: '11', 10: '13', 13: '16', 16: '19' }
const perStage: Readonly<Record<string, readonly number[]>> = {
  '11': [1, 1, 2, 2, 2],
  '13': [2, 2, 2, 2, 2],
  '16': [2, 2, 3, 3, 3],
  '19': [2, 2, 4, 4, 4],
}

/** AlexNet and VGG: layers are called by their places in two lists. */
const plain: Reader = {
  anchors: ['features.0.weight'],
  read(shapes) {
    const first = shapes.get('features.0.weight')!
    const convs = numbered(shapes, 'features', 4)
    const layers = numbered(shapes, 'classifier', 2)
    const fully: Rename = [
      /^fc([678])\/fc$/,
      (n) => {
        const index = layers[Number(n) - 6]
        const timm = n === '8' ? 'head.fc' : `pre_logits.fc${Number(n) - 5}`
        return [...(index === undefined ? [] : [`classifier.${index}`]), timm]
      },
    ]
    const last = layers.length > 2 ? [`classifier.${layers[2]}`] : []
    const options = classesOf(shapes, [...last, 'head.fc'])
    if (begins(first, undefined, undefined, 11, 11)) {
      const version = first[0] === 96 ? '2012' : 'torchvision'
      const second = shapes.get(`features.${convs[1]}.weight`)
      return {
        network: 'alexnet',
        options: {
          version,
          groups: second && second[1] * 2 === first[0] ? '2' : '1',
          input: version === '2012' ? [227, 227, first[1]] : [224, 224, first[1]],
          ...options,
        },
        renames: [[/^conv(\d)\/conv$/, (n) => `features.${convs[Number(n) - 1]}`], fully],
      }
    }
    const depth = depths[convs.length]
    if (!depth || !begins(first, 64, undefined, 3, 3)) return undefined
    const at = (s: string, n: string) =>
      perStage[depth].slice(0, Number(s) - 1).reduce((sum, count) => sum + count, 0) + before(n)
    return {
      network: 'vgg',
      options: {
        depth,
        bn: shapes.has(`features.${convs[0] + 1}.running_mean`),
        input: [224, 224, first[1]],
        ...options,
      },
      renames: [
        [/^conv(\d)\/conv(\d*)$/, (s, n) => `features.${convs[at(s, n)]}`],
        [/^conv(\d)\/bn(\d*)$/, (s, n) => `features.${convs[at(s, n)] + 1}`],
        fully,
      ],
    }
  },
}

/** The small network of digits that every course builds. */
const digits: Reader = {
  anchors: ['conv1.weight'],
  read(shapes) {
    const first = shapes.get('conv1.weight')
    if (!begins(first, 6, undefined, 5, 5) || !begins(shapes.get('conv2.weight'), 16, 6, 5, 5))
      return undefined
    const inputs = shapes.get('fc1.weight')?.[1]
    if (inputs !== 400) return undefined
    return {
      network: 'lenet',
      options: { version: 'modern', input: [28, 28, first![1]], ...classesOf(shapes, ['fc3']) },
      renames: [
        [/^(conv\d)\/conv$/, (name) => name],
        [/^(fc\d)\/fc$/, (name) => name],
      ],
      notes: [
        'The weights do not tell what lies between the layers; tanh activations, average pooling and a 28×28 image with a margin of 2 are assumed.',
      ],
    }
  },
}

const readers: readonly Reader[] = [
  residual,
  dense,
  inception,
  factorized,
  ...mobile,
  ...convnext,
  plain,
  digits,
]

/** Networks whose names are PyTorch's: of torchvision, timm and those that follow them. */
export function foundTorch(shapes: Shapes): readonly Found[] {
  return readers.flatMap((reader) =>
    reader.anchors.flatMap((anchor) =>
      prefixesOf(shapes, anchor).flatMap((prefix) => {
        const read = reader.read(below(shapes, prefix))
        if (!read) return []
        const { network, options, renames, preprocessing = torchvision, notes = [] } = read
        const called = (node: NodeId, weight: string) =>
          renamed(renames, node).flatMap((module) =>
            [weights[weight]].flat().map((name) => `${module}.${name}`),
          )
        return [
          {
            network,
            options,
            layout: 'torch' as const,
            names: 'PyTorch',
            prefix,
            called,
            preprocessing,
            notes,
          },
        ]
      }),
    ),
  )
}
