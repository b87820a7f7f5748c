import { type RefObject, useLayoutEffect } from 'react'
import { onTheme } from '../../ui/theme'

/** Text is made this much smaller at most, step by step, until a slide needs no scrolling. */
const smallest = 0.7
const step = 0.05

const isTooHigh = (box: HTMLElement) => box.scrollHeight > box.clientHeight + 1

function shrink(box: HTMLElement): void {
  let size = 1
  box.style.setProperty('--fit', '1')
  while (isTooHigh(box) && size > smallest) {
    size -= step
    box.style.setProperty('--fit', size.toFixed(2))
  }
}

/** Sets `--fit` on a box: 1, or less where its content would be higher than the box. Type shrinks, nothing is scaled. Where that is not enough the box gets `data-tight`. */
export function useFittingText(box: RefObject<HTMLElement | null>, ...content: readonly unknown[]): void {
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    let busy = false
    const fit = () => {
      if (busy) return
      busy = true
      element.removeAttribute('data-tight')
      shrink(element)
      if (isTooHigh(element)) {
        // Whoever styles the box leaves out what can be left out, and the rest is as large as it can be.
        element.setAttribute('data-tight', '')
        shrink(element)
      }
      busy = false
    }
    fit()
    const sizes = new ResizeObserver(fit)
    sizes.observe(element)
    const changes = new MutationObserver(fit)
    changes.observe(element, { childList: true, subtree: true, attributeFilter: ['open'] })
    const stop = onTheme(fit)
    return () => {
      sizes.disconnect()
      changes.disconnect()
      stop()
    }
    // Whoever calls says what is in the box, always as many things.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [box, ...content])
}
