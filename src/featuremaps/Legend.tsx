import { measured } from '../ui/format'
import { type Scale, type Scope, stopsOf } from './colour'

/** The colours from low to high, with the values that they stand for. */
export function Legend({ scale, scope }: { readonly scale: Scale; readonly scope: Scope }) {
  const ends =
    scope !== 'channel'
      ? [measured(scale.from), measured(scale.to)]
      : scale.kind === 'diverging'
        ? ['−max', 'max |value| of the channel']
        : ['0', 'max of the channel']
  return (
    <figure className="map-legend" aria-label="Color scale">
      <div
        className="map-legend-bar"
        style={{ background: `linear-gradient(to right, ${stopsOf(scale.kind).join(', ')})` }}
      >
        {scale.kind === 'diverging' && <span className="map-legend-zero" />}
      </div>
      <figcaption className="map-legend-ends" dir="ltr">
        <span>{ends[0]}</span>
        {scale.kind === 'diverging' && <span>0</span>}
        <span>{ends[1]}</span>
      </figcaption>
    </figure>
  )
}
