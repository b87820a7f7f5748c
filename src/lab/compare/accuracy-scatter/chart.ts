import * as Plot from '@observablehq/plot'
import { count } from '../../../ui/format'
import { type NamePlace, placeNames } from './names'
import type { Dot } from './published'

interface Cost {
  readonly key: 'params' | 'macs'
  readonly title: string
}

/** How tall the chart is for its width, and the size of its text, in pixels. */
interface Frame {
  readonly text: number
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
  { text, tall }: Frame,
): (width: number) => Plot.PlotOptions {
  const families = [...new Set(dots.map(familyOf))]
  const named = dots.map((dot) => ({ ...dot, family: familyOf(dot), marked: isMarked(dot) }))
  const values = dots.map((dot) => dot[key])
  const domain = [Math.min(...values) / 1.3, Math.max(...values) * 1.3] as const
  return (width) => {
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
        ...(['start', 'middle', 'end'] as const).map((anchor) => namesAt(anchor, dots, key, text)),
        Plot.tip(
          named,
          Plot.pointer({
            x: key,
            y: 'accuracy',
            title: (dot: Dot) => `${dot.name}\n${dot.accuracy}% top-1\n${count(dot[key])} ${title}`,
          }),
        ),
      ],
    }
  }
}

/** The names that stand on one side of their dots. Where each has room is known only once the chart has its scales. */
function namesAt(
  anchor: NamePlace['anchor'],
  dots: readonly Dot[],
  key: Cost['key'],
  text: number,
): Plot.Markish {
  return Plot.text(
    dots,
    Plot.initializer(
      {
        x: key,
        y: 'accuracy',
        text: nameOf,
        textAnchor: anchor,
        fill: 'var(--ink)',
        stroke: 'var(--bg)',
        strokeWidth: 4,
        className: 'names-of-networks',
      },
      (data, facets, channels, scales, { width }) => {
        const [x, y] = (['x', 'y'] as const).map((name) =>
          Array.from(channels[name]!.value as unknown as ArrayLike<number>, (value) =>
            Number(scales[name]!(value)),
          ),
        )
        const places = placeNames(
          dots.map((dot, i) => ({ x: x[i], y: y[i], name: nameOf(dot) })),
          text,
          width,
        )
        const moved = (at: readonly number[], by: 'dx' | 'dy') =>
          at.map((value, i) => value + (places[i]?.[by] ?? 0))
        return {
          data,
          facets: facets.map((facet) => Array.from(facet).filter((i) => places[i]?.anchor === anchor)),
          channels: { x: { value: moved(x, 'dx') }, y: { value: moved(y, 'dy') } },
        }
      },
    ),
  )
}
