import { useWidth } from '../../shared/useWidth'
import type { Layer } from './counts'

/** Filters and sheets of a filter that are drawn at most; more are told in words. */
const most = { filters: 8, sheets: 6 }

/** The filters of a layer: each a stack of k×k sheets, one sheet for each input channel. */
export function Filters({ layer: { kernel, from, to, bias } }: { readonly layer: Layer }) {
  const { ref, width, text } = useWidth<HTMLDivElement>()
  const drawn = Math.min(to, width < 480 ? 3 : most.filters, most.filters)
  const sheets = Math.min(from, most.sheets)
  const more = to > drawn ? `… ${to}` : ''
  const place = (width - (more ? 8 + text * 0.62 * more.length : 0)) / drawn
  const side = Math.min(84, place * 0.6)
  const shift = Math.min(6, (place * 0.3) / sheets)
  const cell = side / kernel
  const tall = side + shift * sheets + 8
  return (
    <div ref={ref} className="filters">
      <svg
        width={width}
        height={tall + text * 2.4}
        role="img"
        aria-label={`${to} filters, each ${kernel} by ${kernel} by ${from}${bias ? ' with a bias' : ''}`}
      >
        {Array.from({ length: drawn }, (_, f) => (
          <g key={f} transform={`translate(${f * place + 4} ${shift * sheets})`}>
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
            <text y={side + text * 1.3}>{f === 0 ? `${kernel}×${kernel}×${from}` : ''}</text>
          </g>
        ))}
        {more && (
          <text x={drawn * place + 8} y={tall / 2}>
            {more}
          </text>
        )}
      </svg>
    </div>
  )
}
