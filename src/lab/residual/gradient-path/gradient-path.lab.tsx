import * as Plot from '@observablehq/plot'
import { useCallback } from 'react'
import { measured } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import { Slider } from '../../../ui/Slider'
import { gradients, own } from './chain'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** A number multiplied on its way back through many layers, without and with a way around each. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { layers, factor } = value
  const plain = gradients(layers, factor, false)
  const around = gradients(layers, factor, true)
  const draw = useCallback(
    (): Plot.PlotOptions => ({
      height: 300,
      marginLeft: 60,
      x: { label: 'layers passed', domain: [0, layers] },
      y: { type: 'log', label: 'what is left', grid: true, ticks: 5, tickFormat: '.0e' },
      marks: [
        Plot.ruleY([1], { stroke: 'var(--line-strong)' }),
        Plot.lineY(gradients(layers, factor, false), {
          stroke: 'var(--path-2)',
          strokeWidth: 3,
          strokeDasharray: '7 4',
        }),
        Plot.lineY(gradients(layers, factor, true), { stroke: 'var(--path-1)', strokeWidth: 3 }),
      ],
    }),
    [layers, factor],
  )
  return (
    <div className="lab-body">
      <Slider label="Layers" min={2} max={200} value={layers} onChange={(layers) => onChange({ layers })} />
      <Slider
        label="Factor of each layer"
        min={0.5}
        max={1.5}
        step={0.01}
        value={factor}
        text={factor.toFixed(2)}
        onChange={(factor) => onChange({ factor })}
      />
      <Chart
        label={`What is left of a gradient after ${layers} layers: plain ${measured(plain[layers])}, with ways around ${measured(around[layers])}`}
        draw={draw}
      />
      <Readout
        values={[
          ['plain (dashed)', measured(plain[layers])],
          ['with a way around each layer', measured(around[layers])],
        ]}
      />
      <p className="soft">
        Arithmetic of a chain of numbers, no measurement of a network: a plain layer multiplies by its factor,
        a layer with a way around by one plus {own} of what its factor differs from one.
      </p>
    </div>
  )
}
