import { type RefObject, useEffect, useState } from 'react'

/** Whether the parts of a grid stand below each other, as the style sheet decides by the room there is. */
export function useStacked(grid: RefObject<HTMLElement | null>): boolean {
  const [isStacked, setStacked] = useState(false)
  useEffect(() => {
    const element = grid.current!
    const look = () => setStacked(areStacked(element))
    const size = new ResizeObserver(look)
    size.observe(element)
    return () => size.disconnect()
  }, [grid])
  return isStacked
}

/** The same now. */
export const areStacked = (grid: HTMLElement): boolean =>
  getComputedStyle(grid).gridTemplateColumns.split(' ').length === 1
