import { around, withShapes } from './extent'
import type { Box, Point, Rect, Scene } from './scene'

/** What of a picture stands where something was before, and what of it is to be seen. */
interface Change {
  readonly was: Point
  readonly is: Point
  readonly seen: Rect
}

/** What was opened or closed between two scenes; null where nothing was. */
export function changeOf(before: Scene, after: Scene, active: string | null): Change | null {
  const was = new Map(before.boxes.map((box) => [box.id, box]))
  const is = new Map(after.boxes.map((box) => [box.id, box]))
  const toggled = after.boxes.filter(({ id, kind }) => (was.get(id)?.kind ?? kind) !== kind)
  const found = toggled.find(({ id }) => id === active) ?? toggled[0]
  if (found) {
    return { was: was.get(found.id)!.entry, is: found.entry, seen: seenOf(after, found) }
  }
  // Blocks that are alike stood, or now stand, as one.
  const gone = inOrder(before.boxes.filter(({ id }) => !is.has(id)))
  const come = inOrder(after.boxes.filter(({ id }) => !was.has(id)))
  const stack = [...gone, ...come].find((box) => box.stack)
  if (!stack || gone.length === 0 || come.length === 0) return null
  return { was: gone[0].entry, is: come[0].entry, seen: around(come) }
}

/**
 * What is to be seen of something that was opened or closed. What flows to the right stays under the pointer, even where
 * the shape that leaves it is out of sight then.
 */
export function seenOf(scene: Scene, box: Box): Rect {
  return scene.direction === 'down' ? withShapes(scene, box) : box
}

function inOrder(boxes: readonly Box[]): readonly Box[] {
  return [...boxes].sort((a, b) => a.place - b.place || a.depth - b.depth)
}
