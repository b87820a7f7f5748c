import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { count } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { Slider } from '../../../ui/Slider'
import { Readable, useIsHidden } from '../../shared/hidden'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'
import { bare, type DenseLayer, layersWith, paysFrom, withBottleneck } from './pays'

export { options }

/** A dense layer with a 1×1 before its 3×3 and without, by the channels that it reads: from where on is it cheaper? */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { growth, factor } = value
  const isHidden = useIsHidden('bottleneck')
  const layers = useMemo(() => layersWith(growth), [growth])
  const from = paysFrom(growth, factor)
  const paying = layers.filter(({ reads }) => reads >= from).length
  const sum = (weights: (reads: number) => number) =>
    layers.reduce((all, { reads }) => all + weights(reads), 0)
  const draw = useMemo(
    () => chartOf(layers, growth, isHidden ? null : factor),
    [layers, growth, factor, isHidden],
  )
  const crossing = isHidden ? 'the other line waits for your answer' : `they cross at ${from} channels`
  return (
    <div className="lab-body">
      <div className="lab-sliders">
        <Slider
          label="Growth rate k"
          min={4}
          max={64}
          step={4}
          value={growth}
          onChange={(growth) => onChange({ growth })}
        />
        <Slider
          label="The 1×1 keeps"
          min={1}
          max={8}
          value={factor}
          text={`${factor} k`}
          onChange={(factor) => onChange({ factor })}
        />
      </div>
      <Chart
        label={`Weights of one dense layer by the channels that it reads, with a 3×3 alone and with a bottleneck: ${crossing}. Marks below: the ${layers.length} layers of DenseNet-121, from ${layers[0].reads} channels to ${layers.at(-1)!.reads}.`}
        draw={draw}
      />
      <Readout
        values={[
          ['it pays from', <Readable of="bottleneck">{count(from)} channels</Readable>],
          [
            'layers in which it pays',
            <Readable of="bottleneck">
              {paying} of {layers.length}
            </Readable>,
          ],
          ['all dense layers, 3×3 alone', count(sum((reads) => bare(reads, growth)))],
          [
            'with bottlenecks',
            <Readable of="bottleneck">
              {count(sum((reads) => withBottleneck(reads, growth, factor)))}
            </Readable>,
          ],
        ]}
      />
      <p className="soft small-text">
        Weights of convolutions, counted. Each mark is a dense layer of DenseNet-121 with this k, at the
        number of channels it reads.
      </p>
    </div>
  )
}

/** Every so many channels a point is drawn. */
const step = 16

function chartOf(layers: readonly DenseLayer[], growth: number, factor: number | null): () => Drawing {
  const most = layers.reduce((most, { reads }) => Math.max(most, reads), 0)
  const across = Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step)
  const lines = [
    { name: '3×3 alone', dash: '7 4', colour: 'var(--path-4)', of: (reads: number) => bare(reads, growth) },
    ...(factor === null
      ? []
      : [
          {
            ...{ name: '1×1, then 3×3', dash: 'none', colour: 'var(--dense)' },
            of: (reads: number) => withBottleneck(reads, growth, factor),
          },
        ]),
  ]
  return () => ({
    height: 270,
    marginLeft: 62,
    marginRight: 118,
    marginBottom: 62,
    x: { label: 'channels that the layer reads', domain: [0, most], labelOffset: 52 },
    y: { label: 'weights', grid: true, zero: true, ticks: 5, tickFormat: '~s' },
    marks: [
      ...lines.flatMap(({ name, dash, colour, of }) => [
        Plot.line(across, {
          x: (reads) => reads,
          y: of,
          stroke: colour,
          strokeWidth: 3,
          strokeDasharray: dash,
        }),
        Plot.text([most], {
          x: most,
          y: of,
          text: () => name,
          fill: colour,
          dx: 8,
          textAnchor: 'start',
          fontWeight: 600,
        }),
      ]),
      Plot.ruleX(layers, {
        x: 'reads',
        y1: 0,
        y2: bare(most, growth) * 0.06,
        stroke: 'var(--ink)',
        strokeWidth: 1.5,
      }),
    ],
    told: layers.map(({ id, reads }) => ({
      x: reads,
      y: bare(reads, growth),
      words: [
        `${id} reads ${count(reads)} channels`,
        ...lines.map(({ name, of }) => `${name}: ${count(of(reads))} weights`),
      ].join('\n'),
    })),
  })
}
