import './bigger.css'
import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { count } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { Slider } from '../../../ui/Slider'
import { base, blocks, type Cost, costOf, widths } from './sizes'
import { Readable, ReadableChart } from '../../shared/hidden'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const kinds = [
  { key: 'params', name: 'parameters', colour: 'var(--path-1)', symbol: 'circle' },
  { key: 'macs', name: 'MACs', colour: 'var(--path-2)', symbol: 'square' },
] as const

/** Wider or deeper: what becomes of parameters and MACs, as multiples of plain-20. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { blocks: deep } = value
  const width = widths.indexOf(value.width)
  const size = useMemo(() => ({ width: widths[width], blocks: deep }), [width, deep])
  const cost = costOf(size)
  const first = costOf(base)
  const across = useMemo(
    () =>
      chartOf(
        widths.map((w) => costOf({ width: w, blocks: size.blocks })),
        'width',
        size.width,
      ),
    [size],
  )
  const down = useMemo(
    () =>
      chartOf(
        blocks.map((b) => costOf({ width: size.width, blocks: b })),
        'depth',
        costOf(size).depth,
      ),
    [size],
  )
  // Another width beside that of plain-20 tells as much as the chart.
  const isOther = size.width !== base.width
  const times = (key: 'params' | 'macs') => `${(cost[key] / first[key]).toFixed(2)}×`
  return (
    <div className="lab-body">
      <div className="lab-sliders">
        <Slider
          label="width"
          value={width}
          min={0}
          max={widths.length - 1}
          text={`${size.width} filters`}
          onChange={(at) => onChange({ width: widths[at] })}
        />
        <Slider
          label="depth"
          value={deep}
          min={1}
          max={9}
          text={`${cost.depth} layers`}
          onChange={(blocks) => onChange({ blocks })}
        />
      </div>
      <div className="bigger-charts">
        <ReadableChart of="by width">
          <Chart
            label={`Costs by width: ${widths.map((w) => `${w} filters ${count(costOf({ width: w, blocks: deep }).params)} parameters`).join(', ')}`}
            draw={across}
          />
        </ReadableChart>
        <ReadableChart of="by width" when={isOther}>
          <Chart
            label={`Costs by depth: ${blocks.map((b) => `${costOf({ width: size.width, blocks: b }).depth} layers ${count(costOf({ width: size.width, blocks: b }).params)} parameters`).join(', ')}`}
            draw={down}
          />
        </ReadableChart>
      </div>
      <Readout
        values={kinds.map(({ key, name }) => [
          name,
          <Readable of="by width" when={isOther}>
            {count(cost[key])} <span className="soft">{times(key)} plain-20</span>
          </Readable>,
        ])}
      />
    </div>
  )
}

function chartOf(costs: readonly Cost[], along: 'width' | 'depth', at: number): (width: number) => Drawing {
  const first = costOf(base)
  const points = kinds.flatMap(({ key, name }) =>
    costs.map((cost) => ({
      ...{ x: cost[along], y: cost[key] / first[key], kind: name, now: cost[along] === at },
      words: `${cost[along]} ${along === 'width' ? 'filters' : 'layers'}: ${count(cost[key])} ${name}`,
    })),
  )
  return (width) => ({
    height: Math.min(300, Math.max(210, width * 0.8)),
    marginLeft: 52,
    marginRight: 16,
    x: {
      label: along === 'width' ? 'filters' : 'layers',
      ...(along === 'width' && { type: 'log', base: 2, ticks: widths.length, tickFormat: 'd' }),
    },
    y: {
      label: 'multiple of plain-20',
      grid: true,
      ...(along === 'width' && { type: 'log', base: 2, ticks: 6, tickFormat: '~g' }),
      ...(along === 'depth' && { zero: true, ticks: 5 }),
    },
    color: { domain: kinds.map(({ name }) => name), range: kinds.map(({ colour }) => colour) },
    symbol: { domain: kinds.map(({ name }) => name), range: kinds.map(({ symbol }) => symbol) },
    marks: [
      Plot.line(points, { x: 'x', y: 'y', stroke: 'kind', strokeWidth: 2 }),
      Plot.dot(points, {
        x: 'x',
        y: 'y',
        fill: 'kind',
        symbol: 'kind',
        r: (point: { now: boolean }) => (point.now ? 8 : 3.5),
      }),
      ...kinds.map(({ name, colour }, i) =>
        Plot.text(
          // Above the last point, and below the second: the first lies on the axis.
          points.filter(({ x, kind }) => x === costs[i === 0 ? costs.length - 1 : 1][along] && kind === name),
          {
            x: 'x',
            y: 'y',
            text: 'kind',
            fill: colour,
            fontWeight: 650,
            textAnchor: i === 0 ? 'end' : 'start',
            dx: i === 0 ? -12 : 14,
            dy: i === 0 ? -12 : 6,
          },
        ),
      ),
    ],
    told: points,
  })
}
