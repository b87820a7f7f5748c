import * as Plot from '@observablehq/plot'
import { useCallback, useMemo } from 'react'
import { graphOf } from '../../../architectures/built'
import { count, short } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import { Segmented } from '../../../ui/Segmented'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const quantities = {
  params: 'parameters',
  macs: 'MACs',
  activations: 'activations, values',
} as const

type Quantity = keyof typeof quantities

type Dot = Readonly<Record<Quantity, number>> & { readonly title: string; readonly family: string }

/** Networks as dots, parameters against what else they cost; all counted from their graphs. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { networks, upright } = value
  const dots = useMemo(() => networks.map(dotOf), [networks])
  const draw = useCallback((width: number) => chartOf(dots, upright, width), [dots, upright])
  const label = dots
    .map(
      (dot) => `${dot.title}: ${short(dot.params)} parameters, ${short(dot[upright])} ${quantities[upright]}`,
    )
    .join('; ')
  return (
    <div className="lab-body">
      <Segmented
        legend="Vertical axis"
        value={upright}
        onChange={(upright) => onChange({ upright })}
        choices={[
          { value: 'macs', label: 'MACs' },
          { value: 'activations', label: 'activations' },
        ]}
      />
      <Chart label={label} draw={draw} />
      <p className="soft small-text">
        One image of the size that each network was made for. Activations are the values of all outputs, which
        training keeps.
      </p>
    </div>
  )
}

function dotOf(name: string): Dot {
  const { architecture, totals } = graphOf(name)
  const { trainable: params, macs, activations } = totals
  return { title: architecture.title, family: architecture.title.split('-')[0], params, macs, activations }
}

function chartOf(dots: readonly Dot[], upright: 'macs' | 'activations', width: number): Plot.PlotOptions {
  const families = [...new Set(dots.map(({ family }) => family))]
  return {
    height: Math.min(440, Math.max(280, width * 0.6)),
    marginLeft: 72,
    marginRight: 112,
    x: { label: quantities.params, zero: true, grid: true, tickFormat: '~s', ticks: 5, nice: true },
    y: { label: quantities[upright], zero: true, grid: true, tickFormat: '~s', ticks: 6, nice: true },
    color: { domain: families, range: families.map((_, i) => `var(--path-${i + 1})`) },
    symbol: { domain: families },
    marks: [
      Plot.line(dots, { x: 'params', y: upright, z: 'family', stroke: 'family', strokeOpacity: 0.35 }),
      Plot.dot(dots, { x: 'params', y: upright, fill: 'family', symbol: 'family', r: 7 }),
      // Families rise to the right, so their names stand to the right and down; a network alone has its own above it.
      ...[true, false].map((isAlone) =>
        Plot.text(
          dots.filter(
            (dot) =>
              dots.some(({ family, title }) => family === dot.family && title !== dot.title) !== isAlone,
          ),
          {
            x: 'params',
            y: upright,
            text: 'title',
            dx: isAlone ? 0 : 12,
            dy: isAlone ? -16 : 10,
            textAnchor: isAlone ? 'middle' : 'start',
            fill: 'var(--ink)',
            stroke: 'var(--bg)',
            strokeWidth: 4,
          },
        ),
      ),
      Plot.tip(
        dots,
        Plot.pointer({
          x: 'params',
          y: upright,
          title: (dot: Dot) =>
            `${dot.title}\n${count(dot.params)} parameters\n${count(dot[upright])} ${quantities[upright]}`,
        }),
      ),
    ],
  }
}
