import { bins } from '../../nn/ops/pooling'

export interface Bins {
  readonly bins: ReturnType<typeof bins>
  /** When the bins are a sliding window: all of one size, each `step` (at least 1) behind the one before. */
  readonly uniform?: { readonly size: number; readonly step: number }
}

/** The bins of adaptive pooling along one axis. */
export function binsOf(size: number, count: number): Bins {
  const all = bins(size, count)
  const [[from, to]] = all
  const step = count === 1 ? to - from : all[1][0] - from
  const slides = step > 0 && all.every(([start, end], i) => start === i * step && end - start === to - from)
  return { bins: all, ...(slides && { uniform: { size: to - from, step } }) }
}
