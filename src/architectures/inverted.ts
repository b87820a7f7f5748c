import { conv, type ConvAttrs } from '../nn/ops/conv'
import { batchNorm } from '../nn/ops/normalization'
import { block, type GroupSpec, residual, seq, type Spec } from '../nn/spec'

/** Channels in eights, and never a tenth less than asked for (the authors' code, `make_divisible`). */
export function inEights(channels: number): number {
  const near = Math.max(8, Math.floor((channels + 4) / 8) * 8)
  return near < 0.9 * channels ? near + 8 : near
}

/** Convolution, batch normalization and an activation, or none. */
export const unit = (attrs: ConvAttrs, activation?: Spec): Spec =>
  seq(conv(attrs), batchNorm(), ...(activation ? [activation] : []))

export interface Inverted {
  readonly from: number
  /** Channels in the middle; where they are as many as `from`, nothing widens. */
  readonly wide: number
  readonly to: number
  readonly kernel: number
  readonly stride: number
  readonly activation: () => Spec
  /** What weighs the wide channels. */
  readonly gate?: Spec
}

/**
 * Wide in the middle and narrow at its ends, with a shortcut between the ends where they are alike (Sandler et al. 2018,
 * figure 4).
 */
export function inverted(
  name: string,
  { from, wide, to, kernel, stride, activation, gate }: Inverted,
): GroupSpec {
  const main = seq(
    ...(wide === from ? [] : [unit({ filters: wide, kernel: 1 }, activation())]),
    unit({ filters: wide, kernel, stride, pad: (kernel - 1) / 2, groups: wide }, activation()),
    ...(gate ? [gate] : []),
    unit({ filters: to, kernel: 1 }),
  )
  return block(name, stride === 1 && from === to ? residual(main) : main)
}
