import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { onTheme } from '../../ui/theme'

/** A drawing in CSS pixels, so that its text has the size of the theme at every width. */
export function useWidth<E extends HTMLElement>(): {
  readonly ref: RefObject<E | null>
  readonly width: number
  /** Size of the text in pixels. */
  readonly text: number
} {
  const ref = useRef<E>(null)
  const [size, setSize] = useState({ width: 320, text: 15 })
  useLayoutEffect(() => {
    const box = ref.current!
    const measure = () =>
      setSize({ width: box.clientWidth, text: Number.parseFloat(getComputedStyle(box).fontSize) })
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(box)
    const stop = onTheme(measure)
    return () => {
      watch.disconnect()
      stop()
    }
  }, [])
  return { ref, ...size }
}
