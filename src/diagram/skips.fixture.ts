import type { Flow, Graph, NodeId } from '../nn/graph'
import { channels } from '../nn/shape'
import { rollWith } from '../nn/rolls'
import { indexFlow, type Branch, type FlowIndex } from './flowIndex'
import { visibleOf } from './links'
import { outlineOf, roomOf } from './outline'
import { step, type Path } from './path'
import { createScale } from './scale'
import type { LayoutView, Point, Rect, Ribbon, Scene } from './scene'

/** Ribbons overlap what they lead to by a little, so that no hairline shows. */
const touch = 1

/** Whatever of the ways around in a scene is missing, hidden, or lies on something, in words. */
export function skipFaults(graph: Graph, view: LayoutView, scene: Scene): readonly string[] {
  const index = indexFlow(graph, view.expanded)
  const { thickness } = createScale(graph, view)
  const thicknessOf = (id: NodeId) => thickness(channels(graph.node(id).shape))
  const skips = scene.ribbons.filter(({ kind }) => kind === 'skip')
  const found: string[] = []

  for (const { node, source } of shownResiduals(graph, index, view)) {
    const own = skips.filter((skip) => skip.to === node)
    if (own.length === 0) found.push(`${node} has no way around`)
    const apart = Math.max(0, ...own.flatMap((skip) => departures(skip, scene.direction)))
    const main = Math.max(thicknessOf(source), thicknessOf(node))
    if (own.length > 0 && apart <= main) found.push(`the way around to ${node} lies on the main line`)
  }
  for (const box of scene.boxes) {
    if (box.kind !== 'group' || box.level !== 'stage') continue
    const blocks = graph.group(box.id).children.filter((child) => graph.has(child) === 'group')
    const hides = blocks.some((block) => index.kind(block) === 'residual')
    if (hides && !scene.ribbons.some(({ kind, to }) => kind === 'arc' && to === box.id))
      found.push(`${box.id} does not show that it holds ways around`)
  }
  const solid = scene.boxes.filter(({ kind }) => kind !== 'frame')
  for (const skip of skips) {
    const room = roomOf(skip, scene.direction)
    const edges = edgesOf(outlineOf(skip, scene.direction))
    for (const box of solid) {
      const inner = {
        x: box.x + touch,
        y: box.y + touch,
        width: box.width - 2 * touch,
        height: box.height - 2 * touch,
      }
      if (box.id === skip.from || box.id === skip.to || !meet(room, inner)) continue
      if (edges.some(([a, b]) => crosses(inner, a, b)) || isInside(edges, middleOf(inner)))
        found.push(`the skip ${skip.id} lies on ${box.id}`)
    }
  }
  return found
}

/** The residual sums of which a reader sees the paths: open, or in closed blocks that are drawn with a way around. */
function shownResiduals(graph: Graph, index: FlowIndex, view: LayoutView): readonly Branch[] {
  return residualsIn(graph.flow).filter((branch) => {
    const seen = visibleOf(graph, view, branch.node)
    if (seen === branch.node) return true
    // Blocks that are rolled up as one are drawn as the first of them.
    const closed = rollWith(graph, seen)?.members[0] ?? seen
    return graph.group(closed).level === 'block' && index.branchOf(closed) === branch
  })
}

/** Every branch that is summed or gated with one other path. */
function residualsIn(flow: Flow): readonly Branch[] {
  switch (flow.kind) {
    case 'node':
      return []
    case 'seq':
      return flow.items.flatMap(residualsIn)
    case 'group':
    case 'side':
      return residualsIn(flow.body)
    case 'branch': {
      const inside = flow.paths.flatMap(residualsIn)
      return flow.join !== 'concat' && flow.paths.length === 2 ? [flow, ...inside] : inside
    }
  }
}

/**
 * Along a skip, twice how far its middle is from the line where it leaves or joins the main path, less its thickness:
 * where that is more than the thickness of the main path, the two lie apart. The ways around lie above that line.
 */
function departures({ shape, centre }: Ribbon, direction: Scene['direction']): readonly number[] {
  if (shape.form !== 'band') return []
  const across = ({ x, y }: Point) => (direction === 'right' ? y : x)
  const thick = Math.max(...shape.stations.map(({ t }) => t))
  const ends = [across(centre[0]), across(centre[centre.length - 1])]
  const line = Math.max(...ends)
  return centre.map((point) => 2 * Math.abs(across(point) - line) - thick)
}

type Edge = readonly [Point, Point]

/** Points on each bend of an outline. */
const pieces = 8

/** An outline as straight edges. */
function edgesOf(path: Path): readonly Edge[] {
  const edges: Edge[] = []
  let [start, at]: Point[] = [
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ]
  const to = (next: Point) => {
    edges.push([at, next])
    at = next
  }
  for (let i = 0; i < path.length;) {
    const p = path.slice(i + 1, i + 7)
    switch (path[i]) {
      case step.move:
        start = at = { x: p[0], y: p[1] }
        i += 3
        break
      case step.line:
        to({ x: p[0], y: p[1] })
        i += 3
        break
      case step.cubic: {
        const from = at
        for (let part = 1; part <= pieces; part++) to(onBend(from, p, part / pieces))
        i += 7
        break
      }
      default:
        to(start)
        i += 1
    }
  }
  return edges
}

/** A place on a cubic Bézier curve. */
function onBend(from: Point, [x1, y1, x2, y2, x, y]: readonly number[], s: number): Point {
  const weights = [(1 - s) ** 3, 3 * s * (1 - s) ** 2, 3 * s * s * (1 - s), s ** 3]
  const sum = (...values: readonly number[]) =>
    values.reduce((total, value, i) => total + value * weights[i], 0)
  return { x: sum(from.x, x1, x2, x), y: sum(from.y, y1, y2, y) }
}

/** Whether a line between two points has a part in a rectangle: what is left when each side has cut off its share. */
function crosses({ x, y, width, height }: Rect, a: Point, b: Point): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  let [from, to] = [0, 1]
  for (const [delta, room] of [
    [-dx, a.x - x],
    [dx, x + width - a.x],
    [-dy, a.y - y],
    [dy, y + height - a.y],
  ]) {
    if (delta === 0 && room < 0) return false
    if (delta < 0) from = Math.max(from, room / delta)
    else if (delta > 0) to = Math.min(to, room / delta)
  }
  return from < to
}

function isInside(edges: readonly Edge[], { x, y }: Point): boolean {
  const crossed = edges.filter(
    ([a, b]) => a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x,
  )
  return crossed.length % 2 === 1
}

function middleOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

function meet(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
