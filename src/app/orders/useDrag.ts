import { type PointerEvent, type RefObject, useRef, useState } from 'react'

/** Within so many pixels of an edge the list scrolls along. */
const edge = 56

export interface Drag {
  /** What is dragged, by its key. */
  readonly key: string
  /** Where it would come to lie: before the item of this place; as many as there are items: at the end. */
  readonly before: number
}

/**
 * Drags an item of a list to another place, with mouse, pen or finger. The handle of an item gets what `handle` gives for its
 * key; the items are the children of `list`.
 * @param onDrop told the new place of an item, as it is without that item, from 0
 */
export function useDrag(
  list: RefObject<HTMLElement | null>,
  onDrop: (key: string, to: number) => void,
): { readonly drag: Drag | null; readonly handle: (key: string, at: number) => object } {
  const [drag, setDrag] = useState<Drag | null>(null)
  const now = useRef<Drag | null>(null)
  const set = (next: Drag | null) => {
    now.current = next
    setDrag(next)
  }

  function beforeAt(y: number): number {
    const items = [...list.current!.children]
    const at = items.findIndex((item) => {
      const { top, height } = item.getBoundingClientRect()
      return y < top + height / 2
    })
    return at < 0 ? items.length : at
  }

  function scrollAlong(y: number): void {
    const box = list.current!.closest<HTMLElement>('[data-drag-scrolls]')
    if (!box) return
    const { top, bottom } = box.getBoundingClientRect()
    if (y < top + edge) box.scrollBy({ top: -edge / 4 })
    if (y > bottom - edge) box.scrollBy({ top: edge / 4 })
  }

  const handle = (key: string, at: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      now.current = { key, before: at }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (now.current?.key !== key) return
      scrollAlong(event.clientY)
      const before = beforeAt(event.clientY)
      if (drag === null || before !== drag.before) set({ key, before })
    },
    onPointerUp: () => {
      const end = now.current
      const moved = drag !== null
      set(null)
      if (!end || !moved) return
      onDrop(key, end.before > at ? end.before - 1 : end.before)
    },
    onPointerCancel: () => set(null),
  })
  return { drag, handle }
}
