import type { ConvAttrs } from '../nn/ops/conv'
import { maxPool } from '../nn/ops/pooling'
import { block, branch, path, type Spec } from '../nn/spec'

/** Filters of an inception block; a reduction or a pool projection of 0 is left out (the naive block). */
export interface InceptionWidths {
  readonly p1: number
  readonly p2Reduce: number
  readonly p2: number
  readonly p3Reduce: number
  readonly p3: number
  readonly p4: number
}

/** A convolution with what follows it. */
export type Unit = (attrs: ConvAttrs) => Spec

/** Four ways through one block (Szegedy et al. 2014, figure 2); `wide` is the kernel of the third. */
export function inception(
  name: string,
  w: InceptionWidths,
  { unit, wide = 5 }: { unit: Unit; wide?: number },
) {
  const reduce = (filters: number): readonly Spec[] => (filters > 0 ? [unit({ filters, kernel: 1 })] : [])
  return block(
    name,
    branch(
      'concat',
      path('p1', unit({ filters: w.p1, kernel: 1 })),
      path('p2', ...reduce(w.p2Reduce), unit({ filters: w.p2, kernel: 3, pad: 1 })),
      path('p3', ...reduce(w.p3Reduce), unit({ filters: w.p3, kernel: wide, pad: (wide - 1) / 2 })),
      path('p4', maxPool({ kernel: 3, pad: 1 }), ...reduce(w.p4)),
    ),
  )
}
