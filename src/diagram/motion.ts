import { outlineOf } from './outline'
import { between } from './path'
import { veiledName } from './veiledName'
import type { Box, Label, Point, Rect, Ribbon, Scene, Tensor } from './scene'

/** One scene on its way to become another. */
export interface Passage {
  /** What is in the second scene and was not in the first. */
  readonly fresh: ReadonlySet<string>
  /** Between the two, at `t` from 0 to 1. */
  at(t: number): Scene
}

export function passage(before: Scene, after: Scene): Passage {
  const fresh = new Set<string>()
  const boxes = pair(before.boxes, after.boxes, fresh)
  const tensors = pair(before.tensors, after.tensors, new Set())
  const ribbons = pair(before.ribbons, after.ribbons, fresh)
  const labels = pair(before.labels, after.labels, fresh)
  const veiled = new Set(before.labels.map(({ id }) => id))
  const isTold = ({ id }: Label) => fresh.has(id) && veiled.has(veiledName(id))
  return {
    fresh,
    at: (t) => ({
      ...after,
      boxes: boxes.map(([a, b]) => (a ? boxBetween(a, b, t) : b)),
      tensors: tensors.map(([a, b]) => (a ? tensorBetween(a, b, t) : b)),
      ribbons: ribbons.map(([a, b]) => (a ? ribbonBetween(a, b, before, after, t) : b)),
      labels: labels.map(([a, b]) => (a ? labelBetween(a, b, t) : isTold(b) ? labelTold(b, t) : b)),
    }),
  }
}

type Pairs<T> = readonly (readonly [before: T | undefined, after: T])[]

function pair<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  fresh: Set<string>,
): Pairs<T> {
  const known = new Map(before.map((each) => [each.id, each]))
  return after.map((each) => {
    const was = known.get(each.id)
    if (!was) fresh.add(each.id)
    return [was, each]
  })
}

const mix = (a: number, b: number, t: number) => a + (b - a) * t

function rectBetween(a: Rect, b: Rect, t: number): Rect {
  return {
    x: mix(a.x, b.x, t),
    y: mix(a.y, b.y, t),
    width: mix(a.width, b.width, t),
    height: mix(a.height, b.height, t),
  }
}

/** What stands in a box moves with it. */
function boxBetween(a: Box, b: Box, t: number): Box {
  const rect = rectBetween(a, b, t)
  const by = { x: rect.x - b.x, y: rect.y - b.y }
  if (by.x === 0 && by.y === 0 && rect.width === b.width && rect.height === b.height) return b
  return {
    ...b,
    ...rect,
    labels: b.labels.map((label) => moved(label, by)),
    segments: b.segments.map((part) => ({ ...part, x: part.x + by.x, y: part.y + by.y })),
  }
}

function tensorBetween(a: Tensor, b: Tensor, t: number): Tensor {
  const rect = rectBetween(a, b, t)
  return { ...b, ...rect, mosaic: null }
}

function ribbonBetween(a: Ribbon, b: Ribbon, before: Scene, after: Scene, t: number): Ribbon {
  const outline = between(outlineOf(a, before.direction), outlineOf(b, after.direction), t)
  return { ...b, shape: { form: 'outline', outline } }
}

function labelBetween(a: Label, b: Label, t: number): Label {
  return moved(b, { x: (a.x - b.x) * (1 - t), y: (a.y - b.y) * (1 - t) })
}

/** A number that was hidden comes larger than it stays. */
function labelTold(label: Label, t: number): Label {
  const size = label.size * mix(1.6, 1, t)
  const middle = label.room.x + label.room.width / 2
  const x = label.anchor === 'middle' ? label.x : middle - (middle - label.x) * mix(1.6, 1, t)
  return { ...label, size, x }
}

function moved(label: Label, by: Point): Label {
  const { room } = label
  return {
    ...label,
    x: label.x + by.x,
    y: label.y + by.y,
    room: { ...room, x: room.x + by.x, y: room.y + by.y },
  }
}
