import * as Plot from '@observablehq/plot'
import { useCallback, useMemo } from 'react'
import { graphOf } from '../../../architectures/built'
import { count, short } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { Segmented } from '../../../ui/Segmented'
import type { LabProps } from '../../shared/frame'
import { chartNames } from '../../shared/chartNames'
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
  const draw = useCallback(
    (width: number, text: number) => chartOf(dots, upright, width, text),
    [dots, upright],
  )
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
      <div className="small-text">
        <Chart label={label} draw={draw} />
      </div>
      <p className="soft small-text">
        For one image of the size that each network was designed for. Activations are the values of all
        outputs, which training has to keep.
      </p>
    </div>
  )
}

function dotOf(name: string): Dot {
  const { architecture, totals } = graphOf(name)
  const { trainable: params, macs, activations } = totals
  return { title: architecture.title, family: architecture.title.split('-')[0], params, macs, activations }
}

function chartOf(
  dots: readonly Dot[],
  upright: 'macs' | 'activations',
  width: number,
  text: number,
): Drawing {
  const families = [...new Set(dots.map(({ family }) => family))]
  return {
    height: Math.min(440, Math.max(280, width * 0.6)),
    marginLeft: 72,
    marginRight: 40,
    x: { label: quantities.params, zero: true, grid: true, tickFormat: '~s', ticks: 5, nice: true },
    y: { label: quantities[upright], zero: true, grid: true, tickFormat: '~s', ticks: 6, nice: true },
    color: { domain: families, range: families.map((_, i) => `var(--path-${i + 1})`) },
    symbol: { domain: families },
    marks: [
      Plot.line(dots, { x: 'params', y: upright, z: 'family', stroke: 'family', strokeOpacity: 0.35 }),
      Plot.dot(dots, { x: 'params', y: upright, fill: 'family', symbol: 'family', r: 7 }),
      ...chartNames(dots, { x: 'params', y: upright, nameOf: ({ title }) => title, text }),
    ],
    told: dots.map((dot) => ({
      x: dot.params,
      y: dot[upright],
      words: `${dot.title}\n${count(dot.params)} parameters\n${count(dot[upright])} ${quantities[upright]}`,
    })),
  }
}
