import { build } from '../../../nn/build'
import { conv } from '../../../nn/ops/conv'
import type { MapShape } from '../../../nn/shape'
import { seq } from '../../../nn/spec'

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
    problem: issue?.message ?? null,
  }
}

/** Rows that are under no window, wherever it stands; columns likewise. */
export interface Unseen {
  /** Of the input, skipped by a stride that is larger than the kernel. */
  readonly between: number
  /** Of the input, beyond the last position: dropped by rounding down. */
  readonly edge: number
  /** Of the padding, on both sides. */
  readonly padding: number
}

/** The rows that no window sees. Throws where the window does not fit. */
export function unseenOf({ size, kernel, stride, pad }: Plan): Unseen {
  const padded = size + 2 * pad
  if (kernel > padded) throw new RangeError(`A window of ${kernel} rows does not fit into ${padded}`)
  const last = Math.floor((padded - kernel) / stride) * stride
  let between = 0
  for (let at = 0; at < last; at += stride) between += rowsOfInput(at + kernel, at + stride)
  const edge = rowsOfInput(last + kernel, padded)
  const skipped = (last / stride) * Math.max(0, stride - kernel) + (padded - last - kernel)
  return { between, edge, padding: skipped - between - edge }

  /** Of the padded rows from one to before another, those that are not padding. */
  function rowsOfInput(from: number, to: number): number {
    return Math.max(0, Math.min(to, pad + size) - Math.max(from, pad))
  }
}

/** In words, which rows are never under the window. */
export function unseenInWords({ between, edge, padding }: Unseen): string {
  const rows = (many: number) => (many === 1 ? 'one row' : `${many} rows`)
  const places = [
    ...(between > 0 ? [`${rows(between)} between its positions`] : []),
    ...(edge > 0 ? [`${rows(edge)} at the far edge`] : []),
  ]
  if (places.length > 0) return `The window never sees ${places.join(' and ')}.`
  if (padding > 0)
    return `The window covers every row of the input; ${rows(padding)} of the padding ${padding === 1 ? 'is' : 'are'} left out.`
  return 'The window covers every row at some position.'
}
