import type { Graph } from '../../../nn/graph'
import { batchSize } from './job'

/**
 * Multiply-accumulates of a forward pass that one core trains through in a second, both gradients included. Measured
 * with these networks on WASM with one thread, with kernels of our own, as processor time of the workers, tests of the
 * learner included: 2.7e9 for plain and residual ones, 1.4e9 for dense ones, whose layers are narrow.
 */
const macsPerSecond = 1.5e9

/**
 * Seconds that a training of these networks takes, one worker each, before anything is measured.
 * @param cores how many the device has
 * @param batch images of a step
 */
export function expectedSeconds(
  networks: readonly Graph[],
  steps: number,
  cores: number,
  batch = batchSize,
): number {
  const each = networks.map((graph) => (graph.totals.macs * batch * steps) / macsPerSecond)
  const all = each.reduce((sum, seconds) => sum + seconds, 0)
  return Math.max(...each, all / Math.max(1, cores))
}

/** Seconds left at the measured pace, of the slowest that is still going; undefined before the first step. */
export function secondsLeft(
  runs: readonly { readonly done: number; readonly pace: number }[],
  steps: number,
): number | undefined {
  if (runs.length === 0 || runs.some(({ pace }) => pace === 0)) return undefined
  return Math.max(...runs.map(({ done, pace }) => (steps - done) / pace))
}

/** `40 s`, `3 min`: as exact as an expectation is. */
export function about(seconds: number): string {
  if (seconds < 90) return `${seconds < 10 ? Math.ceil(seconds) : 5 * Math.ceil(seconds / 5)} s`
  return `${Math.round(seconds / 60)} min`
}
