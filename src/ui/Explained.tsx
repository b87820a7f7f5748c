import { type CSSProperties, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { type Tip, tipWhenShown } from './tipWhenShown'

/**
 * Says more about an element where it is pointed at, reached by keys or tapped.
 * @param words nothing, where there is no more to say
 */
export function useExplained(element: RefObject<HTMLElement | null>, words: string | undefined) {
  const tip = useRef<Tip>(undefined)
  useEffect(() => () => tip.current?.remove(), [])
  return {
    show() {
      if (words === undefined) return
      const { width, height } = element.current!.getBoundingClientRect()
      tip.current ??= tipWhenShown(element.current!)
      tip.current.show({ words, about: { x: 0, y: 0, width, height } })
    },
    hide: () => tip.current?.hide(),
  }
}

interface Props {
  readonly words: string
  readonly className?: string
  readonly style?: CSSProperties
  readonly children: ReactNode
}

/** A word or a number that says more where it is pointed at, reached by keys or tapped. */
export function Explained({ words, className, style, children }: Props) {
  const term = useRef<HTMLSpanElement>(null)
  const { show, hide } = useExplained(term, words)
  return (
    <span
      ref={term}
      className={className}
      style={style}
      tabIndex={0}
      aria-description={words}
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
    >
      {children}
    </span>
  )
}
