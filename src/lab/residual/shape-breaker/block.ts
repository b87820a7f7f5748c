import { basicConvolutions } from '../../../architectures/residualBlock'
import { build } from '../../../nn/build'
import type { Graph } from '../../../nn/graph'
import { conv } from '../../../nn/ops/conv'
import { subsamplePad } from '../../../nn/ops/reshape'
import { block, identity, path, residual, seq, type Spec } from '../../../nn/spec'

export const ways = ['identity', 'pad', 'projection'] as const

/** What is on the shortcut. */
export type Way = (typeof ways)[number]

export interface Setting {
  readonly filters: number
  readonly stride: number
  readonly way: Way
}

const from = 64

/** The convolutions of a basic block on 56×56×64 with any shortcut around them; where the two ends differ the addition has an issue. */
export function blockOf({ filters, stride, way }: Setting): Graph {
  const around: Readonly<Record<Way, Spec>> = {
    identity,
    pad: path('shortcut', subsamplePad({ stride, filters: Math.max(filters, from) })),
    projection: path('shortcut', conv({ filters, kernel: 1, stride })),
  }
  const [first, second] = basicConvolutions({ from, to: filters, stride })
  return build({
    id: 'residual-block',
    title: 'Residual block',
    input: [56, 56, from],
    body: block('block', residual(seq(conv(first), conv(second)), around[way])),
  })
}
