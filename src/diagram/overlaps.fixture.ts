import type { Point, Rect, Scene } from './scene'

/** Every overlap that a reader would stumble over, in words. */
export function overlapsIn(scene: Scene): readonly string[] {
  const found: string[] = []
  const solid = scene.boxes.filter((box) => box.kind !== 'frame')
  const frames = scene.boxes.filter((box) => box.kind === 'frame')
  const labels = [...scene.labels, ...frames.flatMap((frame) => frame.labels)]
  const tensors = scene.tensors.map((tensor) => ({ ...tensor, id: `tensor ${tensor.id}` }))
  const inBoxes = scene.boxes.flatMap((box) => box.labels.map((label) => ({ label, box })))

  for (const [a, b] of near(solid)) if (overlap(a, b)) found.push(`${a.id} lies on ${b.id}`)
  for (const frame of frames)
    for (const box of scene.boxes)
      if (box !== frame && overlap(frame, box) && !contains(frame, box) && !contains(box, frame))
        found.push(`${box.id} crosses the frame of ${frame.id}`)
  const rooms = labels.map((label) => ({ ...label.room, id: label.id }))
  for (const [a, b] of near([...rooms, ...solid, ...tensors]))
    if (overlap(a, b) && (rooms.includes(a as never) || rooms.includes(b as never)))
      found.push(`${a.id} lies on ${b.id}`)
  for (const { label, box } of inBoxes)
    if (!contains(box, label.room)) found.push(`${label.id} stands out of ${box.id}`)
  for (const skip of scene.ribbons.filter((ribbon) => ribbon.kind === 'skip'))
    for (const box of solid)
      if (box.id !== skip.from && box.id !== skip.to && skip.centre.some((point) => inside(box, point)))
        found.push(`the skip ${skip.id} runs under ${box.id}`)
  for (const { id, shape } of scene.ribbons) {
    if (shape.form !== 'turn') continue
    const corners = shape.corners.map(([u, v]) =>
      scene.direction === 'right' ? { x: u, y: v } : { x: v, y: u },
    )
    const lanes = corners.slice(1, -2).map((a, i) => between(a, corners[i + 2]))
    for (const box of scene.boxes)
      if (lanes.some((lane) => overlap(lane, box) && !contains(box, lane)))
        found.push(`the turn ${id} runs across ${box.id}`)
  }
  return found
}

/** A straight line as a rectangle that is as thin as it is seen. */
function between(a: Point, b: Point): Rect {
  const [x, y] = [Math.min(a.x, b.x) - 1, Math.min(a.y, b.y) - 1]
  return { x, y, width: Math.abs(a.x - b.x) + 2, height: Math.abs(a.y - b.y) + 2 }
}

/** Pairs whose extents along x meet; a sweep, because a network has thousands of rectangles. */
function* near<R extends Rect>(rects: readonly R[]): Generator<readonly [R, R]> {
  const sorted = [...rects].sort((a, b) => a.x - b.x)
  let open: R[] = []
  for (const rect of sorted) {
    open = open.filter((other) => other.x + other.width > rect.x)
    for (const other of open) yield [other, rect]
    open.push(rect)
  }
}

/** Half a pixel of contact is no overlap. */
const slack = 0.5

function overlap(a: Rect, b: Rect): boolean {
  return (
    a.x + slack < b.x + b.width &&
    b.x + slack < a.x + a.width &&
    a.y + slack < b.y + b.height &&
    b.y + slack < a.y + a.height
  )
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x + slack &&
    outer.y <= inner.y + slack &&
    outer.x + outer.width + slack >= inner.x + inner.width &&
    outer.y + outer.height + slack >= inner.y + inner.height
  )
}

function inside({ x, y, width, height }: Rect, point: Point): boolean {
  return point.x > x && point.x < x + width && point.y > y && point.y < y + height
}
