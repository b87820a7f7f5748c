import type { Graph, GroupId, NodeId } from '../nn/graph'
import { channels } from '../nn/shape'
import type { FlowIndex, Stratum } from './flowIndex'
import type { Pen } from './pen'
import type { Scale } from './scale'
import type { Direction } from './scene'
import type { AxisOrder } from '../nn/shape'

/**
 * A part of the picture before it has a place. Its ribbon enters at the origin and leaves at (`length`, `exit`);
 * it needs the room from `-above` to `below` across the flow.
 */
export interface Piece {
  readonly length: number
  readonly above: number
  readonly below: number
  readonly exit: number
  draw(pen: Pen, u: number, v: number): void
}

/** What every part of the layout needs to know. */
export interface Context {
  readonly graph: Graph
  readonly index: FlowIndex
  readonly scale: Scale
  readonly expanded: ReadonlySet<string>
  readonly direction: Direction
  readonly links: 'flow' | 'all'
  readonly rolls: boolean
  readonly order: AxisOrder
  /** Size of the smallest text. */
  readonly text: number
  /** Size of words beside a name on the main line, which may be left for a nearer view. */
  readonly rest: number
  /** Colour of the path that is being laid out; null on the main line. */
  readonly colour: number | null
  readonly depth: number
  /** Words stand one below the other, and shapes on their ribbon: for what flows down a page that is not wide. */
  readonly slim: boolean
  /** How long a line may be where it can be broken. */
  readonly line: number
  /** Strips that come from outside the path being laid out, which is drawn in its own colour alone. */
  readonly passing: readonly Stratum[] | null
  readonly issues: ReadonlyMap<NodeId, string>
  /** What comes out of a join that fails, and of all that reads it: nothing. */
  readonly lost: ReadonlySet<NodeId>
}

export function thicknessOf(c: Context, id: NodeId): number {
  return c.scale.thickness(channels(c.graph.node(id).shape))
}

/** The group that is opened and closed around something; a path only names its nodes. */
export function homeOf(c: Context, id: GroupId): GroupId {
  const group = c.graph.group(id)
  return group.level === 'path' ? homeOf(c, group.parent ?? '') : id
}

/** A tensor from one place to another, each of its strata a ribbon of its own. */
export function drawTensor(
  c: Context,
  pen: Pen,
  id: NodeId,
  stations: readonly { readonly u: number; readonly v: number; readonly t?: number }[],
): void {
  if (c.lost.has(id)) return
  pen.tensorRun(
    id,
    strataOf(c, id),
    isStackedUp(c, id),
    c.graph.readers(id)[0] ?? id,
    thicknessOf(c, id),
    stations,
  )
}

/** A tensor that goes straight on, from one place along the flow to another. */
export function drawLevel(c: Context, pen: Pen, id: NodeId, from: number, until: number, v: number): void {
  if (c.lost.has(id)) return
  pen.tensorLevel(
    id,
    strataOf(c, id),
    isStackedUp(c, id),
    c.graph.readers(id)[0] ?? id,
    thicknessOf(c, id),
    from,
    until,
    v,
  )
}

/** The strips of a tensor; one where it is drawn in the colour of its path alone. */
function strataOf(c: Context, id: NodeId): readonly Stratum[] {
  const strata = c.index.strata(id)
  return strata === c.passing || strata.length === 1 ? c.index.single(id, c.colour) : strata
}

/** Whether the channels of a tensor lie from the bottom up, as the layers of a dense block do. */
function isStackedUp(c: Context, id: NodeId): boolean {
  return c.index.strata(id)[0].path === null
}
