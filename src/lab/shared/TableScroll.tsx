import { type ReactNode, useEffect, useRef, useState } from 'react'

/** A table that may be wider than its place: it scrolls in a box of its own, with the keyboard too, and says so. */
export function TableScroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [hasMore, setMore] = useState(false)
  useEffect(() => {
    const element = box.current!
    // To the left or to the right, depending on how the page is read.
    const measure = () =>
      setMore(element.scrollWidth - element.clientWidth - Math.abs(element.scrollLeft) > 2)
    const size = new ResizeObserver(measure)
    size.observe(element)
    for (const child of element.children) size.observe(child)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      size.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [])
  return (
    <div className="lab-scroll-frame" data-more={hasMore || undefined}>
      <div className="lab-scroll" role="group" aria-label={label} tabIndex={0} ref={box}>
        {children}
      </div>
      {hasMore && (
        <p className="lab-scroll-more small-text soft" aria-hidden>
          The table continues to the side.
        </p>
      )}
    </div>
  )
}
