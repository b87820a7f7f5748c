import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { type Tip, tipWhenShown } from '../../ui/tipWhenShown'

/** What says what is pointed at in a river: above or below all maps, which are what it is about. */
export function useRiverTip(frame: RefObject<HTMLElement | null>) {
  const tip = useRef<Tip>(null)
  useEffect(() => {
    const made = tipWhenShown(frame.current!)
    tip.current = made
    return () => made.remove()
  }, [frame])
  return useMemo(
    () => ({
      /** @param at the place in the window that is pointed at */
      tell(words: string, at: { readonly clientX: number }): void {
        const { left, width, height } = frame.current!.getBoundingClientRect()
        const maps = { x: 0, y: 0, width, height }
        tip.current?.show({ words, about: { ...maps, x: at.clientX - left, width: 0 }, others: [maps] })
      },
      hide: () => tip.current?.hide(),
    }),
    [frame],
  )
}
