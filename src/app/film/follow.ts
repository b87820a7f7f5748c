import { type RefObject, useEffect, useRef } from 'react'
import type { DiagramHandle } from '../../diagram/Diagram'
import { around, withShapes } from '../../diagram/extent'
import { clearOf, type Insets, type Lens, type Pane, shown } from '../../diagram/lens'
import type { Point, Rect, Scene } from '../../diagram/scene'
import type { Graph } from '../../nn/graph'
import { onFigureMoved } from '../mirror/figure'
import { visibleAs } from '../state/network'
import { useStore } from '../state/store'
import { filmFor } from './film'

/** What is left of a way after so many milliseconds is 1/e of it. */
const ease = 80

/** Less than so many pixels is no way. */
const least = 1

const here: Point = { x: 0, y: 0 }

/** Where the boxes of some nodes lie that are computed side by side; the first one where all have no room. */
export function roomOf(scene: Scene, ids: readonly string[], at: Lens, pane: Pane): Rect | null {
  const rects = scene.boxes.filter(({ id }) => ids.includes(id)).map((box) => withShapes(scene, box))
  if (rects.length === 0) return null
  const all = around(rects)
  const clear = clearOf(pane)
  return all.width * at.k <= clear.width && all.height * at.k <= clear.height ? all : rects[0]
}

/** How far a picture moves for a place: not at all where it is in sight, else to the middle of what it left. */
export function wayTo(rect: Rect, at: Lens, pane: Pane): Point {
  const needed = shown(rect, at, pane)
  const middle = shown(rect, at, pane, 0.5)
  return {
    x: needed.x === at.x ? 0 : middle.x - at.x,
    y: needed.y === at.y ? 0 : middle.y - at.y,
  }
}

/** Keeps what a step computes in sight until somebody moves the picture by hand; a film that begins anew leads again. */
export function useFollow(
  graph: Graph,
  step: number | null,
  diagram: RefObject<DiagramHandle | null>,
  insets: Insets,
): void {
  const expanded = useStore((state) => state.expanded)
  const isByHand = useRef(false)
  const left = useRef<Point>(here)

  useEffect(
    () =>
      onFigureMoved((side) => {
        if (side !== 'left') return
        isByHand.current = true
        left.current = here
      }),
    [],
  )

  useEffect(() => {
    if (step === 0) isByHand.current = false
    const picture = diagram.current
    const shot = picture?.snapshot()
    if (step === null || isByHand.current || !picture || !shot) return
    const { zoom: k, visible } = shot
    // What is under way is changed, not given up.
    const { x, y } = left.current
    const at = { x: x - visible.x * k, y: y - visible.y * k, k }
    const pane = { width: visible.width * k, height: visible.height * k, insets }
    const ids = filmFor(graph).steps[step].map(({ id }) => visibleAs(graph, expanded, id))
    const room = roomOf(shot.scene, ids, at, pane)
    const more = room ? wayTo(room, at, pane) : here
    left.current = { x: x + more.x, y: y + more.y }
    return go(picture, left)
  }, [graph, step, expanded, diagram, insets])
}

/** Goes what is left of a way, at once where no movement is wanted; returns what ends it. */
function go(picture: DiagramHandle, left: { current: Point }): (() => void) | undefined {
  const isThere = () => Math.hypot(left.current.x, left.current.y) < least
  const by = (share: number) => {
    const { x, y } = left.current
    left.current = { x: x * (1 - share), y: y * (1 - share) }
    picture.pan(x * share, y * share)
  }
  if (isThere()) return
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return void by(1)
  let before = performance.now()
  let frame = requestAnimationFrame(function turn(now) {
    if (isThere()) return
    by(1 - Math.exp(-Math.max(0, now - before) / ease))
    before = now
    frame = requestAnimationFrame(turn)
  })
  return () => cancelAnimationFrame(frame)
}
