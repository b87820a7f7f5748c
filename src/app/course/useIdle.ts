import { type RefObject, useEffect } from 'react'

/** A pointer that rests so long is hidden, in milliseconds. */
const rest = 3000

/** Marks an element with `data-idle` while the pointer over it rests, and at once when a key turns what is shown. */
export function useIdle(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current!
    let timer: ReturnType<typeof setTimeout> | undefined
    const hide = () => {
      clearTimeout(timer)
      element.dataset.idle = ''
    }
    const show = () => {
      delete element.dataset.idle
      clearTimeout(timer)
      timer = setTimeout(hide, rest)
    }
    show()
    // A page that changes under a resting pointer sends moves without any way.
    const move = ({ movementX, movementY }: PointerEvent) => (movementX !== 0 || movementY !== 0) && show()
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerdown', show)
    addEventListener('hashchange', hide)
    return () => {
      clearTimeout(timer)
      delete element.dataset.idle
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerdown', show)
      removeEventListener('hashchange', hide)
    }
  }, [box])
}
