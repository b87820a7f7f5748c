import type { Graph, NodeId } from '../nn/graph'
import { endOf, partsOf, type Part } from './chain'
import { projection } from './curves'
import { tensorEdge } from './edge'
import { indexFlow, itemsOf } from './flowIndex'
import { linksOf } from './links'
import { createPen, type Drawn } from './pen'
import type { Context } from './piece'
import { breaksOf, stackRows } from './rows'
import { createScale } from './scale'
import type { LayoutView, Rect, Scene } from './scene'

/** Text is never smaller than this at scale 1. */
const smallestText = 12

/** Around the picture. */
const margin = 24

/** A network as boxes and ribbons. Pure: the same graph and view give the same scene. */
export function layout(graph: Graph, view: LayoutView): Scene {
  const direction = view.direction ?? 'right'
  const context: Context = {
    graph,
    index: indexFlow(graph),
    scale: createScale(graph, view.scale ?? 'auto'),
    expanded: view.expanded,
    direction,
    order: view.order ?? 'hwc',
    text: Math.max(smallestText, view.text ?? smallestText),
    colour: null,
    depth: 0,
    issues: new Map(graph.issues.map((issue) => [issue.node, issue.message])),
  }
  const [parts, ends] = mainLine(context)
  // Broken where the closed network is, so that opening a group moves no other line break.
  const closed = view.expanded.size === 0 ? parts : mainLine({ ...context, expanded: new Set() })[0]
  const breaks = breaksOf(closed, view.rows ?? 1)
  const whole = stackRows(
    context,
    graph,
    parts,
    breaks,
    breaks.map((start) => ends[start]),
  )
  const { pen, drawn } = createPen(projection(direction))
  whole.draw(pen, 0, 0)
  drawn.boxes.sort((a, b) => layer(a.kind) - layer(b.kind) || a.depth - b.depth)
  return {
    direction,
    ...drawn,
    links: linksOf(graph, view.expanded),
    bounds: boundsOf(drawn),
    legend: context.scale.legend,
  }
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
  for (const { centre } of ribbons) for (const point of centre) take({ ...point, width: 0, height: 0 })
  return {
    x: left - margin,
    y: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  }
}
