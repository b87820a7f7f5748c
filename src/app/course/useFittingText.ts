import { type RefObject, useLayoutEffect } from 'react'
import { setRoom } from '../../ui/room'
import { onTheme } from '../../ui/theme'

/** How much larger or smaller than asked for text may become, and in which steps. */
const largest = 1.3
const smallest = 0.7
const step = 0.05

/** Words of a figure grow so far before its drawings do, and further after them. */
const middling = 1.15

/** How many times as large drawings may become, and in which steps. */
const widest = 3.5
const stride = 0.1

const isTooHigh = (box: HTMLElement) => box.scrollHeight > box.clientHeight + 1

/** Words that would be smaller than this share of their size get room of their neighbor. */
const readable = 0.8

/** What helps words that would be small, in this order. */
const tightness = ['', 'title', 'more'] as const

/** The largest size at which nothing is too high, and whether there is one that is not below `least`. */
function shrink(box: HTMLElement, least = smallest): boolean {
  let size = largest
  box.style.setProperty('--fit', size.toFixed(2))
  while (size > least + step / 2 && isTooHigh(box)) {
    size -= step
    box.style.setProperty('--fit', size.toFixed(2))
  }
  return !isTooHigh(box)
}

/**
 * Sets `--fit` on a box: 1, more where its content leaves room, less where it would be higher than the box. Type grows and
 * shrinks, nothing is scaled. Where that is not enough the box gets `data-tight`, for whoever styles it to leave out what
 * can be left out; where its words would still be small, `data-tight="title"`, to do without its heading, and then
 * `data-tight="more"`, to give it room of its neighbor.
 */
export function useFittingText(box: RefObject<HTMLElement | null>, ...content: readonly unknown[]): void {
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    let busy = false
    const fit = () => {
      if (busy) return
      busy = true
      element.removeAttribute('data-tight')
      if (!shrink(element))
        for (const level of tightness) {
          element.setAttribute('data-tight', level)
          if (shrink(element, level === 'more' ? smallest : readable)) break
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

const isCutSideways = (box: HTMLElement) => box.scrollWidth > box.clientWidth + 1

/** So far something may go into the margin, in pixels. */
const intoMargin = 6

/** The picture of a network in a lab, which has what room the rest leaves it. */
const picture = '.lab-picture'

const goesOn = (box: HTMLElement) => box.querySelector(`${picture} [data-goes-on]`) !== null

/** Whether a figure or a table in it goes on beyond an edge. */
const isFigureCut = (box: HTMLElement) =>
  isTooHigh(box) ||
  isCutSideways(box) ||
  [...box.querySelectorAll<HTMLElement>('.lab-scroll, .lab-body button')].some(isCutSideways) ||
  [...box.querySelectorAll('.lab-body')].some((body) => body.scrollWidth > body.clientWidth + intoMargin)

/**
 * The same for a figure, whose drawings have the room that is left (`--room`), and whose charts take what room there is
 * and follow a frame later: it grows or shrinks when it has come and when its room changes, and what a reader does in it
 * can only make it shrink, to `least` of its size.
 */
export function useFittingFigure(
  box: RefObject<HTMLElement | null>,
  isOn: boolean,
  least: number = smallest,
): void {
  useLayoutEffect(() => {
    const element = box.current
    if (!element || !isOn) return undefined
    let frame = 0
    let size = 1
    let room = 1
    const set = (to: number) => {
      size = to
      element.style.setProperty('--fit', size.toFixed(2))
    }
    const setRoomTo = (to: number, isTold = true) => {
      room = to > 1 + stride / 2 ? to : 1
      setRoom(element, room, isTold)
    }
    const growTo = (most: number) => {
      while (size < most - step / 2 && !isFigureCut(element)) set(size + step)
      while (size > least + step / 2 && isFigureCut(element)) set(size - step)
    }
    /** Not even the smallest words leave the picture enough room. */
    let isHopeless = false
    const grow = (isTold = true) => {
      isHopeless = false
      setRoomTo(1, isTold)
      set(1)
      // A picture would have less room for larger words, and says only a frame later whether it goes on.
      if (element.querySelector(picture)) return shrinkOnce()
      growTo(middling)
      if (isFigureCut(element)) return
      setRoomTo(widest, isTold)
      while (room > 1 && isFigureCut(element)) setRoomTo(room - stride, isTold)
      growTo(largest)
    }
    // What is laid out by its own arithmetic follows a frame later, so one step is waited for.
    const shrinkOnce = () => {
      const picturesCut = !isHopeless && goesOn(element)
      if (!picturesCut && !isFigureCut(element)) return
      // Drawings answer at once.
      while (room > 1 && isFigureCut(element)) setRoomTo(room - stride)
      if (!picturesCut && !isFigureCut(element)) return
      if (size > least + step / 2) set(size - step)
      else if (picturesCut) {
        isHopeless = true
        set(1)
      } else return
      soon()
    }
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => (hasCome ? shrinkOnce() : begin()))
    }
    let hasCome = false
    const begin = (isTold = true) => {
      hasCome = element.querySelector('.lab-body') !== null
      if (hasCome) grow(isTold)
    }
    begin(false)
    const sizes = new ResizeObserver(() => {
      hasCome = false
      soon()
    })
    sizes.observe(element)
    const changes = new MutationObserver((all) => {
      // The box's own style is what is set here; a figure that has been fetched becomes its child.
      if (all.some(({ target, type }) => target !== element || type === 'childList')) soon()
    })
    changes.observe(element, {
      childList: true,
      subtree: true,
      attributeFilter: ['style', 'viewBox', 'height', 'data-goes-on'],
    })
    const stop = onTheme(() => grow())
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      changes.disconnect()
      stop()
      element.style.removeProperty('--fit')
      setRoom(element, 1, false)
    }
  }, [box, isOn, least])
}
