import { interpolate, select, zoom, zoomIdentity, zoomTransform, type ZoomTransform } from 'd3'
import { enough } from './measure'
import type { Point, Rect } from './scene'

export interface Camera {
  /** Where the scene lies on the screen. */
  transform(): ZoomTransform
  /** Shows a rectangle as large as it fits, at most `largest` times its size. */
  frame(
    rect: Rect,
    options?: { largest?: number; smallest?: number; down?: boolean; duration?: number },
  ): void
  zoomBy(factor: number): void
  /** The point of the scene in the middle of the screen, and the zoom. */
  place(): Point & { readonly k: number }
  goTo(place: Point & { readonly k: number }): void
  /** Moves as little as needed so that a rectangle is in sight. */
  reveal(rect: Rect): void
  /** Moves so that a point of the scene stays where another was, then no more than needed to bring `seen` into sight. */
  hold(was: Point, is: Point, seen: Rect, duration: number): void
  /** Whether the reader has moved it since it last framed something. */
  touched(): boolean
  destroy(): void
}

/** Room around what is framed. */
const padding = 16

/** What flows down is made no smaller than this to fit the width. */
const narrowest = 0.6

const range: [number, number] = [0.03, 6]

/** Pan and zoom: wheel, drag, pinch. */
export function createCamera(
  svg: SVGSVGElement,
  onMove: (transform: ZoomTransform, byHand: boolean) => void,
): Camera {
  let touched = false
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent(range)
    .clickDistance(5)
    // Straight, so that what is held in place while the scene moves stays in place.
    .interpolate(interpolate)
    .on('zoom', (event: { transform: ZoomTransform; sourceEvent: unknown }) => {
      if (event.sourceEvent) touched = true
      onMove(event.transform, Boolean(event.sourceEvent))
    })
  const root = select(svg).call(behaviour).on('dblclick.zoom', null)
  const size = () => ({ width: svg.clientWidth || 1, height: svg.clientHeight || 1 })

  function go(to: ZoomTransform, duration = 0): void {
    if (duration > 0) root.transition('camera').duration(duration).call(behaviour.transform, to)
    else root.interrupt('camera').call(behaviour.transform, to)
  }

  /** A transform moved as little as needed; what is larger than the page is shown from its beginning. */
  function toShow(rect: Rect, at: ZoomTransform): ZoomTransform {
    const { width, height } = size()
    const shift = (from: number, length: number, available: number) => {
      if (from < padding) return padding - from
      return Math.min(0, Math.max(available - padding - from - length, padding - from))
    }
    const dx = shift(at.applyX(rect.x), rect.width * at.k, width)
    const dy = shift(at.applyY(rect.y), rect.height * at.k, height)
    return dx || dy ? zoomIdentity.translate(at.x + dx, at.y + dy).scale(at.k) : at
  }

  return {
    transform: () => zoomTransform(svg),
    touched: () => touched,
    frame(rect, { largest = 1.6, smallest = range[0], down = false, duration = 0 } = {}) {
      touched = false
      const { width, height } = size()
      const wide = (width - 2 * padding) / rect.width
      const high = (height - 2 * padding) / rect.height
      const whole = Math.min(wide, high)
      // A little smaller is better than cut; much smaller is not. What flows down is fitted to the width of the page.
      const least = down
        ? Math.max(Math.min(wide, 1), narrowest)
        : whole >= smallest * enough
          ? whole
          : smallest
      const k = Math.max(Math.min(whole, largest), least)
      // What does not fit starts at its beginning, which is in the middle of what flows down.
      const offset = (available: number, length: number, middle: boolean) =>
        k * length > available && !middle ? padding : (available - k * length) / 2
      const x = offset(width, rect.width, down) - k * rect.x
      const y = offset(height, rect.height, false) - k * rect.y
      go(zoomIdentity.translate(x, y).scale(k), duration)
    },
    zoomBy(factor) {
      touched = true
      root.transition('camera').duration(150).call(behaviour.scaleBy, factor)
    },
    place() {
      const { width, height } = size()
      const at = zoomTransform(svg)
      return { x: at.invertX(width / 2), y: at.invertY(height / 2), k: at.k }
    },
    goTo({ x, y, k }) {
      touched = true
      const { width, height } = size()
      go(zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k))
    },
    reveal(rect) {
      const now = zoomTransform(svg)
      const to = toShow(rect, now)
      if (to !== now) go(to)
    },
    hold(was, is, seen, duration) {
      touched = true
      const { x, y, k } = zoomTransform(svg)
      go(
        toShow(seen, zoomIdentity.translate(x + (was.x - is.x) * k, y + (was.y - is.y) * k).scale(k)),
        duration,
      )
    },
    destroy: () => void root.interrupt('camera').on('.zoom', null),
  }
}
