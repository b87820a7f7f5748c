import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { onRoom, roomOf } from '../../ui/room'
import { onTheme } from '../../ui/theme'

/** A drawing in CSS pixels, so that its text has the size of the theme at every width. */
export function useWidth<E extends HTMLElement>(): {
  readonly ref: RefObject<E | null>
  readonly width: number
  /** Size of the text in pixels. */
  readonly text: number
  /** How many times as large as asked for it may be. */
  readonly room: number
} {
  const ref = useRef<E>(null)
  const [size, setSize] = useState({ width: 320, text: 15, room: 1 })
  useLayoutEffect(() => {
    const box = ref.current!
    const measure = () =>
      setSize({
        width: box.clientWidth,
        text: Number.parseFloat(getComputedStyle(box).fontSize),
        room: roomOf(box),
      })
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(box)
    // As wide as the text is large: that may change while the box does not.
    const letter = document.createElement('span')
    letter.ariaHidden = 'true'
    // At the start, where it does not go past the figure.
    Object.assign(letter.style, {
      position: 'absolute',
      inset: '0 auto auto 0',
      visibility: 'hidden',
      inlineSize: '1em',
    })
    box.append(letter)
    watch.observe(letter)
    const stop = onTheme(measure)
    // Whoever gives it room looks at once whether it has too much.
    const stopRoom = onRoom(() => flushSync(measure))
    return () => {
      watch.disconnect()
      letter.remove()
      stop()
      stopRoom()
    }
  }, [])
  return { ref, ...size }
}
