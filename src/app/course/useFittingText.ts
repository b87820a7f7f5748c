import { type RefObject, useLayoutEffect } from 'react'

/** Text is made this much smaller at most, step by step, until a slide needs no scrolling. */
const smallest = 0.7
const step = 0.05

/** Sets `--fit` on a box: 1, or less where its content would be higher than the box. Type shrinks, nothing is scaled. */
export function useFittingText(box: RefObject<HTMLElement | null>, content: unknown): void {
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    let busy = false
    const fit = () => {
      if (busy) return
      busy = true
      let size = 1
      element.style.setProperty('--fit', '1')
      while (element.scrollHeight > element.clientHeight + 1 && size > smallest) {
        size -= step
        element.style.setProperty('--fit', size.toFixed(2))
      }
      busy = false
    }
    fit()
    const sizes = new ResizeObserver(fit)
    sizes.observe(element)
    const changes = new MutationObserver(fit)
    changes.observe(element, { childList: true, subtree: true, attributeFilter: ['open'] })
    const themes = new MutationObserver(fit)
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      sizes.disconnect()
      changes.disconnect()
      themes.disconnect()
    }
  }, [box, content])
}
