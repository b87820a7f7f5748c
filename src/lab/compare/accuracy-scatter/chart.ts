import * as Plot from '@observablehq/plot'
import { count } from '../../../ui/format'
import type { Drawing } from '../../../ui/told'
import { chartNames } from '../../shared/chartNames'
import type { Dot } from './published'

interface Cost {
  readonly key: 'params' | 'macs'
  readonly title: string
}

/** How tall the chart is for its width. */
interface Frame {
  readonly tall: number
}

const accuracy = [55, 83] as const

const nameOf = ({ name, recipe }: Dot) => (recipe === 'new' ? `${name} (new)` : name)

const familyOf = ({ name }: Dot) => name.split('-')[0]

/** Accuracy upwards, cost to the right on a logarithmic axis; marked dots are ringed, the front is a line. */
export function chartOf(
  dots: readonly Dot[],
  { key, title }: Cost,
  isMarked: (dot: Dot) => boolean,
  best: readonly Dot[] | null,
  { tall }: Frame,
): (width: number, text: number) => Drawing {
  const families = [...new Set(dots.map(familyOf))]
  const named = dots.map((dot) => ({ ...dot, family: familyOf(dot), marked: isMarked(dot) }))
  const values = dots.map((dot) => dot[key])
  // The cheapest has room for its name beside the axis.
  const domain = [Math.min(...values) / 2.6, Math.max(...values) * 1.3] as const
  return (width, text) => {
    const margin = { left: text * 3, right: 12, top: text * 2.2, bottom: text * 2.9 }
    const height = Math.max(250, width * tall)
    return {
      height,
      marginLeft: margin.left,
      marginRight: margin.right,
      marginTop: margin.top,
      marginBottom: margin.bottom,
      x: { label: title, type: 'log', domain, ticks: 4, tickFormat: '~s', grid: true },
      y: { label: 'top-1, %', domain: accuracy, grid: true, ticks: 6 },
      color: { domain: families, range: families.map((_, i) => `var(--path-${(i % 8) + 1})`) },
      symbol: { domain: families },
      marks: [
        ...(best === null
          ? []
          : [
              Plot.line(best as Dot[], {
                x: key,
                y: 'accuracy',
                stroke: 'var(--ink)',
                strokeWidth: 2,
                curve: 'step-after',
                strokeDasharray: '6 4',
              }),
            ]),
        Plot.dot(
          named.filter(({ marked }) => marked),
          { x: key, y: 'accuracy', r: 12, stroke: 'var(--ink)', strokeWidth: 2 },
        ),
        Plot.dot(named, { x: key, y: 'accuracy', fill: 'family', symbol: 'family', r: 6 }),
        ...chartNames(dots, { x: key, y: 'accuracy', nameOf, text }),
      ],
      told: dots.map((dot) => ({
        x: dot[key],
        y: dot.accuracy,
        words: `${nameOf(dot)}\n${dot.accuracy}% top-1\n${count(dot[key])} ${title}`,
      })),
    }
  }
}
