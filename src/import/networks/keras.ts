import type { Options } from '../../architectures/family'
import type { NodeId } from '../../nn/graph'
import { conv } from '../../nn/ops/conv'
import { batchNorm } from '../../nn/ops/normalization'
import type { Spec } from '../../nn/spec'
import { mapOps } from '../onnx/fold'
import { caffe, minusOneToOne, type Preprocessing, torchvision } from '../preprocessing'
import { countWhile, type Found, type Rename, renamed, type Shapes } from './found'

const weights: Readonly<Record<string, string>> = {
  kernel: 'kernel',
  bias: 'bias',
  gamma: 'gamma',
  beta: 'beta',
  mean: 'moving_mean',
  variance: 'moving_variance',
}

/** ε of keras.applications, which its ResNets and DenseNets share. */
const epsilon = 1.001e-5

interface Read {
  readonly network: string
  readonly options: Options
  readonly renames: readonly Rename[]
  readonly preprocessing: Preprocessing
  readonly adapted?: (body: Spec) => Spec
  readonly notes?: readonly string[]
}

const number = (text: string) => (text === '' ? 1 : Number(text))

/** Names of the last layer: those of keras.applications, and the only fully connected layer that a file has. */
function headsIn(shapes: Shapes): readonly string[] {
  const names = [...shapes].flatMap(([name, shape]) =>
    shape.length === 2 && name.endsWith('/kernel') ? [name.slice(0, -'/kernel'.length)] : [],
  )
  const known = ['predictions', 'fc1000', 'probs']
  return names.length === 1 ? [...known, names[0]] : known
}

function classesOf(shapes: Shapes): Options {
  const shape = headsIn(shapes)
    .map((name) => shapes.get(`${name}/kernel`))
    .find(Boolean)
  return shape ? { classes: shape[1] } : {}
}

/** Layers `conv2_block1_1_conv` … of keras.applications.resnet; the shortcut is number 0. */
function residual(shapes: Shapes): Read | undefined {
  const stem = shapes.get('conv1_conv/kernel')
  if (!stem || stem[0] !== 7 || !shapes.has('conv2_block1_1_conv/kernel') || !shapes.has('conv1_bn/gamma'))
    return undefined
  // DenseNet has the same names, and no third convolution.
  if (!shapes.has('conv2_block1_3_conv/kernel')) return undefined
  const stages = countWhile((s) => shapes.has(`conv${s + 2}_block1_1_conv/kernel`))
  const blocks = Array.from({ length: stages }, (_, s) =>
    countWhile((b) => shapes.has(`conv${s + 2}_block${b + 1}_1_conv/kernel`)),
  )
  return {
    network: 'resnet',
    options: {
      blocks,
      block: 'bottleneck',
      'stride-on': '1x1',
      bias: shapes.has('conv1_conv/bias'),
      width: stem[3],
      epsilon,
      input: [224, 224, stem[2]],
      ...classesOf(shapes),
    },
    renames: [
      [/^conv1\/(conv|bn)$/, (kind) => `conv1_${kind}`],
      [/^(conv\d+)_x\/block(\d*)\/(conv|bn)(\d)$/, (s, b, kind, n) => `${s}_block${number(b)}_${n}_${kind}`],
      [/^(conv\d+)_x\/block(\d*)\/shortcut\/(conv|bn)$/, (s, b, kind) => `${s}_block${number(b)}_0_${kind}`],
      [/^fc\/fc$/, () => headsIn(shapes)],
    ],
    preprocessing: caffe,
  }
}

function dense(shapes: Shapes): Read | undefined {
  const stem = shapes.get('conv1_conv/kernel') ?? shapes.get('conv/kernel')
  const last = shapes.get('conv2_block1_2_conv/kernel')
  if (!stem || !last || !shapes.has('conv2_block1_0_bn/gamma') || shapes.has('conv2_block1_3_conv/kernel'))
    return undefined
  const stages = countWhile((s) => shapes.has(`conv${s + 2}_block1_1_conv/kernel`))
  const blocks = Array.from({ length: stages }, (_, s) =>
    countWhile((b) => shapes.has(`conv${s + 2}_block${b + 1}_1_conv/kernel`)),
  )
  const transition = shapes.get('pool2_conv/kernel')
  return {
    network: 'densenet',
    options: {
      blocks,
      growth: last[3],
      'stem-width': stem[3],
      compression: transition ? transition[3] / transition[2] : 0.5,
      epsilon,
      input: [224, 224, stem[2]],
      ...classesOf(shapes),
    },
    renames: [
      [/^conv0\/(conv|bn)$/, (kind) => [`conv1_${kind}`, `conv1/${kind}`]],
      [
        /^denseblock(\d+)\/layer(\d*)\/(conv|bn)(\d)$/,
        // The normalization before the first convolution is number 0.
        (b, l, kind, n) =>
          `conv${Number(b) + 1}_block${number(l)}_${Number(n) - (kind === 'bn' ? 1 : 0)}_${kind}`,
      ],
      [/^transition(\d+)\/(conv|bn)$/, (t, kind) => `pool${Number(t) + 1}_${kind}`],
      [/^avgpool\/bn$/, () => 'bn'],
      [/^fc\/fc$/, () => headsIn(shapes)],
    ],
    preprocessing: torchvision,
  }
}

