import * as Plot from '@observablehq/plot'
import { type NamePlace, placeNames } from './placeNames'

interface Named<D> {
  readonly x: keyof D & string
  readonly y: keyof D & string
  readonly nameOf: (dot: D) => string
  /** Size of the text in pixels. */
  readonly text: number
}

/** The names of dots, each where it covers neither a dot nor another name. */
export function chartNames<D>(dots: readonly D[], named: Named<D>): readonly Plot.Markish[] {
  return (['start', 'middle', 'end'] as const).map((anchor) => namesAt(anchor, dots, named))
}

/** The names that stand on one side of their dots. Where each has room is known only once the chart has its scales. */
function namesAt<D>(
  anchor: NamePlace['anchor'],
  dots: readonly D[],
  { x: across, y: up, nameOf, text }: Named<D>,
): Plot.Markish {
  return Plot.text(
    dots as D[],
    Plot.initializer(
      {
        x: across,
        y: up,
        text: nameOf,
        textAnchor: anchor,
        fill: 'var(--ink)',
        stroke: 'var(--bg)',
        strokeWidth: 4,
        className: 'names-of-networks',
      },
      (data, facets, channels, scales, { width, marginLeft }) => {
        const [x, y] = (['x', 'y'] as const).map((name) =>
          Array.from(channels[name]!.value as unknown as ArrayLike<number>, (value) =>
            Number(scales[name]!(value)),
          ),
        )
        const places = placeNames(
          dots.map((dot, i) => ({ x: x[i], y: y[i], name: nameOf(dot) })),
          text,
          [marginLeft, width],
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
