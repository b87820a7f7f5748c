import type { CSSProperties } from 'react'
import { TableScroll } from '../../shared/TableScroll'
import type { Block } from './reuse'

/** Multiples of the mean between which the colour of a cell grows. */
const [pale, full] = [0.5, 1.75]

export interface Cell {
  readonly reader: number
  readonly source: number
}

interface Props {
  readonly block: Block
  /** What the last reader is: a transition, or the classifier. */
  readonly last: string
  readonly lit: Cell | null
  readonly onLight: (cell: Cell | null) => void
}

/** Readers across, sources down; each cell is how strongly the one uses the other, divided by the mean over all it reads. */
export function HeatMap({ block: { sources, readers }, last, lit, onLight }: Props) {
  return (
    <TableScroll label="Who reads what, relative to the mean weight">
      <table className="reuse-map" onPointerLeave={() => onLight(null)}>
        <caption>who reads →, what is read ↓</caption>
        <thead>
          <tr>
            <td />
            {readers.map(({ id }, i) => (
              <th key={id} scope="col">
                {i === readers.length - 1 ? last : i + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map(({ id }, source) => (
            <tr key={id}>
              <th scope="row">{source === 0 ? 'in' : source}</th>
              {readers.map(({ id: reader, use }, i) => (
                <td
                  key={reader}
                  data-lit={(lit?.reader === i && lit.source === source) || undefined}
                  className={source in use ? 'reuse-cell' : undefined}
                  style={{ '--use': `${shade(use[source] ?? 0)}%` } as CSSProperties}
                  onPointerEnter={() => onLight(source in use ? { reader: i, source } : null)}
                >
                  {use[source]?.toFixed(1)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** From 0 to 100. */
function shade(use: number): number {
  return Math.min(1, Math.max(0, (use - pale) / (full - pale))) * 100
}
