import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { graphOf } from '../../../architectures/built'
import { count, short } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { type ChainBlock, chainOf } from './chain'
import { Readable, ReadableChart } from '../../shared/hidden'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const quantities = {
  channels: 'channels out',
  params: 'parameters',
  macs: 'MACs per image',
} as const

type Quantity = keyof typeof quantities

const kinds = ['naive', 'with 1×1'] as const

/** What GoogLeNet was to cost at most (section 1 of its paper). */
const budget = 1.5e9

/** GoogLeNet's nine blocks with and without their 1×1 convolutions, block by block. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { quantity, length } = value
  const chains = useMemo(
    () =>
      [graphOf('googlenet', { naive: true }), graphOf('googlenet')].map((graph) =>
        chainOf(graph).slice(0, length),
      ),
    [length],
  )
  const draw = useMemo(() => chartOf(chains, quantity), [chains, quantity])
  const [naive, real] = chains.map((chain) =>
    quantity === 'channels' ? chain[chain.length - 1].channels : sum(chain.map((block) => block[quantity])),
  )
  // One block tells nothing of the next.
  const tells = quantity === 'channels' && length > 1
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="What is shown"
          value={quantity}
          onChange={(quantity) => onChange({ quantity })}
          choices={Object.entries(quantities).map(([value, label]) => ({ value: value as Quantity, label }))}
        />
        <Slider
          label="Blocks in a row"
          value={length}
          min={1}
          max={options.length.max}
          onChange={(length) => onChange({ length })}
        />
      </div>
      <ReadableChart of="channels" when={tells}>
        <Chart
          label={chains
            .map(
              (chain, i) =>
                `${kinds[i]}: ${chain.map((each) => `${each.name} ${count(each[quantity])}`).join(', ')}`,
            )
            .join('; ')}
          draw={draw}
        />
      </ReadableChart>
      <Readout
        values={[
          [
            `${quantity === 'channels' ? 'after' : 'in'} ${length === 1 ? 'one block' : `${length} blocks`}, naive`,
            <Readable of="channels" when={tells}>
              {count(naive)}
            </Readable>,
          ],
          ['with 1×1', count(real)],
          [
            'ratio',
            <Readable of="channels" when={tells}>
              {(naive / real).toFixed(2)}×
            </Readable>,
          ],
          ...(quantity === 'macs' ? ([['budget of the whole network', count(budget)]] as const) : []),
        ]}
      />
    </div>
  )
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

function chartOf(chains: readonly (readonly ChainBlock[])[], quantity: Quantity): () => Drawing {
  const bars = chains.flatMap((chain, i) =>
    chain.map((block) => ({ block: block.name, kind: kinds[i], value: block[quantity] })),
  )
  return () => ({
    height: 300,
    marginLeft: 64,
    fx: { label: null, padding: 0.15 },
    x: { axis: null, domain: kinds },
    y: { label: quantities[quantity], grid: true, tickFormat: short, ticks: 5 },
    color: { domain: kinds, range: ['var(--path-2)', 'var(--path-1)'], legend: true },
    marks: [
      Plot.barY(bars, { fx: 'block', x: 'kind', y: 'value', fill: 'kind' }),
      // Told apart without colour: the naive bars have a dashed outline.
      Plot.barY(
        bars.filter(({ kind }) => kind === 'naive'),
        { fx: 'block', x: 'kind', y: 'value', fill: 'none', stroke: 'var(--ink)', strokeDasharray: '3 2' },
      ),
    ],
    told: bars.map(({ block, kind, value }) => ({
      fx: block,
      x: kind,
      y: value,
      words: `${block}, ${kind}: ${count(value)} ${quantities[quantity]}`,
    })),
  })
}
