import * as Plot from '@observablehq/plot'
import { useCallback } from 'react'
import { count } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import type { Copies } from '../dense-builder/sawtooth'

/** For every dense layer what it reads, copied, and what it adds. */
export function Bars({ copies }: { readonly copies: readonly Copies[] }) {
  const draw = useCallback((): Drawing => {
    const rows = copies.map((layer, i) => ({ ...layer, layer: i + 1 }))
    const stages = [...new Set(copies.map(({ stage }) => stage))]
    return {
      height: 260,
      marginLeft: 70,
      marginTop: 48,
      marginBottom: 44,
      x: { label: 'dense layer', ticks: rows.map(({ layer }) => layer).filter((i) => i % 10 === 0) },
      y: { label: 'values copied for the layer', grid: true, ticks: 4, tickFormat: 's' },
      color: { domain: stages, range: stages.map((_, i) => `var(--path-${i + 1})`) },
      marks: [
        Plot.barY(rows, { x: 'layer', y: 'copied', fill: 'stage' }),
        Plot.text(
          stages.map((stage) => rows.filter((row) => row.stage === stage).at(-1)!),
          {
            x: 'layer',
            y: 'copied',
            text: ({ stage }: Copies) => stage.replace('dense', '').replace('block', 'block '),
            dy: -10,
            textAnchor: 'middle',
            fontWeight: 600,
          },
        ),
      ],
      told: rows.map(({ layer, stage, copied, added }) => ({
        x: layer,
        y: copied,
        words: `layer ${layer}, ${stage}\nreads ${count(copied)} values, adds ${count(added)}`,
      })),
    }
  }, [copies])
  return (
    <Chart
      label={`What each of ${copies.length} dense layers reads: from ${count(copies[0].copied)} values at the first to ${count(copies[copies.length - 1].copied)} at the last`}
      draw={draw}
    />
  )
}
