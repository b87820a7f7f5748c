import type { ReactNode } from 'react'
import './line-name.css'

interface Props {
  /** A piece of the line, as it is drawn. */
  readonly sign: ReactNode
  readonly name: string
  readonly isLit: boolean
  /** The line is to stand out, or no longer; null where it has no other beside it. */
  readonly onLight: ((isLit: boolean) => void) | null
}

/** What a line of a chart is called, with a piece of it; pressed, it stands out among the others. */
export function LineName({ sign, name, isLit, onLight }: Props) {
  if (!onLight)
    return (
      <span className="line-name">
        {sign} {name}
      </span>
    )
  return (
    <button
      type="button"
      className="line-name"
      aria-pressed={isLit}
      title={isLit ? 'All alike' : `Bring out: ${name}`}
      onClick={() => onLight(!isLit)}
    >
      {sign} {name}
    </button>
  )
}
