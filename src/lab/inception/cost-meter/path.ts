import { graphOf } from '../../../architectures/built'
import { build } from '../../../nn/build'
import { conv } from '../../../nn/ops/conv'
import { seq } from '../../../nn/spec'
import { channels } from '../../../nn/shape'

/** A convolution with padding, and the 1×1 that may stand before it. */
export interface Path {
  readonly kernel: number
  readonly filters: number
  /** Channels that the 1×1 leaves; 0 where there is none. */
  readonly reduce: number
}

export interface Cost {
  readonly reduce: { readonly macs: number; readonly weights: number }
  readonly conv: { readonly macs: number; readonly weights: number }
  readonly macs: number
  readonly weights: number
}

/** What block 3a of GoogLeNet reads. */
export const input = graphOf('inception-3a').architecture.input

/** The third path of block 3a as the paper has it. */
export const paper: Path = {
  kernel: 5,
  filters: channels(graphOf('inception-3a').group('inception/p3').shape),
  reduce: channels(graphOf('inception-3a').node('inception/p3/conv1').shape),
}

/** Counted as for every network, on the maps of block 3a. */
export function costOf({ kernel, filters, reduce }: Path): Cost {
  const graph = build({
    id: 'path',
    title: 'A path',
    input,
    body: seq(
      ...(reduce > 0 ? [conv({ filters: reduce, kernel: 1, bias: false }, 'reduce')] : []),
      conv({ filters, kernel, pad: (kernel - 1) / 2, bias: false }, 'conv'),
    ),
  })
  const of = (id: string) => {
    if (graph.has(id) !== 'node') return { macs: 0, weights: 0 }
    const { macs, params } = graph.node(id)
    return { macs, weights: params.weights }
  }
  return {
    reduce: of('reduce'),
    conv: of('conv'),
    macs: graph.totals.macs,
    weights: graph.totals.params.weights,
  }
}
