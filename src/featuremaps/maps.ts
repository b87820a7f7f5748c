import { asMap, type Shape } from '../nn/shape'
import type { Unit } from '../nn/unit'

/** Values of one node: height × width positions of `channels` values each; a vector is one position. */
export interface Maps {
  readonly values: Float32Array
  readonly height: number
  readonly width: number
  readonly channels: number
}

export function mapsOf(values: Float32Array, shape: Shape): Maps {
  const [height, width, channels] = asMap(shape)
  return { values, height, width, channels }
}

export function valueAt(maps: Maps, row: number, column: number, channel: number): number {
  return maps.values[(row * maps.width + column) * maps.channels + channel]
}

/** Smallest and largest value; of finite values only. */
export interface Range {
  readonly min: number
  readonly max: number
}

/** The range of every channel, in one pass over the values. */
export function channelRanges({ values, channels }: Maps): readonly Range[] {
  const min = new Float32Array(channels).fill(Infinity)
  const max = new Float32Array(channels).fill(-Infinity)
  for (let i = 0, c = 0; i < values.length; i++) {
    const value = values[i]
    if (Number.isFinite(value)) {
      if (value < min[c]) min[c] = value
      if (value > max[c]) max[c] = value
    }
    c = c + 1 === channels ? 0 : c + 1
  }
  return Array.from(min, (low, c) => (low <= max[c] ? { min: low, max: max[c] } : { min: 0, max: 0 }))
}

export function wholeRange(ranges: readonly Range[]): Range {
  let min = Infinity
  let max = -Infinity
  for (const range of ranges) {
    min = Math.min(min, range.min)
    max = Math.max(max, range.max)
  }
  return min <= max ? { min, max } : { min: 0, max: 0 }
}

/** All channels, those with the largest mean of |value| first; equal ones stay in their order. */
export function strongestChannels({ values, channels }: Maps): readonly number[] {
  const sums = new Float64Array(channels)
  for (let i = 0, c = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) sums[c] += Math.abs(values[i])
    c = c + 1 === channels ? 0 : c + 1
  }
  return Array.from(sums, (_, channel) => channel).sort((a, b) => sums[b] - sums[a] || a - b)
}

/** Where the value of a channel stands that is farthest from zero; the first of equal ones. */
export function peakOf(maps: Maps, channel: number): Unit {
  const { values, width, channels } = maps
  let best = channel
  for (let i = channel; i < values.length; i += channels)
    if (Math.abs(values[i]) > Math.abs(values[best])) best = i
  const position = (best - channel) / channels
  return { row: Math.floor(position / width), column: position % width, channel }
}

/** What the values of one channel look like. */
export interface Statistics extends Range {
  readonly mean: number
  /** Share of values that are exactly zero. */
  readonly zeros: number
  /** Values that are infinite or not a number. */
  readonly broken: number
}

export function statistics(maps: Maps, channel: number): Statistics {
  let min = Infinity
  let max = -Infinity
  let sum = 0
  let zeros = 0
  let broken = 0
  let total = 0
  for (let i = channel; i < maps.values.length; i += maps.channels) {
    const value = maps.values[i]
    total++
    if (!Number.isFinite(value)) {
      broken++
      continue
    }
    if (value === 0) zeros++
    if (value < min) min = value
    if (value > max) max = value
    sum += value
  }
  const finite = total - broken
  return finite === 0
    ? { min: NaN, max: NaN, mean: NaN, zeros: 0, broken }
    : { min, max, mean: sum / finite, zeros: zeros / total, broken }
}
