import * as Plot from '@observablehq/plot'
import { count } from '../../../ui/format'
import { another, look } from '../../../ui/look'
import type { Drawing } from '../../../ui/told'
import { type Point, spread } from './published'

export const axes = { depth: 'depth, layers', params: 'parameters' } as const

export type Axis = keyof typeof axes

const residual = look.residual.colour

const ticks: Readonly<Record<Axis, readonly number[]>> = {
  depth: [20, 50, 100, 200, 500, 1000],
  params: [3e5, 1e6, 3e6, 1e7],
}

/** Errors upwards, what they are drawn over to the right, logarithmic; the chosen network is ringed. */
export function chartOf(points: readonly Point[], axis: Axis, at: number): (width: number) => Drawing {
  const five = points.filter(({ depth }) => depth === spread.depth)
  return (width) => ({
    height: Math.min(330, Math.max(220, width * 0.47)),
    marginLeft: 62,
    marginRight: 34,
    x: {
      type: 'log',
      label: axes[axis],
      ticks: ticks[axis],
      tickFormat: axis === 'depth' ? 'd' : '~s',
      grid: true,
      // Room beside the outermost dots, so that their names do not leave the frame.
      domain: [points[0][axis] / 1.15, points.at(-1)![axis] * 1.15],
    },
    y: { label: 'test error', domain: [0.055, 0.092], ticks: 4, tickFormat: '.0%', grid: true },
    marks: [
      Plot.line(points, { x: axis, y: 'testError', stroke: residual, strokeWidth: 2.5 }),
      Plot.ruleX(five, {
        x: axis,
        y1: spread.mean - spread.deviation,
        y2: spread.mean + spread.deviation,
        stroke: another(residual),
        strokeWidth: 3,
      }),
      Plot.dot(five, { x: axis, y: spread.mean, symbol: 'square', fill: another(residual), r: 4 }),
      Plot.dot([points[at]], { x: axis, y: 'testError', r: 11, stroke: 'var(--ink)', strokeWidth: 2.5 }),
      Plot.dot(points, { x: axis, y: 'testError', fill: residual, r: 5.5 }),
      // Where the line is not: it falls to the right, but rises to the last; and a spread stands above its dot.
      ...points.map((point, i) =>
        Plot.text([point], {
          x: axis,
          y: 'testError',
          text: () => String(point.depth),
          ...(point.depth === spread.depth
            ? { dy: 24 }
            : i === points.length - 1
              ? { dy: -24 }
              : { dx: 11, dy: -13, textAnchor: 'start' }),
          fill: 'var(--ink)',
          stroke: 'var(--bg)',
          strokeWidth: 4,
          fontWeight: 650,
        }),
      ),
    ],
    told: points.map((point) => ({
      x: point[axis],
      y: point.testError,
      words: `ResNet-${point.depth}\n${error(point.testError)} wrong\n${count(point.params)} parameters`,
    })),
  })
}

/** What the chart says, for who does not see it. */
export function saidOf(points: readonly Point[], axis: Axis): string {
  return `Test error over ${axes[axis]}: ${points
    .map((point) => `ResNet-${point.depth} ${error(point.testError)} at ${count(point[axis])}`)
    .join('; ')}`
}

/** With two digits, as the paper has them. */
export function error(share: number): string {
  return `${(100 * share).toFixed(2)}%`
}
