import { fieldOf } from '../../nn/fields'
import type { GraphNode } from '../../nn/graph'
import { centre, type Sight, sightOf } from '../../nn/receptive'
import { isMap } from '../../nn/shape'
import type { Unit } from '../../nn/unit'
import type { Pixels } from '../../runtime/types'
import { PixelCanvas } from '../../ui/PixelCanvas'
import './field.css'

interface Props {
  readonly pixels: Pixels
  readonly node: GraphNode
  /** Without a channel, what the widest of them sees. */
  readonly unit: Omit<Unit, 'channel'> & Partial<Unit>
}

/** The input image with the rectangle that one output value can see. */
export function Field({ pixels, node, unit }: Props) {
  const { width, height } = pixels
  const { row, column, channel } = unit
  const field = channel === undefined ? node.receptiveField : fieldOf(node, { channel })
  if (!field)
    return (
      <p className="small-text soft">Channel {channel} is filled with zeros: it sees nothing of the image.</p>
    )
  const [vertical, horizontal] = field
  const rows = sightOf(vertical, row, height)
  const columns = sightOf(horizontal, column, width)
  const cy = centre(vertical, row) + 0.5
  const cx = centre(horizontal, column) + 0.5
  // The part on the image: a field that is larger than the image would have its edges out of sight.
  const visible = {
    x: columns.inside?.first ?? 0,
    y: rows.inside?.first ?? 0,
    width: lengthOf(columns),
    height: lengthOf(rows),
  }
  const line = Math.max(width, height) / 110
  return (
    <figure className="field">
      <div className="field-image" style={{ aspectRatio: `${width} / ${height}` }}>
        <PixelCanvas pixels={pixels} />
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={`Sees rows ${rows.first} to ${rows.last} and columns ${columns.first} to ${columns.last} of the ${height} by ${width} image`}
        >
          <rect {...visible} className="field-halo" strokeWidth={line * 2} />
          <rect {...visible} className="field-line" strokeWidth={line} />
          <circle cx={cx} cy={cy} r={line * 1.4} className="field-centre" strokeWidth={line / 2} />
        </svg>
      </div>
      <figcaption className="small-text soft">
        {nameOf(node, unit)} sees {sideOf(rows)}×{sideOf(columns)} pixels: {rangeOf('rows', rows)},{' '}
        {rangeOf('columns', columns)}
        {paddingOf(rows, columns)}
      </figcaption>
    </figure>
  )
}

/** A value of a map by its place, and by its channel where that matters; one of a vector by its number. */
function nameOf({ shape, fields }: GraphNode, { row, column, channel }: Props['unit']): string {
  if (!isMap(shape)) return channel === undefined ? 'A unit' : `Unit ${channel}`
  const named = channel !== undefined && fields.length > 1
  return `Unit (row ${row}, column ${column}${named ? `, channel ${channel}` : ''})`
}

function sideOf({ first, last }: Sight): number {
  return last - first + 1
}

/** Rows or columns of the image that are seen. */
function lengthOf({ inside }: Sight): number {
  return inside ? inside.last - inside.first + 1 : 0
}

/** `rows −3 … 3`, with a true minus sign: before the image they are negative. */
function rangeOf(name: string, { first, last }: Sight): string {
  return `${name} ${first} … ${last}`.replaceAll('-', '−')
}

/** How much of a field is padding, as the end of a sentence. */
function paddingOf(rows: Sight, columns: Sight): string {
  const parts = [
    rows.beyond > 0 && `${rows.beyond} ${rows.beyond === 1 ? 'row' : 'rows'}`,
    columns.beyond > 0 && `${columns.beyond} ${columns.beyond === 1 ? 'column' : 'columns'}`,
  ].filter(Boolean)
  return parts.length === 0 ? '.' : `; ${parts.join(' and ')} of it lie outside the image, in the padding.`
}
