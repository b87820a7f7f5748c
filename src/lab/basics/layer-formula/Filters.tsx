import { useWidth } from '../../shared/useWidth'
import type { Layer } from './counts'
import { many } from '../../shared/many'

/** Filters and sheets of a filter that are drawn at most; more are told in words. */
const most = { filters: 8, sheets: 6 }

/** With so much room they stand in two rows, twice as large. */
const twoRows = 1.5

/** The filters of a layer: each a stack of k×k sheets, one sheet for each input channel. */
export function Filters({ layer: { kernel, from, to, bias } }: { readonly layer: Layer }) {
  const { ref, width, text, room } = useWidth<HTMLDivElement>()
  const drawn = Math.min(to, width < 480 ? 3 : most.filters, most.filters)
  const sheets = Math.min(from, most.sheets)
  const more = to > drawn ? `… ${to}` : ''
  const inRow = room < twoRows ? drawn : Math.ceil(drawn / 2)
  const rows = Math.ceil(drawn / inRow)
  const place = (width - (more ? 8 + text * 0.62 * more.length : 0)) / inRow
  const side = Math.min(84 * room, place * 0.6)
  const shift = Math.min(6 * room, (place * 0.3) / sheets)
  const cell = side / kernel
  const tall = side + shift * sheets + 8
  return (
    <div ref={ref} className="filters">
      <svg
        width={width}
        height={rows * tall + (rows - 1) * text * 0.6 + text * 2.4}
        role="img"
        aria-label={`${many(to, 'filter')}, each ${kernel} by ${kernel} by ${from}${bias ? ' with a bias' : ''}`}
      >
        {Array.from({ length: drawn }, (_, f) => (
          <g
            key={f}
            transform={`translate(${(f % inRow) * place + 4} ${Math.floor(f / inRow) * (tall + text * 0.6) + shift * sheets})`}
          >
            {Array.from({ length: sheets }, (_, s) => sheets - 1 - s).map((s) => (
              <rect
                key={s}
                x={s * shift}
                y={-s * shift}
                width={side}
                height={side}
                className={s === 0 ? 'sheet front' : 'sheet'}
              />
            ))}
            {Array.from({ length: kernel - 1 }, (_, i) => (
              <path
                key={i}
                className="sheet-line"
                d={`M ${(i + 1) * cell} 0 v ${side} M 0 ${(i + 1) * cell} h ${side}`}
              />
            ))}
            <text y={side + text * 1.3}>{f === drawn - inRow ? `${kernel}×${kernel}×${from}` : ''}</text>
          </g>
        ))}
        {more && (
          <text x={inRow * place + 8} y={(rows - 1) * (tall + text * 0.6) + tall / 2}>
            {more}
          </text>
        )}
      </svg>
    </div>
  )
}
