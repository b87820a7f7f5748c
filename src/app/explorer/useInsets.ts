import { type RefObject, useEffect, useState } from 'react'
import { type Insets, noInsets } from '../../diagram/lens'

/** No more of a picture's height is given up to what lies over it, as a share. */
const most = 0.5

/**
 * How much of the picture in a frame is covered by what lies over it. What does so says at which edge:
 * `data-covers="bottom"` or `"top"` on a child of the frame.
 */
export function useInsets(frame: RefObject<HTMLElement | null>): Insets {
  const [insets, setInsets] = useState(noInsets)
  useEffect(() => {
    const element = frame.current!
    const covers = () => [...element.querySelectorAll<HTMLElement>(':scope > [data-covers]')]
    const measure = () => {
      const picture = element.querySelector('.diagram')?.getBoundingClientRect()
      if (!picture) return
      // Below the picture stands its legend, of as many lines as it needs.
      const below = element.getBoundingClientRect().bottom - picture.bottom
      element.style.setProperty('--below-picture', `${Math.max(0, Math.round(below))}px`)
      let [top, bottom] = [0, 0]
      for (const cover of covers()) {
        const box = cover.getBoundingClientRect()
        if (box.height === 0) continue
        if (cover.dataset.covers === 'top') top = Math.max(top, box.bottom - picture.top)
        else bottom = Math.max(bottom, picture.bottom - box.top)
      }
      const limit = picture.height * most
      const next = {
        ...noInsets,
        top: Math.round(Math.min(top, limit)),
        bottom: Math.round(Math.min(bottom, limit)),
      }
      setInsets((was) => (was.top === next.top && was.bottom === next.bottom ? was : next))
    }
    const sizes = new ResizeObserver(measure)
    const follow = () => {
      sizes.disconnect()
      for (const each of [element, ...element.querySelectorAll('.diagram'), ...covers()]) sizes.observe(each)
      measure()
    }
    const children = new MutationObserver(follow)
    children.observe(element, { childList: true })
    follow()
    return () => {
      sizes.disconnect()
      children.disconnect()
    }
  }, [frame])
  return insets
}
