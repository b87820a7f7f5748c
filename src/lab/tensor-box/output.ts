import { build } from '../../nn/build'
import { conv } from '../../nn/ops/conv'
import type { MapShape } from '../../nn/shape'
import { seq } from '../../nn/spec'

/** A convolution over a square image, as a reader sets it. */
export interface Plan {
  /** Height and width of the input in pixels. */
  readonly size: number
  readonly from: number
  readonly kernel: number
  readonly stride: number
  readonly pad: number
  readonly filters: number
}

export interface Output {
  /** Null where the window does not fit. */
  readonly shape: MapShape | null
  /** Steps that the window can take, before rounding: (n + 2p − k)/s. */
  readonly steps: number
  /** Pixels of the padded input that no window reaches: they are dropped by rounding down. */
  readonly left: number
  readonly problem: string | null
}

/** The shape of the output, inferred as for every network. */
export function outputOf({ size, from, kernel, stride, pad, filters }: Plan): Output {
  const graph = build({
    id: 'one-layer',
    title: 'One layer',
    input: [size, size, from],
    body: seq(conv({ filters, kernel, stride, pad })),
  })
  const room = size + 2 * pad - kernel
  const issue = graph.issues[0]
  return {
    shape: issue ? null : (graph.node(graph.outputs[0]).shape as MapShape),
    steps: room / stride,
    left: room < 0 ? 0 : room % stride,
    problem: issue?.message ?? null,
  }
}
