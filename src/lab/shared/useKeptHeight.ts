import { type RefObject, useLayoutEffect, useRef } from 'react'

/** For a part whose content goes while another is computed: it keeps its height meanwhile, so that what is below stays. */
export function useKeptHeight<E extends HTMLElement>(isThere: boolean): RefObject<E | null> {
  const ref = useRef<E>(null)
  const kept = useRef(0)
  useLayoutEffect(() => {
    const box = ref.current!
    if (!isThere) {
      box.style.minBlockSize = `${kept.current}px`
      return
    }
    box.style.minBlockSize = ''
    const watch = new ResizeObserver(() => (kept.current = box.offsetHeight))
    watch.observe(box)
    return () => watch.disconnect()
  }, [isThere])
  return ref
}
