import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { percent } from '../ui/format'
import { Chart } from '../ui/Plot'
import type { Drawing } from '../ui/told'
import { light, type ShiftPoint, type ShiftReport } from './shift'

export const ways = {
  kept: 'training statistics',
  anew: 'new statistics in this light',
} as const

/** Test error by the light, with kept statistics and with new ones; `at` is the light that is marked. */
export function LightErrors({ report, at }: { readonly report: ShiftReport; readonly at?: ShiftPoint }) {
  const draw = useMemo(() => (width: number) => chartOf(report, at, width), [report, at])
  const label = Object.entries(ways)
    .map(
      ([way, name]) =>
        `${name}: ${report.points.map((point) => `${percent(point[way as keyof typeof ways])} at ${light(point)}`).join(', ')}`,
    )
    .join('; ')
  return <Chart label={`Test error by light. ${label}`} draw={draw} />
}

function chartOf(report: ShiftReport, at: ShiftPoint | undefined, width: number): Drawing {
  const points = report.points.flatMap((point) =>
    Object.entries(ways).map(([way, name]) => ({
      factor: point.factor,
      error: point[way as keyof typeof ways],
      name,
    })),
  )
  const names = Object.values(ways)
  return {
    height: Math.min(340, Math.max(200, width * 0.5)),
    marginLeft: 60,
    marginBottom: 64,
    // The first number of one axis stands beside the last of the other.
    x: { type: 'log', insetLeft: 20 },
    y: { label: 'test error', zero: true, grid: true, tickFormat: '.0%' },
    symbol: { domain: names, range: ['circle', 'square'], legend: true },
    color: { domain: names, range: ['var(--path-2)', 'var(--path-1)'] },
    marks: [
      Plot.axisX(
        report.points
          .filter((_, i) => width > 520 || i % 2 === 0 || report.points[i].factor === 1)
          .map(({ factor }) => factor),
        {
          label: 'every pixel times',
          labelOffset: 58,
          text: (factor: number) => String(factor),
        },
      ),
      ...(at ? [Plot.ruleX([at.factor], { stroke: 'var(--ink)', strokeDasharray: '2 3' })] : []),
      Plot.line(points, { x: 'factor', y: 'error', stroke: 'name', strokeWidth: 2.5 }),
      Plot.dot(points, { x: 'factor', y: 'error', fill: 'name', symbol: 'name', r: 5 }),
    ],
    told: points.map(({ factor, error, name }) => ({
      x: factor,
      y: error,
      words: `every pixel × ${factor}, ${name}: ${percent(error)} wrong`,
    })),
  }
}
