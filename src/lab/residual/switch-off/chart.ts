import * as Plot from '@observablehq/plot'
import { type DeletionReport, median } from '../../../recorded/deletions'
import { percent } from '../../../ui/format'
import { look } from '../../../ui/look'
import type { Drawing } from '../../../ui/told'

export type ChartName = 'one' | 'several' | 'scaled'

const guessing = 0.9

/** The median error of the subsets of every size, the whole network first. */
export function middles({ error, subsets }: DeletionReport): readonly { deleted: number; error: number }[] {
  return [
    { deleted: 0, error },
    ...subsets.map(({ deleted, errors }) => ({ deleted, error: median(errors) })),
  ]
}

/** The chart in words. */
export function labelOf(chart: ChartName, reports: readonly DeletionReport[]): string {
  const said = reports.flatMap((report) => {
    const { title, deletions, scaled = [] } = report
    const points =
      chart === 'one'
        ? deletions.map(({ error }, i) => `${percent(error)} without block ${i + 1}`)
        : chart === 'several'
          ? middles(report).map(({ deleted, error }) => `${percent(error)} without ${deleted}`)
          : scaled.map(({ factor, error }) => `${percent(error)} at ${factor}`)
    return points.length > 0 ? `${title}: ${points.join(', ')}` : []
  })
  const what = { one: 'block', several: 'number of deleted blocks', scaled: 'factor of every branch' }
  return `Test error by ${what[chart]}. ${said.join('; ')}`
}

/** Of the pair that is compared, in its order. */
const looks = [look.residual, look.plain]

/** One measured point in words. */
export function told(chart: ChartName, { x, error, title }: Point): string {
  const where = {
    one: `without block ${x}`,
    several: x === 0 ? 'as trained' : `without ${x} ${x === 1 ? 'block' : 'blocks'}`,
    scaled: `with every branch × ${x}`,
  }
  return `${title} ${where[chart]}: ${percent(error)} wrong`
}

/** @param off blocks that are off in the lab, from 1; they are marked */
export function chartOf(
  chart: ChartName,
  reports: readonly DeletionReport[],
  off: ReadonlySet<number>,
  width: number,
): Drawing {
  const titles = reports.map(({ title }) => title)
  const all = pointsOf(chart, reports)
  const blocks = reports[0].blocks.length
  return {
    height: Math.min(220, Math.max(200, width * 0.34)),
    marginLeft: 56,
    x: axes(blocks, off.size)[chart],
    y: { label: 'test error (dotted: guessing)', domain: [0, 1], grid: true, tickFormat: '.0%' },
    symbol: { domain: titles, range: looks.map(({ symbol }) => symbol), legend: true },
    color: { domain: titles, range: looks.map(({ colour }) => colour) },
    marks: [
      Plot.ruleY([guessing], { stroke: 'var(--ink-soft)', strokeDasharray: '2 3' }),
      ...(chart === 'one'
        ? [
            Plot.ruleX([...off], { stroke: 'var(--ink)', strokeDasharray: '2 3' }),
            Plot.ruleY(reports, { y: 'error', stroke: 'title', strokeWidth: 1.5 }),
          ]
        : [Plot.line(all.middle, { x: 'x', y: 'error', stroke: 'title', strokeWidth: 2.5 })]),
      Plot.dot(all.each, {
        x: 'x',
        y: 'error',
        fill: 'title',
        symbol: 'title',
        r: chart === 'several' ? 2.5 : 4.5,
        fillOpacity: chart === 'several' ? 0.6 : 1,
      }),
    ],
    told: all.each.map((point) => ({ x: point.x, y: point.error, words: told(chart, point) })),
  }
}

/** What stands on the axis, from where to where. */
function axes(blocks: number, off: number) {
  const ends = { domain: [0.5, blocks + 0.5], tickFormat: 'd' }
  return {
    one: { ...ends, label: 'block that is off', ticks: Math.min(blocks, 10) },
    several: {
      ...ends,
      domain: [0, blocks],
      label: off > 0 ? `blocks off (here ${off})` : 'blocks off',
      ticks: Math.min(blocks, 10),
    },
    scaled: { domain: [0, 1], label: 'factor of every branch', ticks: 5, tickFormat: '.1f' },
  } as const satisfies Record<ChartName, Plot.ScaleOptions>
}

interface Point {
  readonly x: number
  readonly error: number
  readonly title: string
}

/** Every measured error, and the middle where there are several. */
function pointsOf(
  chart: ChartName,
  reports: readonly DeletionReport[],
): { readonly each: readonly Point[]; readonly middle: readonly Point[] } {
  const pair = reports.map((report) => {
    const { title, deletions, subsets, scaled = [] } = report
    const single = (points: readonly Point[]) => ({ each: points, middle: points })
    if (chart === 'one') return single(deletions.map(({ error }, i) => ({ x: i + 1, error, title })))
    if (chart === 'scaled') return single(scaled.map(({ factor, error }) => ({ x: factor, error, title })))
    return {
      each: subsets.flatMap(({ deleted, errors }) => errors.map((error) => ({ x: deleted, error, title }))),
      middle: middles(report).map(({ deleted, error }) => ({ x: deleted, error, title })),
    }
  })
  return { each: pair.flatMap(({ each }) => each), middle: pair.flatMap(({ middle }) => middle) }
}
