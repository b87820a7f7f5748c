import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Role } from '../mirror/messages'
import { hasPeer, useTalk, windowName } from '../mirror/talk'

interface Props {
  readonly part: Extract<Role, 'now' | 'next'>
  readonly session: string
  /** The slide's address. To one that changes the next slide is taken; the one that is shown follows the talk itself. */
  readonly hash: string
  /** Of the window that it stands for, in pixels: the slide is laid out as it is there, and then made smaller. */
  readonly size: { readonly width: number; readonly height: number }
  readonly title: string
  readonly isHidden?: boolean
}

/** The next slide follows so much later, in milliseconds. */
const later = 500

/**
 * A slide of the talk in a window of its own inside of this one: it is the same page, as large as the projected one. Only
 * messages reach it: from a folder no page sees into another one.
 */
export function SlideFrame({ part, session, hash, size, title, isHidden = false }: Props) {
  const element = useRef<HTMLIFrameElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [{ scale, left, top }, setPlace] = useState({ scale: 0, left: 0, top: 0 })
  const page = location.href.split('#')[0]
  const [first] = useState(hash)
  /** Where the page in the frame was told to be, once it has come. */
  const at = useRef<string>(null)
  const isThere = useTalk(hasPeer(part))
  const { width, height } = size

  useLayoutEffect(() => {
    const measure = () => {
      const { clientWidth, clientHeight } = box.current!
      const scale = Math.min(clientWidth / width, clientHeight / height)
      setPlace({ scale, left: (clientWidth - width * scale) / 2, top: (clientHeight - height * scale) / 2 })
    }
    const watch = new ResizeObserver(measure)
    watch.observe(box.current!)
    measure()
    return () => watch.disconnect()
  }, [width, height])

  useEffect(() => {
    if (part === 'now') return
    // After the slide that is shown: both are drawn by the same thread.
    const timer = setTimeout(() => {
      if (at.current === null || at.current === hash) return
      at.current = hash
      element.current?.contentWindow?.location.replace(page + hash)
    }, later)
    return () => clearTimeout(timer)
  }, [part, page, hash])

  /** What came may be an older slide than is wanted by now. */
  const come = () => {
    if (at.current === null && hash !== first && part === 'next')
      element.current?.contentWindow?.location.replace(page + hash)
    at.current = hash
  }

  return (
    <div
      ref={box}
      className={`slide-frame ${part}`}
      // The next slide says nothing of itself.
      aria-busy={part === 'now' && !isThere}
      style={{ aspectRatio: `${width} / ${height}`, ...(isHidden && { visibility: 'hidden' }) }}
    >
      <iframe
        ref={element}
        name={windowName(part, session)}
        src={page + first}
        title={title}
        tabIndex={part === 'next' ? -1 : undefined}
        onLoad={come}
        style={{ width, height, scale: String(scale), translate: `${left}px ${top}px` }}
      />
    </div>
  )
}
