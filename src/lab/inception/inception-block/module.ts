import type { InceptionWidths } from '../../../architectures/inceptionBlock'
import { build } from '../../../nn/build'
import type { Graph } from '../../../nn/graph'
import { relu } from '../../../nn/ops/activation'
import { conv } from '../../../nn/ops/conv'
import { maxPool } from '../../../nn/ops/pooling'
import { block, branch, path, type Spec } from '../../../nn/spec'

/** What a learner sets: six widths, and whether each window that needs padding has it. */
export interface Setting extends InceptionWidths {
  readonly padded: { readonly p2: boolean; readonly p3: boolean; readonly p4: boolean }
}

/** Block 3a of GoogLeNet (table 1 of the paper). */
export const block3a: Setting = {
  p1: 64,
  p2Reduce: 96,
  p2: 128,
  p3Reduce: 16,
  p3: 32,
  p4: 32,
  padded: { p2: true, p3: true, p4: true },
}

/** The block on its own; it is built even where it does not fit, and then has issues that say why. */
export function moduleOf({ padded, ...widths }: Setting): Graph {
  const unit = (filters: number, kernel = 1, pad = 0): readonly Spec[] => [
    conv({ filters, kernel, pad, bias: true }),
    relu(),
  ]
  return build({
    id: 'inception-block',
    title: 'Inception block',
    input: [28, 28, 192],
    body: block(
      'inception',
      branch(
        'concat',
        path('p1', ...unit(widths.p1)),
        path('p2', ...unit(widths.p2Reduce), ...unit(widths.p2, 3, padded.p2 ? 1 : 0)),
        path('p3', ...unit(widths.p3Reduce), ...unit(widths.p3, 5, padded.p3 ? 2 : 0)),
        path('p4', maxPool({ kernel: 3, pad: padded.p4 ? 1 : 0 }), ...unit(widths.p4)),
      ),
    ),
  })
}
