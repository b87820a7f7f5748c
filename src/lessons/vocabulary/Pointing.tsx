import { type CSSProperties, type ReactNode, useContext, useRef } from 'react'
import { useExplained } from '../../ui/Explained'
import { FigureContext } from '../context'

interface Props {
  /** A node or a group of the picture. */
  readonly at: string
  readonly className?: string
  readonly style?: CSSProperties
  /** What it is, for those who point at it, reach it by keys or tap it. */
  readonly words?: string
  readonly children: ReactNode
}

/** Words that light a part of the picture while they are pointed at or have the focus, bring it into view where they are pressed, let go of it where they are pressed again, and are lit with it. */
export function Pointing({ at, className = 'ref', words, children, ...rest }: Props) {
  const { hovered, selected, hover, show } = useContext(FigureContext)
  const button = useRef<HTMLButtonElement>(null)
  const tip = useExplained(button, words)
  const isLit =
    hovered !== null && (hovered === at || at.startsWith(`${hovered}/`) || hovered.startsWith(`${at}/`))
  const begin = () => {
    hover(at)
    tip.show()
  }
  const end = () => {
    hover(null)
    tip.hide()
  }
  return (
    <button
      ref={button}
      type="button"
      className={className}
      aria-description={words}
      data-lit={isLit || undefined}
      aria-pressed={selected === at}
      onPointerEnter={begin}
      onPointerLeave={end}
      onFocus={begin}
      onBlur={end}
      onClick={() => show(at)}
      {...rest}
    >
      {children}
    </button>
  )
}
