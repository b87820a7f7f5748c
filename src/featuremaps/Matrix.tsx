import { type CSSProperties, type KeyboardEvent, useState } from 'react'
import type { Cell, Patch, Unit } from '../nn/unit'
import { measured, tight } from '../ui/format'
import { colourOf, isDark, type Scale } from './colour'

/** Up to this many columns there is room for a number in every cell, and up to so many on a narrow card. */
const legible = { wide: 5, narrow: 3 }

/** Up to this many columns a cell is large enough to be hit with a finger's help. */
const roomy = 16

interface Props {
  readonly patch: Patch
  readonly scale: Scale
  /** Which number of a cell is shown. */
  readonly show: 'value' | 'weight' | 'term'
  readonly label: string
  readonly pointed: number | null
  readonly onPoint: (index: number | null) => void
  /** What a cell says; given, the cells are buttons that lead to where their value comes from. */
  readonly nameOf?: (cell: Cell) => string
  readonly onStep?: (unit: Unit) => void
  /** It stands where there is little room. */
  readonly isNarrow?: boolean
}

/** The cells under a window in the colours of the feature maps: one tab stop, arrow keys move inside. */
export function Matrix({
  patch,
  scale,
  show,
  label,
  pointed,
  onPoint,
  nameOf,
  onStep,
  isNarrow = false,
}: Props) {
  const { rows, columns, cells } = patch
  const [current, setCurrent] = useState(0)
  const isLegible = columns <= (isNarrow ? legible.narrow : legible.wide)
  const size = isLegible ? '4.875em' : columns <= roomy ? '2em' : `${520 / columns}px`

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: current % columns > 0 ? -1 : 0,
      ArrowRight: current % columns < columns - 1 ? 1 : 0,
      ArrowUp: -columns,
      ArrowDown: columns,
    }
    const next = current + (moves[event.key] ?? 0)
    if (!(event.key in moves)) return
    event.preventDefault()
    if (next < 0 || next >= rows * columns) return
    setCurrent(next)
    ;(event.currentTarget.children[next] as HTMLElement).focus()
  }

  const style = { '--columns': columns, '--cell': size } as CSSProperties
  const look = (cell: Cell): CSSProperties | undefined => {
    if (cell.unit === null && show === 'value') return undefined
    const value = cell[show] ?? 0
    return { background: colourOf(value, scale), color: isDark(value, scale) ? '#fff' : '#000' }
  }
  // A maximum takes no zeros from the padding, so none are written there.
  const isMaximum = cells.some(({ wins }) => wins)
  const text = (cell: Cell) =>
    isLegible && !(isMaximum && cell.unit === null) ? (isNarrow ? tight : measured)(cell[show] ?? 0) : null
  /** Begins with what is seen, so that those who speak to the page can say it. */
  const spoken = (cell: Cell, name: string) => [text(cell), name].filter((part) => part !== null).join('; ')
  const className = (cell: Cell, i: number) =>
    [
      'cell',
      cell.unit === null && show === 'value' && 'padding',
      cell.wins && 'winner',
      i === pointed && 'pointed',
    ]
      .filter(Boolean)
      .join(' ')

  if (!nameOf)
    return (
      <div className="matrix" style={style} role="img" aria-label={label}>
        {cells.map((cell, i) => (
          <span
            key={i}
            className={className(cell, i)}
            style={look(cell)}
            onPointerEnter={() => onPoint(i)}
            onPointerLeave={() => onPoint(null)}
          >
            {text(cell)}
          </span>
        ))}
      </div>
    )
  return (
    <div className="matrix" style={style} role="group" aria-label={label} onKeyDown={press}>
      {cells.map((cell, i) => (
        <button
          key={i}
          type="button"
          className={className(cell, i)}
          style={look(cell)}
          tabIndex={i === current ? 0 : -1}
          aria-label={spoken(cell, nameOf(cell))}
          aria-disabled={cell.unit === null || undefined}
          onPointerEnter={() => onPoint(i)}
          onPointerLeave={() => onPoint(null)}
          onFocus={() => {
            setCurrent(i)
            onPoint(i)
          }}
          onBlur={() => onPoint(null)}
          onClick={() => cell.unit && onStep?.(cell.unit)}
        >
          {text(cell)}
        </button>
      ))}
    </div>
  )
}
