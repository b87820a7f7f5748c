import type { Graph, NodeId } from '../nn/graph'
import { rollWith } from '../nn/rolls'
import { endOf, partsOf } from './chain'
import { projection } from './curves'
import { tensorEdge } from './edge'
import { indexFlow, itemsOf } from './flowIndex'
import { linksOf } from './links'
import { smallestText } from './measure'
import { createPen, type Drawn } from './pen'
import type { Context, Piece } from './piece'
import { wrapped } from './rows'
import { createScale } from './scale'
import { roomOf } from './outline'
import type { Direction, LayoutView, Rect, RibbonKind, Scene, Sign } from './scene'

/** Around the picture; from afar as much on the screen as the signs in the corners of boxes need. */
const margin = 24
const seen = 16

function marginOf({ brief = false, reading = 1 }: LayoutView): number {
  return brief ? Math.max(margin, seen / reading) : margin
}

/** A network as boxes and ribbons. Pure: the same graph and view give the same scene. */
export function layout(graph: Graph, view: LayoutView): Scene {
  const context = contextOf(graph, view)
  const { pen, finish } = createPen(projection(context.direction), orderOf(graph))
  wholeOf(context).draw(pen, 0, 0)
  const drawn = finish()
  drawn.boxes.sort((a, b) => layer(a.kind) - layer(b.kind) || a.depth - b.depth)
  return {
    direction: context.direction,
    text: context.text,
    reading: view.reading ?? 1,
    ...drawn,
    links: linksOf(graph, view),
    bounds: boundsOf(drawn, context.direction, marginOf(view)),
    legend: { ...context.scale.legend, signs: signsIn(drawn) },
  }
}

/** The room that a network takes for several lengths of its lines, without laying out what is on them twice. */
export function measure(graph: Graph, view: Omit<LayoutView, 'line'>): (line?: number) => Room {
  const context = contextOf(graph, view)
  const margin = marginOf(view)
  return (line = Infinity) => {
    const { length, above, below } = wholeOf({ ...context, line })
    const [along, across] = [length + 2 * margin, above + below + 2 * margin]
    return context.direction === 'right' ? { width: along, height: across } : { width: across, height: along }
  }
}

export interface Room {
  readonly width: number
  readonly height: number
}

function contextOf(graph: Graph, view: LayoutView): Context {
  return {
    graph,
    index: indexFlow(graph, view.expanded),
    scale: createScale(graph, view),
    expanded: view.expanded,
    direction: view.direction ?? 'right',
    order: view.order ?? 'hwc',
    links: view.links ?? 'flow',
    rolls: view.rolls ?? true,
    text: sizeOf(view, view.reading),
    rest: sizeOf(view, view.brief ? 1 : view.reading),
    colour: null,
    depth: 0,
    slim: (view.slim ?? false) && view.direction === 'down',
    line: view.line ?? Infinity,
    passing: null,
    issues: new Map(graph.issues.map((issue) => [issue.node, issue.message])),
    lost: lostIn(graph),
  }
}

const nothing: ReadonlySet<NodeId> = new Set()

/** The joins that fail, and whatever reads from them. */
function lostIn(graph: Graph): ReadonlySet<NodeId> {
  const failed = graph.issues.filter((issue) => graph.node(issue.node).inputs.length > 1)
  if (failed.length === 0) return nothing
  const lost = new Set(failed.map((issue) => issue.node))
  for (const { id, inputs } of graph.nodes) if (inputs.some((input) => lost.has(input))) lost.add(id)
  return lost
}

/** Of text that is read at a zoom, in units of the scene. */
function sizeOf({ text = smallestText }: LayoutView, zoom = 1): number {
  return Math.max(smallestText, text) / zoom
}

function wholeOf(c: Context): Piece {
  const items = itemsOf(c.graph, c.graph.flow)
  const end = endOf(c, items)
  return wrapped(c, [...partsOf(c, items), { piece: tensorEdge(c, end), kind: 'edge', tensor: end }], null)
}

/** Frames lie lowest, then closed groups; chips and joins lie on the ribbons. */
function layer(kind: Drawn['boxes'][number]['kind']): number {
  return kind === 'frame' ? 0 : kind === 'group' ? 1 : 2
}

const orders = new WeakMap<Graph, ReadonlyMap<NodeId, number>>()

/** Where a node comes in the order of the flow; a group or a roll comes with the first of its nodes. */
function orderOf(graph: Graph): (id: string) => number {
  let places = orders.get(graph)
  if (!places) orders.set(graph, (places = new Map(graph.nodes.map((node, i) => [node.id, i]))))
  const order = places
  return (id) => {
    const group = rollWith(graph, id)?.members[0] ?? id
    return order.get(id) ?? order.get(graph.group(group).nodes[0]) ?? 0
  }
}

/** What is drawn that the picture does not explain itself. */
function signsIn({ ribbons }: Drawn): readonly Sign[] {
  const found = new Set<Sign>()
  for (const { kind, path } of ribbons) {
    if (kind === 'arc' && path !== null) found.add('arc')
    else if (kind === 'wrap' || kind === 'link' || kind === 'torn' || kind === 'strand') found.add(kind)
    else if (path !== null) found.add('path')
  }
  return (['torn', 'arc', 'wrap', 'path', 'link', 'strand'] as const).filter((sign) => found.has(sign))
}

const goesAround: ReadonlySet<RibbonKind> = new Set(['skip', 'fan', 'wrap', 'link'])

function boundsOf({ boxes, labels, tensors, ribbons }: Drawn, direction: Direction, margin: number): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const take = ({ x, y, width, height }: Rect) => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  boxes.forEach(take)
  labels.forEach((label) => take(label.room))
  tensors.forEach(take)
  // All other ribbons lie between boxes.
  for (const ribbon of ribbons) if (goesAround.has(ribbon.kind)) take(roomOf(ribbon, direction))
  return {
    x: left - margin,
    y: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  }
}
