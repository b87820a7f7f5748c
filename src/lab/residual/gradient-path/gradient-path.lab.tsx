import * as Plot from '@observablehq/plot'
import { useMemo, useState } from 'react'
import { measured } from '../../../ui/format'
import { LineName } from '../../../ui/LineName'
import { LineSample } from '../../../ui/LineSample'
import { type Kind, look } from '../../../ui/look'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { Slider } from '../../../ui/Slider'
import { Readable, useIsHidden } from '../../shared/hidden'
import { inPowers } from '../../shared/powers'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { drawnAs, gradients, withShortcut } from './chain'
import { options } from './options'

export { options }

const words = {
  shortcut: {
    slider: 'Factor of a layer',
    below: 'without shortcuts (dashed)',
    above: 'the same layers with shortcuts',
    note: 'f(x) has this factor as its derivative; x + f(x) has 1 + this factor.',
  },
  gate: {
    slider: 'Share carried through, 1 − T',
    below: 'carried through the gates (dashed)',
    above: 'along the shortcuts of ResNet',
    note: 'A gate carries 1\u00a0−\u00a0T of the input through; an identity carries all of it. In the backward pass the gradient is multiplied by the same share.',
  },
} as const

/** A number multiplied on its way back through many layers, and through the same with a shortcut around each. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { layers, factor, around } = value
  const isHidden = useIsHidden('with shortcuts')
  /** The line that stands out; null while both are alike. */
  const [lit, setLit] = useState<Kind | null>(null)
  const beside = around === 'gate' ? 1 : withShortcut(factor)
  const plain = gradients(layers, factor)
  const other = gradients(layers, beside)
  const draw = useMemo(
    () =>
      chartOf(
        layers,
        factor,
        isHidden ? null : beside,
        [words[around].below, words[around].above],
        around === 'gate',
      ),
    [layers, factor, beside, isHidden, around],
  )
  const { slider, below, above, note } = words[around]
  const left = isHidden ? 'waits for your answer' : measured(other[layers])
  const nameOf = (kind: Kind, name: string) => (
    <LineName
      sign={<LineSample colour={look[kind].colour} dash={look[kind].dash} />}
      name={name}
      isLit={lit === kind}
      onLight={isHidden ? null : (isLit) => setLit(isLit ? kind : null)}
    />
  )
  return (
    <div className="lab-body">
      <div className="lab-sliders">
        <Slider
          label={slider}
          min={around === 'gate' ? 0.5 : -1.2}
          max={around === 'gate' ? 1 : 1.2}
          step={0.01}
          value={factor}
          text={factor.toFixed(2).replace('-', '−')}
          onChange={(factor) => onChange({ factor })}
        />
        <Slider label="Layers" min={2} max={200} value={layers} onChange={(layers) => onChange({ layers })} />
      </div>
      <Chart
        label={`Remaining size of ${around === 'gate' ? 'the input' : 'a gradient'} after ${layers} layers: ${below} ${measured(plain[layers])}, ${above} ${left}`}
        draw={draw}
        emphasis={lit && look[lit].colour}
      />
      <Readout
        values={[
          [nameOf('plain', below), product(factor, layers, plain[layers])],
          [
            nameOf('residual', above),
            <Readable of="with shortcuts">{product(beside, layers, other[layers])}</Readable>,
          ],
        ]}
      />
      <p className="soft">
        This is arithmetic on a chain of identical layers; no network is measured here. {note}
      </p>
    </div>
  )
}

/** `0.9⁵⁶` as one reads it: factor, layers, and what they give. */
function product(factor: number, layers: number, left: number) {
  return (
    <>
      {factor < 0 ? `(${factor.toFixed(2).replace('-', '−')})` : factor.toFixed(2)}
      <sup>{layers}</sup> = {inPowers(measured(left))}
    </>
  )
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** 1,000 or 0.01, and 10⁸ where zeros would have to be counted. */
function power(size: number): string {
  if (size >= 1e-3 && size <= 1e4) return size.toLocaleString('en')
  const digits = [...String(Math.round(Math.log10(size)))]
  return `10${digits.map((digit) => (digit === '-' ? '⁻' : raised[Number(digit)])).join('')}`
}

/** `isShare`: nothing rises above one. */
function chartOf(
  layers: number,
  factor: number,
  beside: number | null,
  names: readonly string[],
  isShare: boolean,
): () => Drawing {
  const lines = [gradients(layers, factor), ...(beside === null ? [] : [gradients(layers, beside)])]
  const { domain, sizes } = drawnAs(lines)
  const looks = [look.plain, look.residual]
  return () => ({
    height: 280,
    marginLeft: 70,
    x: { label: isShare ? 'layers passed' : 'layers passed, backward', domain: [0, layers] },
    y: {
      type: 'log',
      label: 'remaining size',
      grid: true,
      ticks: 5,
      tickFormat: power,
      domain: [domain[0], isShare ? 1 : domain[1]],
    },
    marks: [
      Plot.ruleY([1], { stroke: 'var(--line-strong)' }),
      ...sizes.map((line, i) =>
        Plot.lineY(line, {
          stroke: looks[i].colour,
          strokeWidth: 3,
          strokeDasharray: looks[i].dash,
        }),
      ),
    ],
    told: lines.flatMap((line, i) =>
      line.map((left, passed) => ({
        x: passed,
        y: sizes[i][passed],
        words: `${names[i]}, ${passed} ${passed === 1 ? 'layer' : 'layers'} passed: ${inPowers(measured(left))}`,
      })),
    ),
  })
}
