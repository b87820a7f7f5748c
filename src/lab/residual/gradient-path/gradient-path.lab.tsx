import * as Plot from '@observablehq/plot'
import { useCallback } from 'react'
import { measured } from '../../../ui/format'
import { look } from '../../../ui/look'
import { Chart } from '../../../ui/Plot'
import { Slider } from '../../../ui/Slider'
import { gradients, withShortcut } from './chain'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** A number multiplied on its way back through many layers, without and with a shortcut around each. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { layers, factor, added } = value
  const plain = gradients(layers, factor)
  const around = gradients(layers, withShortcut(added))
  const draw = useCallback(
    (): Plot.PlotOptions => ({
      height: 250,
      marginLeft: 60,
      x: { label: 'layers passed', domain: [0, layers] },
      y: { type: 'log', label: 'what is left', grid: true, ticks: 5, tickFormat: '.0e' },
      marks: [
        Plot.ruleY([1], { stroke: 'var(--line-strong)' }),
        Plot.lineY(gradients(layers, factor), {
          stroke: look.plain.colour,
          strokeWidth: 3,
          strokeDasharray: look.plain.dash,
        }),
        Plot.lineY(gradients(layers, withShortcut(added)), {
          stroke: look.residual.colour,
          strokeWidth: 3,
        }),
      ],
    }),
    [layers, factor, added],
  )
  return (
    <div className="lab-body">
      <Slider label="Layers" min={2} max={200} value={layers} onChange={(layers) => onChange({ layers })} />
      <Slider
        label="Factor of a plain layer"
        min={0.5}
        max={1.5}
        step={0.01}
        value={factor}
        text={factor.toFixed(2)}
        onChange={(factor) => onChange({ factor })}
      />
      <Slider
        label="Factor with a shortcut"
        min={-0.2}
        max={0.2}
        step={0.01}
        value={added}
        text={`1 ${added < 0 ? '−' : '+'} ${Math.abs(added).toFixed(2)}`}
        onChange={(added) => onChange({ added })}
      />
      <Chart
        label={`What is left of a gradient after ${layers} layers: plain ${measured(plain[layers])}, with shortcuts ${measured(around[layers])}`}
        draw={draw}
      />
      <Readout
        values={[
          ['plain (dashed)', measured(plain[layers])],
          ['with shortcuts', measured(around[layers])],
        ]}
      />
      <p className="soft">
        Arithmetic on a chain of numbers, not a measurement of a network: the derivative of f(x) is a factor;
        that of x + g(x) is one plus something. Both are alike in all layers here.
      </p>
    </div>
  )
}
