import { useMemo, useRef } from 'react'
import type { Figure } from '../../lessons/context'
import { useStore } from './store'

/** What words beside a picture may do with it. A second press on the same words takes the selection back. */
export function useFigure(): Figure {
  const hovered = useStore((state) => state.hovered)
  const selected = useStore((state) => state.selected)
  const pressed = useRef<string | null>(null)
  return useMemo(() => {
    const { hover, show, select } = useStore.getState()
    return {
      hovered,
      selected,
      hover,
      show(id) {
        // What the slide itself selects is brought into view by the first press.
        const isBack = pressed.current === id && useStore.getState().selected === id
        pressed.current = isBack ? null : id
        if (!isBack) return show(id)
        select(null)
        // Whoever shows the picture frames it as it was.
        useStore.setState(({ shown }) => ({ shown: shown + 1 }))
      },
    }
  }, [hovered, selected])
}
