import { type ReceptiveField } from '../../nn/graph'
import { centre, type Sight, sightOf } from '../../nn/receptive'
import type { Pixels } from '../../runtime/types'
import { PixelCanvas } from '../../ui/PixelCanvas'
import './field.css'

interface Props {
  readonly pixels: Pixels
  readonly field: ReceptiveField
  readonly row: number
  readonly column: number
}

/** The input image with the rectangle that one output value can see. */
export function Field({ pixels, field, row, column }: Props) {
  const { width, height } = pixels
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
        Unit (row {row}, column {column}) sees {vertical.size}×{horizontal.size} pixels:{' '}
        {rangeOf('rows', rows)}, {rangeOf('columns', columns)}
        {paddingOf(rows, columns)}
      </figcaption>
    </figure>
  )
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
