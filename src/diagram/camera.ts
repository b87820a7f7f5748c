import { select, timer, zoom, zoomIdentity, zoomTransform, type Timer, type ZoomTransform } from 'd3'
import { type Company, framedBeside } from './beside'
import { eased } from './ease'
import {
  fitting,
  type FrameOptions,
  framed,
  holding,
  held,
  type Insets,
  type Lens,
  noInsets,
  type Pane,
  range,
  shown,
} from './lens'
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
  /** How high the box was in its scene: words are laid out larger in a scene that is read from further away. */
  readonly size?: number
}

export interface Camera {
  /** Where the scene lies on the screen. */
  transform(): ZoomTransform
  /** What lies over the picture is left out where something is framed or brought into sight. */
  cover(insets: Insets): void
  /** @param company what lies around it, which is not to be cut off where that can be helped */
  frame(rect: Rect, options?: FrameOptions, duration?: number, company?: Company): void
  /** The scale at which a rectangle fills what is seen. */
  fitting(rect: Rect): number
  zoomBy(factor: number, duration?: number): void
  place(): Place
  goTo(place: Place): void
  /** Moves by pixels. */
  pan(dx: number, dy: number): void
  /**
   * Moves as little as needed so that a rectangle is in sight, with room around it: a share of the page.
   * @param reading what is larger than the page is made smaller for that, down to this zoom
   */
  reveal(rect: Rect, room?: number, reading?: number, duration?: number): void
  /**
   * Moves so that a point of the scene stays where another was, then no more than needed to bring `seen` into sight.
   * @param reading the zoom below which the picture is made no smaller for that
   * @param far that zoom where all of it fits then
   */
  hold(was: Point, is: Point, seen: Rect, reading: number, far: number, duration: number): void
  destroy(): void
}

/** Pan and zoom: wheel, drag, pinch. */
export function createCamera(
  root: HTMLElement,
  onMove: (transform: ZoomTransform, byHand: boolean) => void,
): Camera {
  let insets = noInsets
  let moving: Timer | undefined
  /** Where a movement leads, and when it is there. */
  let going: { readonly to: Lens; readonly until: number } | null = null
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([...range])
    .clickDistance(5)
    .filter((event: MouseEvent & { readonly touches?: TouchList }) => {
      // One finger over a picture that is whole is the page's, where it goes on beyond.
      if (event.touches?.length === 1 && root.matches('[data-swipes] [data-whole]')) return false
      return (!event.ctrlKey || event.type === 'wheel') && !event.button
    })
    .on('zoom', (event: { transform: ZoomTransform; sourceEvent: unknown }) => {
      if (event.sourceEvent) stop()
      onMove(event.transform, Boolean(event.sourceEvent))
    })
  const selection = select(root).call(behaviour).on('dblclick.zoom', null)
  const pane = (): Pane => ({ width: root.clientWidth || 1, height: root.clientHeight || 1, insets })

  function stop(): void {
    moving?.stop()
    going = null
  }

  /** Straight and in step with a scene that moves at the same time, so that what is held in place stays there. */
  function go(to: Lens, duration = 0): void {
    stop()
    const turn = ({ x, y, k }: Lens) =>
      selection.call(behaviour.transform, zoomIdentity.translate(x, y).scale(k))
    if (duration === 0) return void turn(to)
    going = { to, until: performance.now() + duration }
    const from = zoomTransform(root)
    const between = (a: number, b: number, part: number) => a + (b - a) * part
    moving = timer((elapsed) => {
      const part = Math.min(1, elapsed / duration)
      const share = eased(part)
      turn({
        x: between(from.x, to.x, share),
        y: between(from.y, to.y, share),
        k: between(from.k, to.k, share),
      })
      if (part === 1) stop()
    })
  }

  const middle = () => ({ x: pane().width / 2, y: pane().height / 2 })
  const within = (k: number) => Math.min(range[1], Math.max(range[0], k))

  return {
    transform: () => zoomTransform(root),
    cover(next) {
      insets = next
    },
    fitting: (rect) => fitting(rect, pane()),
    frame: (rect, options, duration, company) =>
      go(company ? framedBeside(rect, company, pane(), options) : framed(rect, pane(), options), duration),
    zoomBy(factor, duration = 0) {
      const { x, y } = middle()
      const now = zoomTransform(root)
      const k = within(now.k * factor)
      const part = k / now.k
      go({ x: x - (x - now.x) * part, y: y - (y - now.y) * part, k }, duration)
    },
    place() {
      const { x, y } = middle()
      const at = zoomTransform(root)
      return { x: at.invertX(x), y: at.invertY(y), k: at.k }
    },
    goTo({ x, y, k: wanted }) {
      const k = within(wanted)
      go({ x: middle().x - x * k, y: middle().y - y * k, k })
    },
    pan(dx, dy) {
      const { x, y, k } = zoomTransform(root)
      go({ x: x + dx, y: y + dy, k })
    },
    reveal(rect, room, reading, duration = 0) {
      // What is under way is changed, not given up.
      const now = going?.to ?? zoomTransform(root)
      const to = shown(rect, reading === undefined ? now : holding(rect, now, pane(), reading), pane(), room)
      if (to !== now) go(to, going ? Math.max(0, going.until - performance.now()) : duration)
    },
    hold: (was, is, seen, reading, far, duration) =>
      go(held(was, is, seen, zoomTransform(root), pane(), reading, far), duration),
    destroy() {
      stop()
      selection.on('.zoom', null)
    },
  }
}
