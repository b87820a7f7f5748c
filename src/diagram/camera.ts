import {
  easeCubicInOut,
  interpolate,
  select,
  timer,
  zoom,
  zoomIdentity,
  zoomTransform,
  type Timer,
  type ZoomTransform,
} from 'd3'
import type { Point, Rect } from './scene'

/** The middle of what is seen, as a point of the scene, and how large a unit of it is on the screen. */
export interface Place extends Point {
  readonly k: number
}

/**
 * What stands in the middle, in words that outlive another size of the page: a box, how far the middle is from its
 * own, and the zoom.
 */
export interface Aim extends Place {
  readonly id: string
}

export interface Camera {
  /** Where the scene lies on the screen. */
  transform(): ZoomTransform
  /** Shows a rectangle as large as it fits, at most `largest` times its size. */
  frame(
    rect: Rect,
    options?: {
      largest?: number
      smallest?: number
      down?: boolean
      duration?: number
      /** The reader asked for it, so that it counts as moved. */
      asked?: boolean
    },
  ): void
  /** The scale at which a rectangle fills what is seen, at most `largest`. */
  fitting(rect: Rect, largest?: number): number
  zoomBy(factor: number, duration?: number): void
  place(): Place
  goTo(place: Place): void
  /** Moves as little as needed so that a rectangle is in sight, with room around it: a share of the page. */
  reveal(rect: Rect, room?: number): void
  /** Moves so that a point of the scene stays where another was, then no more than needed to bring `seen` into sight. */
  hold(was: Point, is: Point, seen: Rect, duration: number): void
  /** Whether the reader has moved it since it last framed something. */
  touched(): boolean
  destroy(): void
}

/** Room around what is framed; less where there is little. */
const padding = 16

/** What has room for more is not made larger than this. */
const largestFit = 1.6

/** What flows down is made no smaller than this to fit the width, so that its text keeps its size. */
const narrowest = 1

const range: [number, number] = [0.02, 40]

/** Pan and zoom: wheel, drag, pinch. */
export function createCamera(
  root: HTMLElement,
  onMove: (transform: ZoomTransform, byHand: boolean) => void,
): Camera {
  let touched = false
  let moving: Timer | undefined
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent(range)
    .clickDistance(5)
    .on('zoom', (event: { transform: ZoomTransform; sourceEvent: unknown }) => {
      if (event.sourceEvent) {
        touched = true
        moving?.stop()
      }
      onMove(event.transform, Boolean(event.sourceEvent))
    })
  const selection = select(root).call(behaviour).on('dblclick.zoom', null)
  const size = () => ({ width: root.clientWidth || 1, height: root.clientHeight || 1 })

  /** Straight and in step with a scene that moves at the same time, so that what is held in place stays there. */
  function go(to: ZoomTransform, duration = 0): void {
    moving?.stop()
    if (duration === 0) return void selection.call(behaviour.transform, to)
    const from = zoomTransform(root)
    const between = interpolate([from.x, from.y, from.k], [to.x, to.y, to.k])
    moving = timer((elapsed) => {
      const part = Math.min(1, elapsed / duration)
      const [x, y, k] = between(easeCubicInOut(part))
      selection.call(behaviour.transform, zoomIdentity.translate(x, y).scale(k))
      if (part === 1) moving?.stop()
    })
  }

  /** A transform moved as little as needed; what is larger than the page is shown from its beginning. */
  function toShow(rect: Rect, at: ZoomTransform, room = 0): ZoomTransform {
    const { width, height } = size()
    const shift = (from: number, length: number, available: number) => {
      const around = Math.max(padding, Math.min(room * available, (available - length) / 2))
      if (from < around) return around - from
      return Math.min(0, Math.max(available - around - from - length, around - from))
    }
    const dx = shift(at.applyX(rect.x), rect.width * at.k, width)
    const dy = shift(at.applyY(rect.y), rect.height * at.k, height)
    return dx || dy ? zoomIdentity.translate(at.x + dx, at.y + dy).scale(at.k) : at
  }

  const scales = (rect: Rect) => {
    const { width, height } = size()
    return {
      wide: (width - 2 * Math.min(padding, width / 32)) / rect.width,
      high: (height - 2 * padding) / rect.height,
    }
  }

  function fitting(rect: Rect, largest = largestFit): number {
    const { wide, high } = scales(rect)
    return Math.max(Math.min(wide, high, largest), range[0])
  }

  return {
    transform: () => zoomTransform(root),
    touched: () => touched,
    fitting,
    frame(rect, { largest, smallest = range[0], down = false, duration = 0, asked = false } = {}) {
      touched = asked
      const { width, height } = size()
      // What flows down is fitted to the width of the page.
      const least = down ? Math.max(Math.min(scales(rect).wide, 1), narrowest) : smallest
      const k = Math.max(fitting(rect, largest), least)
      // What does not fit starts at its beginning, which is in the middle of what flows down.
      const offset = (available: number, length: number, middle: boolean) =>
        k * length > available && !middle ? padding : (available - k * length) / 2
      const x = offset(width, rect.width, down) - k * rect.x
      const y = offset(height, rect.height, false) - k * rect.y
      go(zoomIdentity.translate(x, y).scale(k), duration)
    },
    zoomBy(factor, duration = 0) {
      touched = true
      const { width, height } = size()
      const { x, y, k } = zoomTransform(root)
      const next = Math.min(range[1], Math.max(range[0], k * factor))
      const part = next / k
      go(
        zoomIdentity
          .translate(width / 2 - (width / 2 - x) * part, height / 2 - (height / 2 - y) * part)
          .scale(next),
        duration,
      )
    },
    place() {
      const { width, height } = size()
      const at = zoomTransform(root)
      return { x: at.invertX(width / 2), y: at.invertY(height / 2), k: at.k }
    },
    goTo({ x, y, k: wanted }) {
      touched = true
      const k = Math.min(range[1], Math.max(range[0], wanted))
      const { width, height } = size()
      go(zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k))
    },
    reveal(rect, room) {
      const now = zoomTransform(root)
      const to = toShow(rect, now, room)
      if (to !== now) go(to)
    },
    hold(was, is, seen, duration) {
      touched = true
      const { x, y, k } = zoomTransform(root)
      go(
        toShow(seen, zoomIdentity.translate(x + (was.x - is.x) * k, y + (was.y - is.y) * k).scale(k)),
        duration,
      )
    },
    destroy() {
      moving?.stop()
      selection.on('.zoom', null)
    },
  }
}
