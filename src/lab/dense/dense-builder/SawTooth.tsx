import * as Plot from '@observablehq/plot'
import { useCallback } from 'react'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import type { Tooth } from './sawtooth'

interface Props {
  readonly teeth: readonly Tooth[]
  /** The network that the reader started from, drawn behind. */
  readonly before: readonly Tooth[]
}

/** Channels along the depth; each rise is a layer, each fall a transition. */
export function SawTooth({ teeth, before }: Props) {
  const draw = useCallback(
    (): Drawing => ({
      height: 165,
      marginLeft: 62,
      x: { label: 'layers and transitions', ticks: 6 },
      y: { label: 'channels', grid: true, zero: true, ticks: 4 },
      marks: [
        Plot.line(before, {
          x: 'place',
          y: 'channels',
          stroke: 'var(--line-strong)',
          strokeDasharray: '4 4',
          curve: 'step-after',
        }),
        Plot.line(teeth, {
          x: 'place',
          y: 'channels',
          stroke: 'var(--path-1)',
          strokeWidth: 2.5,
          curve: 'step-after',
        }),
      ],
      told: teeth.map(({ place, at, channels }) => ({
        x: place,
        y: channels,
        words: `${at}\n${channels} channels out`,
      })),
    }),
    [teeth, before],
  )
  const peaks = teeth.filter(({ channels }, i) => i === teeth.length - 1 || teeth[i + 1].channels < channels)
  const heights = peaks.map(({ channels }) => channels).join(', ')
  const label = `Channels along the depth: from ${teeth[0].channels}, with peaks at ${heights}`
  return <Chart label={label} draw={draw} />
}