const vggDepths: Readonly<Record<number, string>> = { 2: '13', 3: '16', 4: '19' }

function vgg(shapes: Shapes): Read | undefined {
  const first = shapes.get('block1_conv1/kernel')
  if (!first || first[0] !== 3) return undefined
  const depth = vggDepths[countWhile((i) => shapes.has(`block3_conv${i + 1}/kernel`))]
  if (!depth) return undefined
  return {
    network: 'vgg',
    options: { depth, input: [224, 224, first[2]], ...classesOf(shapes) },
    renames: [
      [/^conv(\d)\/conv(\d*)$/, (s, n) => `block${s}_conv${number(n)}`],
      [/^fc([67])\/fc$/, (n) => `fc${Number(n) - 5}`],
      [/^fc8\/fc$/, () => 'predictions'],
    ],
    preprocessing: caffe,
  }
}

/** Blocks of MobileNetV2 in each of its stages, which Keras numbers in a row. */
const inStages = [1, 2, 3, 4, 3, 3, 1] as const

function mobile(shapes: Shapes): Read | undefined {
  const [stem, last] = [shapes.get('Conv1/kernel'), shapes.get('block_16_project/kernel')]
  if (!stem || !last || !shapes.has('expanded_conv_depthwise/kernel')) return undefined
  const blockOf = (stage: string, block: string) => {
    const before = inStages.slice(0, Number(stage) - 1).reduce((sum: number, count) => sum + count, 0)
    return before === 0 ? 'expanded_conv' : `block_${before + number(block) - 1}`
  }
  const parts = ['expand', 'depthwise', 'project']
  return {
    network: 'mobilenetv2',
    options: { width: last[3] / 320, input: [224, 224, stem[2]], ...classesOf(shapes) },
    renames: [
      [/^conv1\/(conv|bn)$/, (kind) => (kind === 'conv' ? 'Conv1' : 'bn_Conv1')],
      [
        /^bottleneck(\d)\/block(\d*)\/(conv|bn)(\d)$/,
        (s, b, kind, n) => {
          // Nothing widens in the first block.
          const part = parts[Number(n) - (s === '1' ? 0 : 1)]
          return `${blockOf(s, b)}_${part}${kind === 'bn' ? '_BN' : ''}`
        },
      ],
      [/^conv9\/(conv|bn)$/, (kind) => (kind === 'conv' ? 'Conv_1' : 'Conv_1_bn')],
      [/^fc\/fc$/, () => headsIn(shapes)],
    ],
    preprocessing: minusOneToOne,
    adapted: (body) =>
      mapOps(body, (op) => {
        if (op.op === batchNorm.definition.name) return { ...op, attrs: { ...op.attrs, epsilon: 1e-3 } }
        if (op.op !== conv.definition.name || op.attrs.stride !== 2) return op
        return { ...op, attrs: { ...op.attrs, pad: 'same' } }
      }),
    notes: [
      'Where the stride is 2, Keras pads with zeros only below and to the right, and it adds 0.001 to each variance; the same is done here.',
    ],
  }
}

/** Networks of keras.applications. */
export function foundKeras(shapes: Shapes): readonly Found[] {
  return [residual, dense, vgg, mobile].flatMap((reader) => {
    const read = reader(shapes)
    if (!read) return []
    const { renames, notes = [], ...rest } = read
    const called = (node: NodeId, weight: string) =>
      renamed(renames, node).map((layer) => `${layer}/${weights[weight]}`)
    return [{ ...rest, layout: 'tensorflow' as const, names: 'Keras', prefix: '', called, notes }]
  })
}
