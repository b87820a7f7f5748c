import type { ConvAttrs } from '../nn/ops/conv'
import { conv } from '../nn/ops/conv'
import { relu } from '../nn/ops/activation'
import { batchNorm } from '../nn/ops/normalization'
import { subsamplePad } from '../nn/ops/reshape'
import { block, identity, path, residual, seq, type Spec } from '../nn/spec'

/** He et al. 2015b, sections 3.3 and 4.1: A pads with zeros, B projects where the shape changes, C projects everywhere. */
type Shortcut = 'A' | 'B' | 'C' | 'none'

/** `post`: conv-BN-ReLU, ReLU after the addition (2015). `pre`: BN-ReLU-conv, nothing after it (2016). */
export type Order = 'post' | 'pre'

export interface BlockShape {
  /** Channels that enter and leave. */
  readonly from: number
  readonly to: number
  readonly stride: number
}

/** How the convolutions of a network are written. */
export interface Manner {
  readonly order: Order
  /** Batch normalization; without it every convolution has a bias of its own. */
  readonly bn?: boolean
  /** A bias in every convolution beside its batch normalization too, as in Keras. */
  readonly bias?: boolean
}

/** A convolution and its normalization, in the order of the paper that they come from. */
export function normalized(attrs: ConvAttrs, manner: Manner): readonly Spec[] {
  const { order, bn = true } = manner
  if (!bn) return [alone(attrs, manner)]
  return order === 'post' ? [alone(attrs, manner), batchNorm()] : [batchNorm(), alone(attrs, manner)]
}

/** A convolution without a normalization of its own. */
export function alone(attrs: ConvAttrs, { bn = true, bias = false }: Manner): Spec {
  return conv({ ...attrs, bias: bias || !bn })
}

/** `post` ends without ReLU, the sum has it. */
function chain(convolutions: readonly ConvAttrs[], manner: Manner): Spec {
  const last = convolutions.length - 1
  if (manner.order === 'post')
    return seq(
      ...convolutions.map((attrs, i) => seq(...normalized(attrs, manner), ...(i < last ? [relu()] : []))),
    )
  return seq(
    ...convolutions.map((attrs) => {
      const units = normalized(attrs, manner)
      return seq(...units.slice(0, -1), relu(), units[units.length - 1])
    }),
  )
}

function shortcutOf({ from, to, stride }: BlockShape, shortcut: Shortcut, manner: Manner): Spec {
  const changes = from !== to || stride !== 1
  if (shortcut === 'C' || (shortcut === 'B' && changes)) {
    const projection: ConvAttrs = { filters: to, kernel: 1, stride }
    return path(
      'shortcut',
      ...(manner.order === 'post' ? normalized(projection, manner) : [alone(projection, manner)]),
    )
  }
  return changes ? path('shortcut', subsamplePad({ stride, filters: to })) : identity
}

/**
 * A block of convolutions with a way around them; with shortcut `none` the plain block of the same convolutions. `last`
 * stands after the last convolution, before the addition.
 */
export function residualBlock(
  name: string,
  shape: BlockShape,
  convolutions: readonly ConvAttrs[],
  manner: Manner & { readonly shortcut: Shortcut; readonly last?: Spec },
) {
  const main = seq(chain(convolutions, manner), ...(manner.last ? [manner.last] : []))
  const { shortcut } = manner
  const joined = shortcut === 'none' ? main : residual(main, shortcutOf(shape, shortcut, manner))
  return block(name, joined, ...(manner.order === 'post' ? [relu()] : []))
}

/** Two 3×3 convolutions. */
export function basicConvolutions({ to, stride }: BlockShape): readonly ConvAttrs[] {
  return [
    { filters: to, kernel: 3, stride, pad: 1 },
    { filters: to, kernel: 3, pad: 1 },
  ]
}

/** 1×1 down to `width`, 3×3 (in groups, for ResNeXt), 1×1 up. */
export function bottleneckConvolutions(
  { to, stride }: BlockShape,
  width: number,
  { strideOn = '3x3', groups = 1 }: { strideOn?: '3x3' | '1x1'; groups?: number } = {},
): readonly ConvAttrs[] {
  return [
    { filters: width, kernel: 1, stride: strideOn === '1x1' ? stride : 1 },
    { filters: width, kernel: 3, stride: strideOn === '3x3' ? stride : 1, pad: 1, groups },
    { filters: to, kernel: 1 },
  ]
}
