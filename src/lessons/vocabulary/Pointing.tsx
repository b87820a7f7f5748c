import { type CSSProperties, type ReactNode, useContext } from 'react'
import { FigureContext } from '../context'

interface Props {
  /** A node or a group of the picture. */
  readonly at: string
  readonly className?: string
  readonly style?: CSSProperties
  /** What a pointer that rests is told. */
  readonly title?: string
  readonly children: ReactNode
}

/** Words that light a part of the picture while they are pointed at or have the focus, bring it into view where they are pressed, let go of it where they are pressed again, and are lit with it. */
export function Pointing({ at, className = 'ref', children, ...rest }: Props) {
  const { hovered, selected, hover, show } = useContext(FigureContext)
  const isLit =
    hovered !== null && (hovered === at || at.startsWith(`${hovered}/`) || hovered.startsWith(`${at}/`))
  return (
    <button
      type="button"
      className={className}
      data-lit={isLit || undefined}
      aria-pressed={selected === at}
      onPointerEnter={() => hover(at)}
      onPointerLeave={() => hover(null)}
      onFocus={() => hover(at)}
      onBlur={() => hover(null)}
      onClick={() => show(at)}
      {...rest}
    >
      {children}
    </button>
  )
}
