import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Graph } from '../../nn/graph'
import { type Tip, tipWhenShown } from '../../ui/tipWhenShown'
import { depthWords } from '../inspector/words'

interface Props {
  readonly graph: Graph
  readonly children: ReactNode
}

/** How deep a network is; how that is counted is said where it is pointed at, reached by keys or tapped. */
export function Depth({ graph, children }: Props) {
  const words = depthWords(graph)
  const term = useRef<HTMLSpanElement>(null)
  const [tip, setTip] = useState<Tip>()
  useEffect(() => {
    const made = tipWhenShown(term.current!)
    setTip(made)
    return () => made.remove()
  }, [])
  const show = () => {
    const { width, height } = term.current!.getBoundingClientRect()
    tip?.show({ words, about: { x: 0, y: 0, width, height } })
  }
  const hide = () => tip?.hide()
  return (
    <span
      ref={term}
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
