import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Role } from '../mirror/messages'
import { windowName } from '../mirror/talk'

interface Props {
  readonly part: Extract<Role, 'now' | 'next'>
  readonly session: string
  /** The slide's address; one that changes is gone to. */
  readonly hash: string
  /** Of the window that it stands for, in pixels: the slide is laid out as it is there, and then made smaller. */
  readonly size: { readonly width: number; readonly height: number }
  readonly title: string
  /** It has gone to another address. */
  readonly onPlace?: (hash: string) => void
  readonly frame?: RefObject<HTMLIFrameElement | null>
}

/** The next slide follows so much later, in milliseconds. */
const later = 500

/** A slide of the talk in a window of its own inside of this one: it is the same page, as large as the projected one. */
export function SlideFrame({ part, session, hash, size, title, onPlace, frame }: Props) {
  const own = useRef<HTMLIFrameElement>(null)
  const element = frame ?? own
  const box = useRef<HTMLDivElement>(null)
  const [{ scale, left, top }, setPlace] = useState({ scale: 0, left: 0, top: 0 })
  const [first] = useState(hash)
  const placed = useRef(onPlace)
  useEffect(() => {
    placed.current = onPlace
  })
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
    if (onPlace) return
    // After the slide that is shown: both are drawn by the same thread.
    const timer = setTimeout(() => {
      const view = element.current?.contentWindow
      if (view && view.location.hash !== hash && view.location.href !== 'about:blank')
        view.location.replace(hash)
    }, later)
    return () => clearTimeout(timer)
  }, [element, hash, onPlace])

  /** The page in the frame goes from slide to slide by itself. */
  const follow = () => {
    const view = element.current?.contentWindow
    if (!view) return
    const tell = () => placed.current?.(view.location.hash)
    view.addEventListener('hashchange', tell)
    view.addEventListener('popstate', tell)
    if (!placed.current && view.location.hash !== hash) view.location.replace(hash)
  }

  return (
    <div ref={box} className={`slide-frame ${part}`} style={{ aspectRatio: `${width} / ${height}` }}>
      <iframe
        ref={element}
        name={windowName(part, session)}
        src={`${location.href.split('#')[0]}${first}`}
        title={title}
        tabIndex={part === 'next' ? -1 : undefined}
        onLoad={follow}
        style={{ width, height, scale: String(scale), translate: `${left}px ${top}px` }}
      />
    </div>
  )
}
