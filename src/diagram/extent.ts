import type { Box, Rect, Scene } from './scene'

/**
 * A box of what flows down, as wide as it is with the shapes beside the ribbons in it and next to it, so that
 * framing it cuts none of them off.
 */
export function withShapes(scene: Scene, box: Box): Rect {
  if (scene.direction !== 'down') return box
  const near = 6 * scene.text
  const beside = scene.labels
    .filter(({ kind, room }) => kind === 'shape' && room.y + room.height > box.y - near)
    .filter(({ room }) => room.y < box.y + box.height + near)
    // Only what stands at the ribbons of this box, not in another column of the page.
    .filter(({ room }) => room.x < box.x + box.width && room.x + room.width > box.x)
    .map(({ room }) => room)
  return around([box, ...beside.map(({ x, width }) => ({ ...box, x, width }))])
}

/** The smallest rectangle around some; there is at least one. */
export function around(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((each) => each.x))
  const y = Math.min(...rects.map((each) => each.y))
  return {
    x,
    y,
    width: Math.max(...rects.map((each) => each.x + each.width)) - x,
    height: Math.max(...rects.map((each) => each.y + each.height)) - y,
  }
}
