import { keepsChannels } from '../nn/dependencies'
import type { Flow, Graph, GroupId, NodeId } from '../nn/graph'

export type Branch = Extract<Flow, { kind: 'branch' }>

/** Channels that lie side by side in one tensor, in order, with the colour of the path that gave them. */
export interface Stratum {
  readonly channels: number
  readonly path: number | null
}

/** What a group is, in the words of the lecture. */
export type Kind = 'residual' | 'dense' | 'inception' | 'gated' | 'plain'

/** Questions about a flow that the layout asks often, answered once. */
export interface FlowIndex {
  body(group: GroupId): Flow
  /** One for each stack of channels; a single colourless one where nothing was concatenated. */
  strata(node: NodeId): readonly Stratum[]
  /** All channels of a node as one, in one colour. */
  single(node: NodeId, path: number | null): readonly Stratum[]
  kind(group: GroupId): Kind
  /** The branch that gives a group its kind. */
  branchOf(group: GroupId): Branch | undefined
}

/** Colours before they repeat. */
export const pathColours = 8

/** In one stack no colour occurs twice: when there are more strips, the oldest become one without colour. */
const mostStrata = pathColours + 1

/** The same few stacks of one are asked for again and again. */
const lone = new Map<number, readonly Stratum[]>()

function alone(channels: number, path: number | null): readonly Stratum[] {
  const key = channels * (pathColours + 1) + (path ?? pathColours)
  let found = lone.get(key)
  if (!found) lone.set(key, (found = [{ channels, path }]))
  return found
}

/** @param expanded groups that stand open: strips begin where a reader can see why */
export function indexFlow(graph: Graph, expanded: ReadonlySet<GroupId>): FlowIndex {
  const bodies = new Map<GroupId, Flow>()
  const strata = new Map<NodeId, readonly Stratum[]>()

  function visit(flow: Flow, hidden: boolean): void {
    switch (flow.kind) {
      case 'node':
        return
      case 'seq':
        return flow.items.forEach((item) => visit(item, hidden))
      case 'group':
        bodies.set(flow.id, flow.body)
        return visitGroup(flow.id, flow.body, hidden)
      case 'side':
        return visit(flow.body, hidden)
      case 'branch':
        flow.paths.forEach((path) => visit(path, hidden))
        if (flow.join === 'concat' && !hidden) strata.set(flow.node, stack(flow))
    }
  }

  /** A closed group shows its own paths, and not what is in the groups inside it. */
  function visitGroup(id: GroupId, body: Flow, hidden: boolean): void {
    const level = graph.group(id).level
    const parent = graph.group(id).parent ?? ''
    const insideClosed = level !== 'path' && parent !== '' && !expanded.has(parent)
    visit(body, hidden || insideClosed)
  }

  /** Pooling, normalization and activation work on each channel alone, so the strips run on through them. */
  function strataOf(id: NodeId): readonly Stratum[] {
    const known = strata.get(id)
    if (known) return known
    const node = graph.node(id)
    const found = keepsChannels(node) ? strataOf(node.inputs[0]) : single(id)
    strata.set(id, found)
    return found
  }

  const single = (id: NodeId, path: number | null = null): readonly Stratum[] =>
    alone(graph.node(id).shape.at(-1)!, path)

  /** A path that passes its input on keeps the strips that are in it; the others each give a new one. */
  function stack(flow: Branch): readonly Stratum[] {
    const inputs = graph.node(flow.node).inputs
    const dense = isDense(flow)
    const all = flow.paths.flatMap((path, i) => {
      if (isIdentity(path)) return strataOf(flow.source)
      const { channels } = single(inputs[i])[0]
      return [{ channels, path: dense ? denseColour(strataOf(flow.source)) : i % pathColours }]
    })
    const surplus = all.length - mostStrata
    if (surplus <= 0) return all
    const channels = all.slice(0, surplus + 1).reduce((sum, stratum) => sum + stratum.channels, 0)
    return [{ channels, path: null }, ...all.slice(surplus + 1)]
  }

  visit(graph.flow, false)
  const branchOf = (group: GroupId) => firstBranch(bodies.get(group)!)
  return {
    body: (group) => bodies.get(group)!,
    strata: strataOf,
    single,
    branchOf,
    kind(group) {
      const branch = branchOf(group)
      if (!branch) return 'plain'
      if (branch.join === 'multiply') return 'gated'
      if (branch.join === 'add') return 'residual'
      return isDense(branch) ? 'dense' : 'inception'
    },
  }
}

/** The colour of the strip that a dense layer adds to these. */
export function denseColour(before: readonly Stratum[]): number {
  const last = before.at(-1)?.path
  return last == null ? 0 : (last + 1) % pathColours
}

export function isIdentity(flow: Flow): boolean {
  return flow.kind === 'seq' && flow.items.every(isIdentity)
}

/** One new path beside the tensor itself, concatenated. */
export function isDense(flow: Branch): boolean {
  return flow.join === 'concat' && flow.paths.length === 2 && isIdentity(flow.paths[0])
}

/** Whether a network has layers that read all before them in their block. */
export function hasDenseBlocks(graph: Graph): boolean {
  const found = (flow: Flow): boolean => {
    switch (flow.kind) {
      case 'node':
        return false
      case 'seq':
        return flow.items.some(found)
      case 'branch':
        return isDense(flow) || flow.paths.some(found)
      default:
        return found(flow.body)
    }
  }
  return found(graph.flow)
}

/** Without nested sequences, and without the groups that only name their nodes. */
export function itemsOf(graph: Graph, flow: Flow): readonly Flow[] {
  if (flow.kind === 'seq') return flow.items.flatMap((item) => itemsOf(graph, item))
  if (flow.kind === 'group' && graph.group(flow.id).level === 'path') return itemsOf(graph, flow.body)
  return [flow]
}

/** The first branch of a flow that is not inside a further group. */
function firstBranch(flow: Flow): Branch | undefined {
  if (flow.kind === 'branch') return flow
  if (flow.kind !== 'seq') return undefined
  for (const item of flow.items) {
    const found = firstBranch(item)
    if (found) return found
  }
  return undefined
}
