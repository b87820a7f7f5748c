import type { Graph, NodeId } from '../nn/graph'
import { endOf, partsOf, type Part } from './chain'
import { projection } from './curves'
import { tensorEdge } from './edge'
import { indexFlow, itemsOf } from './flowIndex'
import { linksOf } from './links'
import { createPen, type Drawn } from './pen'
import type { Context, Piece } from './piece'
import { breaksOf, lengthsOf, stackRows } from './rows'
import { createScale } from './scale'
import type { LayoutView, Rect, Scene } from './scene'

/** Text is never smaller than this at scale 1. */
export const smallestText = 12

/** Around the picture. */
const margin = 24

/** A network as boxes and ribbons. Pure: the same graph and view give the same scene. */
export function layout(graph: Graph, view: LayoutView): Scene {
  const context = contextOf(graph, view)
  const whole = wholeOf(context, view.breaks ?? [])
  const { pen, finish } = createPen(projection(context.direction))
  whole.draw(pen, 0, 0)
  const drawn = finish()
  drawn.boxes.sort((a, b) => layer(a.kind) - layer(b.kind) || a.depth - b.depth)
  return {
    direction: context.direction,
    text: context.text,
    ...drawn,
    links: linksOf(graph, view.expanded),
    bounds: boundsOf(drawn),
    legend: context.scale.legend,
  }
}

/** Line breaks for a number of lines, and the room that the network then takes. */
export interface Broken {
  readonly breaks: readonly number[]
  readonly width: number
  readonly height: number
  /** Length of the shortest line as a share of the longest. */
  readonly shortest: number
}

/** Breaks a network into so many lines and measures them; what does not depend on the lines is laid out once. */
export function lineBreaker(graph: Graph, view: LayoutView): (rows: number) => Broken {
  const context = contextOf(graph, view)
  const line = mainLine(context)
  return (rows) => {
    const breaks = breaksOf(line[0], rows)
    const lengths = lengthsOf(line[0], breaks)
    const shortest = Math.min(...lengths) / Math.max(...lengths)
    const { length, above, below } = wholeOf(context, breaks, line)
    const [along, across] = [length + 2 * margin, above + below + 2 * margin]
    return context.direction === 'right'
      ? { breaks, shortest, width: along, height: across }
      : { breaks, shortest, width: across, height: along }
  }
}

function contextOf(graph: Graph, view: LayoutView): Context {
  return {
    graph,
    index: indexFlow(graph, view.expanded),
    scale: createScale(graph, view.scale ?? 'auto'),
    expanded: view.expanded,
    direction: view.direction ?? 'right',
    order: view.order ?? 'hwc',
    text: Math.max(smallestText, view.text ?? smallestText),
    colour: null,
    depth: 0,
    passing: null,
    issues: new Map(graph.issues.map((issue) => [issue.node, issue.message])),
  }
}

function wholeOf(context: Context, breaks: readonly number[], line = mainLine(context)): Piece {
  const [parts, enters] = line
  const starts = breaks.map((start) => enters[start])
  return stackRows(context, context.graph, parts, breaks, starts)
}

/** The parts of the network, and for each the tensor that enters it. */
function mainLine(c: Context): readonly [parts: readonly Part[], enters: readonly NodeId[]] {
  const items = itemsOf(c.graph, c.graph.flow)
  const parts = partsOf(c, items)
  const last: Part = { piece: tensorEdge(c, endOf(c, items)), kind: 'edge', tensor: endOf(c, items) }
  const all = [...parts, last]
  return [all, all.map((_, i) => all[i - 1]?.tensor ?? c.graph.input)]
}

/** Frames lie lowest, then closed groups; chips and joins lie on the ribbons. */
function layer(kind: Drawn['boxes'][number]['kind']): number {
  return kind === 'frame' ? 0 : kind === 'group' ? 1 : 2
}

function boundsOf({ boxes, labels, tensors, ribbons }: Drawn): Rect {
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
  for (const { centre } of ribbons) for (const { x, y } of centre) take({ x, y, width: 0, height: 0 })
  return {
    x: left - margin,
    y: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  }
}
