import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { count, percent } from '../ui/format'
import { Chart } from '../ui/Plot'
import { amountsOf, type Report, type Spread, spreadOf } from './report'

const symbols = ['circle', 'square', 'triangle', 'diamond'] as const
/** Where a logarithmic axis of errors may have ticks. */
const shares = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1]
const dashes = ['none', '7 4', '2 4', '10 3 2 3']

/** Mean test error by the number of images, a line a way; the bar of a point reaches over its seeds. */
export function ErrorByImages({
  report,
  nameOf = (way) => way,
  logarithmic = false,
}: {
  readonly report: Report
  /** What a way is called for the reader. */
  readonly nameOf?: (way: string) => string
  /** An axis of errors on which equal steps are equal factors, so that a power law is a straight line. */
  readonly logarithmic?: boolean
}) {
  const draw = useMemo(
    () => (width: number) => chartOf(report, nameOf, width, logarithmic),
    [report, nameOf, logarithmic],
  )
  const label = report.ways
    .map(({ name }) => {
      const said = amountsOf(report).flatMap((each) => {
        const spread = spreadOf(report, name, each)
        return spread ? [`${percent(spread.mean)} with ${count(each)}`] : []
      })
      return `${nameOf(name)}: ${said.join(', ')}`
    })
    .join('; ')
  return <Chart label={`Test error by images a class. ${label}`} draw={draw} />
}

function chartOf(
  report: Report,
  nameOf: (way: string) => string,
  width: number,
  logarithmic: boolean,
): Plot.PlotOptions {
  const ways = report.ways.map(({ name }) => nameOf(name))
  const points = report.ways.flatMap(({ name }, way) =>
    amountsOf(report).flatMap((each) => {
      const spread = spreadOf(report, name, each)
      return spread ? [{ way: ways[way], each, ...spread }] : []
    }),
  )
  return {
    height: Math.min(380, Math.max(220, width * 0.55)),
    marginLeft: 60,
    marginBottom: 48,
    x: { type: 'log' },
    y: {
      label: 'test error',
      grid: true,
      tickFormat: '.0%',
      ...(logarithmic ? logarithms(points) : { zero: true }),
    },
    symbol: { domain: ways, range: symbols.slice(0, ways.length), legend: true },
    color: { domain: ways, range: ways.map((_, i) => `var(--path-${i + 1})`) },
    marks: [
      // With texts of its own: a format would be dropped where d3 thins out the ticks of a logarithmic scale.
      Plot.axisX(amountsOf(report), {
        label: 'images a class',
        labelOffset: 42,
        text: (each: number) => (width < 420 && each >= 1000 ? `${each / 1000}k` : count(each)),
      }),
      Plot.ruleX(points, { x: 'each', y1: 'least', y2: 'most', stroke: 'way', strokeWidth: 2 }),
      ...ways.map((way, i) =>
        Plot.line(
          points.filter((point) => point.way === way),
          {
            x: 'each',
            y: 'mean',
            stroke: 'way',
            strokeWidth: 2.5,
            strokeDasharray: dashes[i % dashes.length],
          },
        ),
      ),
      Plot.dot(points, { x: 'each', y: 'mean', fill: 'way', symbol: 'way', r: 5 }),
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
