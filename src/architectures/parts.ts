import { build } from '../nn/build'
import { branch, identity, path, seq, type Spec } from '../nn/spec'
import { extent, type MapShape } from '../nn/shape'
import { dropout, relu, softmax } from '../nn/ops/activation'
import { conv, type ConvAttrs } from '../nn/ops/conv'
import { dense } from '../nn/ops/dense'
import { batchNorm } from '../nn/ops/normalization'
import { adaptiveAvgPool, globalAvgPool, maxPool } from '../nn/ops/pooling'

/** Convolution, batch normalization, ReLU. No bias: the normalization that follows has its own shift. */
export const convNormRelu = (attrs: ConvAttrs): Spec => seq(conv(attrs), batchNorm(), relu())

/** Convolution with a bias, then ReLU: the unit of the networks before batch normalization. */
export const convRelu = (attrs: ConvAttrs): Spec => seq(conv({ bias: true, ...attrs }), relu())

/** The stem of ResNet, ResNeXt and DenseNet: 7×7, stride 2, and a padded max pool. */
export const imagenetStem = (width: number): ConvAttrs => ({ filters: width, kernel: 7, stride: 2, pad: 3 })

export const stemPool = (name: string): Spec => maxPool({ kernel: 3, stride: 2, pad: 1 }, name)

/**
 * A hidden fully connected layer of AlexNet, ZFNet, SPPNet and VGG, whose outputs are dropped in training ("the output of
 * each hidden neuron", AlexNet paper, section 4.2).
 */
export const hiddenDense = (units: number): Spec => seq(dense({ units }), relu(), dropout())

/** The same in torchvision's AlexNet, which drops the inputs of the layer. */
export const hiddenDenseDroppingInputs = (units: number): Spec => seq(dropout(), dense({ units }), relu())

/**
 * Convolutions, then torchvision's pool to a fixed grid, so that fully connected layers fit any image. Where the maps have
 * that size by themselves it would change nothing, and the network is that of the paper.
 */
export function pooledTo(grid: number, input: MapShape, convolutions: Spec): Spec {
  const { node, outputs } = build({ id: 'convolutions', title: 'Convolutions', input, body: convolutions })
  const isFixed = extent(node(outputs[0]).shape).every((side) => side === grid)
  return isFixed ? convolutions : seq(convolutions, adaptiveAvgPool({ grid }, 'avgpool'))
}

/**
 * One mean per channel, two layers of it, and a gate for each channel (Hu et al. 2017, section 3 and figure 3).
 * @param options.squeezed channels between the two layers
 */
export function channelGate({
  channels,
  squeezed,
  activation,
  gate,
}: {
  readonly channels: number
  readonly squeezed: number
  readonly activation: () => Spec
  readonly gate: () => Spec
}): Spec {
  return branch(
    'multiply',
    identity,
    path(
      'se',
      globalAvgPool(),
      conv({ filters: squeezed, kernel: 1, bias: true }),
      activation(),
      conv({ filters: channels, kernel: 1, bias: true }),
      gate(),
    ),
  )
}

/** Scores, then probabilities. */
export const classifier = (classes: number): Spec => seq(dense({ units: classes }), softmax())

/** The same network with another ε in every batch normalization. */
export function withEpsilon(epsilon: number, spec: Spec): Spec {
  const inner = (part: Spec) => withEpsilon(epsilon, part)
  switch (spec.kind) {
    case 'op':
      return spec.op === batchNorm.definition.name ? { ...spec, attrs: { ...spec.attrs, epsilon } } : spec
    case 'seq':
      return { ...spec, items: spec.items.map(inner) }
    case 'branch':
      return { ...spec, paths: spec.paths.map(inner) }
    case 'group':
    case 'side':
      return { ...spec, body: inner(spec.body) }
  }
}
