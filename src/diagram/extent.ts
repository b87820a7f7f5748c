import type { Box, Rect, Scene } from './scene'

/**
 * A box with the shapes at its ribbons, so that framing it cuts none of them off: of what flows down, those beside the
 * ribbons in it and next to it; of what flows to the right, that of what leaves it. A join has its sum with it.
 */
export function withShapes(scene: Scene, box: Box): Rect {
  const near = 6 * scene.text
  const end = box.x + box.width
  // Only what stands at the ribbons of this box, not in another column of the page.
  const [from, to, top] = scene.direction === 'down' ? [box.x, end, box.y - near] : [end, end + near, box.y]
  const beside = scene.labels
    .filter(({ kind, room }) => kind === 'shape' && room.y + room.height > top)
    .filter(({ room }) => room.y < box.y + box.height + near)
    .filter(({ room }) => room.x < to && room.x + room.width > from)
    .map(({ room }) => room)
  return around([withSum(scene, box), ...beside.map(({ x, width }) => ({ ...box, x, width }))])
}

/** A join with the sum that stands beside it. */
export function withSum({ labels }: Scene, box: Box): Rect {
  return around([
    box,
    ...labels.filter(({ kind, of }) => kind === 'sum' && of === box.id).map(({ room }) => room),
  ])
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
