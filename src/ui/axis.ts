import type { PlotOptions } from '@observablehq/plot'
import { format } from 'd3'
import { measured } from './format'

interface Axis {
  readonly type?: string | null
  readonly domain?: Iterable<unknown>
}

/** What has to be said of an axis that looks as if it began at zero and does not: `axis from 55`. Undefined for others. */
export function cutWords({ type, domain = [] }: Axis, tickFormat?: unknown): string | undefined {
  if (type !== 'linear') return undefined
  const ends = [...domain].map(Number)
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  if (least <= 0 && most >= 0) return undefined
  const near = least > 0 ? least : most
  return `axis from ${typeof tickFormat === 'string' ? format(tickFormat)(near) : measured(near)}`
}

interface Line {
  readonly name: string
  readonly values: readonly number[]
}

/** How far lines go on beyond an axis that ends before them, in words, a line each: `test ↑ 12.6`. Undefined where all are within. */
export function beyondWords(
  lines: readonly Line[],
  [from, to]: readonly [from: number, to: number],
  say: (value: number) => string,
): string | undefined {
  const words = lines.flatMap(({ name, values }) => {
    const drawn = values.filter(Number.isFinite)
    const [least, most] = [Math.min(...drawn), Math.max(...drawn)]
    return [
      ...(most > to ? [`${name} ↑ ${say(most)}`] : []),
      ...(least < from ? [`${name} ↓ ${say(least)}`] : []),
    ]
  })
  return words.length > 0 ? words.join('\n') : undefined
}

/** Numbers of an axis do not touch in a large text, nor those of two axes where these meet. */
export function spaced({ x, y, ...options }: PlotOptions, size: number): PlotOptions {
  return {
    ...options,
    ...(x && { x: { tickPadding: Math.max(3, size / 2 - 6), ...x } }),
    ...(y && { y: { tickSpacing: Math.max(35, 1.8 * size), ...y } }),
  }
}

/** Axes are lengthened by these factors at most: a run that explodes would flatten all others. */
const mostLengthened = 4

/**
 * Where an axis from 0 ends so that the newest values of its lines are on it: at `top`, or at twice or four times that. A line
 * that has come down again shortens it, and one that is further off leaves it.
 */
export function reaching(lines: readonly Line[], top: number): number {
  const newest = lines.map(({ values }) => values.at(-1) ?? 0).filter(Number.isFinite)
  const most = Math.max(0, ...newest)
  let end = top
  while (end < most && end < mostLengthened * top) end *= 2
  return end
}
