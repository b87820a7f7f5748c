import * as Plot from '@observablehq/plot'
import { measured } from '../../../ui/format'
import { inPowers } from '../../shared/powers'
import type { Stretch } from './flow'

/** What all charts share that draw a quantity over the layers of a network: margins, in pixels, and a logarithmic axis. */
export const overLayers = (depth: number, domain: readonly [number, number]) => ({
  marginTop: 26,
  marginLeft: 64,
  marginRight: 14,
  marginBottom: 42,
  x: {
    label: 'layer, from the image to the answer',
    domain: [0.5, depth + 0.5],
    tickFormat: 'd',
  },
  y: {
    type: 'log' as const,
    label: null,
    domain: [...domain],
    grid: true,
    ticks: 6,
    tickFormat: (size: number) => inPowers(measured(size)),
    clamp: true,
  },
})

/** Where the maps get smaller, and their size above each stretch. */
export const stretchMarks = (stretches: readonly Stretch[]): Plot.Markish[] => [
  Plot.ruleX(stretches.slice(1), { x: ({ from }) => from - 0.5, stroke: 'var(--line-strong)' }),
  Plot.text(stretches, {
    x: ({ from, to }) => (from + to) / 2,
    text: ({ size }, i) => (i === 0 ? `maps ${size}` : size),
    frameAnchor: 'top',
    dy: -20,
    fill: 'var(--ink-soft)',
  }),
]
