import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { graphOf } from '../../../architectures/built'
import { formatShape } from '../../../nn/shape'
import { bytesPerValue } from '../../../nn/totals'
import { bytes, count } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { Readable, useIsHidden } from '../../shared/hidden'
import { Readout } from '../../shared/Readout'
import { factsOf } from '../../shared/lecture-networks'
import { largest, type Use, usesOf } from './memory'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const mebi = 2 ** 20

const kinds = [
  { key: 'activations', name: 'activations', colour: 'var(--path-1)' },
  { key: 'weights', name: 'parameters', colour: 'var(--path-2)' },
] as const

/** What every layer keeps: its output for each image of the batch, and its parameters once. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { networks, network: name, batch } = value
  const graph = graphOf(name)
  const uses = useMemo(() => usesOf(graph, batch), [graph, batch])
  // Where the largest output is asked for, no layer says how large its own is.
  const isHidden = useIsHidden('largest')
  const draw = useMemo(() => chartOf(uses, isHidden), [uses, isHidden])
  const most = largest(graph)
  const sum = (key: 'activations' | 'weights') => uses.reduce((total, use) => total + use[key], 0)
  const [activations, weights] = [sum('activations'), sum('weights')]
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Network"
          value={name}
          onChange={(network) => onChange({ network })}
          choices={networks.map((id) => ({ value: id, label: factsOf(id).name }))}
        />
        <Slider
          label="images per batch"
          value={options.batch.values.indexOf(batch)}
          min={0}
          max={options.batch.values.length - 1}
          text={String(batch)}
          onChange={(at) => onChange({ batch: options.batch.values[at] })}
        />
      </div>
      <Chart
        label={`Memory by layer: ${bytes(activations)} of activations and ${bytes(weights)} of parameters in all`}
        draw={draw}
      />
      <Readout
        values={[
          ['activations, all kept for training', bytes(activations)],
          ['most held at once at inference', bytes(graph.memory.peak * batch * bytesPerValue)],
          ['parameters', bytes(weights)],
        ]}
      />
      <p className="soft">
        The largest output is that of {most.id}:{' '}
        <Readable of="largest">
          {formatShape(graph.node(most.id).shape)} = {count(most.values)} values
        </Readable>{' '}
        per image, {bytesPerValue} bytes each.
      </p>
    </div>
  )
}

function chartOf(uses: readonly Use[], isHidden: boolean): (width: number) => Drawing {
  const points = kinds.flatMap(({ key, name }) =>
    uses.map((use, i) => ({ layer: i, kind: name, size: use[key] / mebi, id: use.id })),
  )
  return (width) => ({
    height: Math.min(290, Math.max(190, width * 0.47)),
    marginLeft: 64,
    x: { label: 'layers, from input to output', ticks: 0 },
    y: { label: 'MiB', grid: true },
    color: { domain: kinds.map(({ name }) => name), range: kinds.map(({ colour }) => colour), legend: false },
    marks: [
      Plot.areaY(points, {
        x: 'layer',
        y: 'size',
        fill: 'kind',
        fillOpacity: 0.75,
        curve: 'step',
        order: ['parameters', 'activations'],
      }),
      ...kinds.map(({ key, name, colour }) => {
        const at = uses.reduce((best, use, i) => (use[key] > uses[best][key] ? i : best), 0)
        return Plot.text([{ layer: at, size: (uses[at].activations + uses[at].weights) / mebi }], {
          x: 'layer',
          y: 'size',
          text: () => name,
          fill: colour,
          fontWeight: 650,
          textAnchor: at > uses.length / 2 ? 'end' : 'start',
          lineAnchor: 'bottom',
          dy: -4,
        })
      }),
      Plot.ruleY([0]),
    ],
    told: (isHidden ? [] : uses).map(({ id, activations, weights }, i) => ({
      x: i,
      y: (activations + weights) / mebi,
      words: `${id}\nactivations ${bytes(activations)}\nparameters ${bytes(weights)}`,
    })),
  })
}
