import { useLayoutEffect, useRef, useState } from 'react'
import { onTheme } from './theme'

/** The width of an element and the size of its text, in pixels; 0 before it is on screen. */
export function useBox() {
  const ref = useRef<HTMLDivElement>(null)
  const [box, setBox] = useState({ width: 0, text: 0 })
  useLayoutEffect(() => {
    const element = ref.current!
    const measure = () =>
      setBox({ width: element.clientWidth, text: parseFloat(getComputedStyle(element).fontSize) })
    measure()
    const size = new ResizeObserver(measure)
    size.observe(element)
    const stop = onTheme(measure)
    return () => {
      size.disconnect()
      stop()
    }
  }, [])
  return { ref, ...box }
}
