import { basicConvolutions, normalized } from '../../architectures/residualBlock'
import { build } from '../../nn/build'
import type { Graph } from '../../nn/graph'
import { relu } from '../../nn/ops/activation'
import { subsamplePad } from '../../nn/ops/reshape'
import { block, identity, path, residual, seq, type Spec } from '../../nn/spec'

export const ways = ['identity', 'pad', 'projection'] as const

/** What stands on the way around. */
export type Way = (typeof ways)[number]

export interface Setting {
  readonly filters: number
  readonly stride: number
  readonly way: Way
}

const from = 64

/** Without normalization, so that the shapes have room. */
const manner = { order: 'post', bn: false } as const

/** A basic block on 56×56×64 with any way around it; where the two ends differ the addition has an issue. */
export function blockOf({ filters, stride, way }: Setting): Graph {
  const around: Readonly<Record<Way, Spec>> = {
    identity,
    pad: path('shortcut', subsamplePad({ stride, filters: Math.max(filters, from) })),
    projection: path('shortcut', ...normalized({ filters, kernel: 1, stride }, manner)),
  }
  const [first, second] = basicConvolutions({ from, to: filters, stride })
  return build({
    id: 'residual-block',
    title: 'Residual block',
    input: [56, 56, from],
    body: block(
      'block',
      residual(seq(...normalized(first, manner), relu(), ...normalized(second, manner)), around[way]),
      relu(),
    ),
  })
}
