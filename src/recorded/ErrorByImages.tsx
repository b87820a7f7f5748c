import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { count, percent } from '../ui/format'
import { Chart } from '../ui/Plot'
import type { Drawing } from '../ui/told'
import { amountsOf, classesOf, type Report, type Spread, spreadOf } from './report'

/**
 * The axis of errors. With `logarithmic`, equal steps are equal factors, so that a power law is a straight line; `none` is
 * the usual sketch: performance upwards, and no number on either axis.
 */
export type Axis = 'linear' | 'logarithmic' | 'none'

interface Props {
  readonly report: Report
  /** What a way is called for the reader. */
  readonly nameOf?: (way: string) => string
  readonly axis?: Axis
}

const symbols = ['circle', 'square', 'triangle', 'diamond'] as const
/** Where a logarithmic axis of errors may have ticks. */
const shares = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1]
const dashes = ['none', '7 4', '2 4', '10 3 2 3']

const asNamed = (way: string) => way

/** Mean test error by the number of images, a line a way; the bar of a point reaches over its seeds. */
export function ErrorByImages({ report, nameOf = asNamed, axis = 'linear' }: Props) {
  const draw = useMemo(
    () => (width: number) =>
      axis === 'none' ? sketchOf(report, nameOf, width) : chartOf(report, nameOf, width, axis),
    [report, nameOf, axis],
  )
  return <Chart label={axis === 'none' ? toldAsSketch(report, nameOf) : told(report, nameOf)} draw={draw} />
}

function told(report: Report, nameOf: (way: string) => string): string {
  const lines = report.ways.map(({ name }) => {
    const said = amountsOf(report).flatMap((each) => {
      const spread = spreadOf(report, name, each)
      return spread ? [`${percent(spread.mean)} with ${count(each)}`] : []
    })
    return `${nameOf(name)}: ${said.join(', ')}`
  })
  return `Test error by ${amountName(report)}. ${lines.join('; ')}`
}

function toldAsSketch(report: Report, nameOf: (way: string) => string): string {
  const most = amountsOf(report).at(-1)!
  const best = report.ways
    .flatMap(({ name }) => {
      const spread = spreadOf(report, name, most)
      return spread ? [{ name: nameOf(name), error: spread.mean }] : []
    })
    .sort((a, b) => a.error - b.error)
  return `Performance by the amount of data, without numbers. The lines rise; at the right end, from top to bottom: ${best.map(({ name }) => name).join('; ')}`
}

/** `images per class, 10 classes`: both what is chosen and what it comes to can be read. */
export function amountName(report: Report): string {
  const classes = classesOf(report)
  return classes === undefined ? 'images per class' : `images per class, ${count(classes)} classes`
}

interface Point extends Spread {
  readonly way: string
  readonly each: number
}

function pointsOf(report: Report, nameOf: (way: string) => string): readonly Point[] {
  return report.ways.flatMap(({ name }) =>
    amountsOf(report).flatMap((each) => {
      const spread = spreadOf(report, name, each)
      return spread ? [{ way: nameOf(name), each, ...spread }] : []
    }),
  )
}

/** What the chart and the sketch share, so that nothing moves but the lines where one takes the other's place. */
function commonOf(ways: readonly string[], width: number): Plot.PlotOptions {
  return {
    height: Math.min(380, Math.max(220, width * 0.5)),
    marginLeft: 60,
    marginBottom: 48,
    x: { type: 'log' },
    symbol: { domain: ways, range: symbols.slice(0, ways.length), legend: true },
    color: { domain: ways, range: ways.map((_, i) => `var(--path-${i + 1})`) },
  }
}

function linesOf(
  ways: readonly string[],
  points: readonly Point[],
  y: (point: Point) => number,
): Plot.Markish[] {
  return ways.map((way, i) =>
    Plot.line(
      points.filter((point) => point.way === way),
      { x: 'each', y, stroke: 'way', strokeWidth: 2.5, strokeDasharray: dashes[i % dashes.length] },
    ),
  )
}

function chartOf(
  report: Report,
  nameOf: (way: string) => string,
  width: number,
  axis: Exclude<Axis, 'none'>,
): Drawing {
  const ways = report.ways.map(({ name }) => nameOf(name))
  const points = pointsOf(report, nameOf)
  return {
    ...commonOf(ways, width),
    y: {
      label: 'test error',
      grid: true,
      tickFormat: '.0%',
      ...(axis === 'logarithmic' ? logarithms(points) : { zero: true }),
    },
    marks: [
      // With texts of its own: a format would be dropped where d3 thins out the ticks of a logarithmic scale.
      Plot.axisX(amountsOf(report), {
        label: amountName(report),
        text: (each: number) => (width < 420 && each >= 1000 ? `${each / 1000}k` : count(each)),
      }),
      Plot.ruleX(points, { x: 'each', y1: 'least', y2: 'most', stroke: 'way', strokeWidth: 2 }),
      ...linesOf(ways, points, ({ mean }) => mean),
      Plot.dot(points, { x: 'each', y: 'mean', fill: 'way', symbol: 'way', r: 5 }),
    ],
    told: points.map(({ way, each, mean, least, most }) => ({
      x: each,
      y: mean,
      words: `${way}\n${count(each)} images per class: ${percent(mean)} wrong, ${percent(least)} to ${percent(most)} by seed`,
    })),
  }
}

/** The same means as lectures draw them: the other way up, and nothing to check them by. */
function sketchOf(report: Report, nameOf: (way: string) => string, width: number): Plot.PlotOptions {
  const ways = report.ways.map(({ name }) => nameOf(name))
  const points = pointsOf(report, nameOf)
  const performance = ({ mean }: Point) => 1 - mean
  return {
    ...commonOf(ways, width),
    y: { label: 'performance', zero: true, ticks: [] },
    marks: [
      Plot.axisX([], { label: 'amount of data' }),
      Plot.frame({ anchor: 'left' }),
      Plot.frame({ anchor: 'bottom' }),
      ...linesOf(ways, points, performance),
      Plot.dot(
        ways.flatMap((way) => points.filter((point) => point.way === way).slice(-1)),
        { x: 'each', y: performance, fill: 'way', symbol: 'way', r: 5 },
      ),
    ],
  }
}

/** A logarithmic axis from the tick below all points to the one above them. */
function logarithms(points: readonly Spread[]): Plot.ScaleOptions {
  const least = Math.min(...points.map((point) => point.least))
  const most = Math.max(...points.map((point) => point.most))
  const from = shares.filter((share) => share <= least).at(-1) ?? least
  const to = shares.find((share) => share >= most) ?? most
  return { type: 'log', domain: [from, to], ticks: shares.filter((share) => share >= from && share <= to) }
}
