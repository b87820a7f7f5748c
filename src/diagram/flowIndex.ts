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
  kind(group: GroupId): Kind
  /** The branch that gives a group its kind. */
  branchOf(group: GroupId): Branch | undefined
}

/** Colours before they repeat. */
export const pathColours = 8

/** More strips than this are not told apart; the oldest become one. */
const mostStrata = 40

export function indexFlow(graph: Graph): FlowIndex {
  const bodies = new Map<GroupId, Flow>()
  const strata = new Map<NodeId, readonly Stratum[]>()

  function visit(flow: Flow): void {
    switch (flow.kind) {
      case 'node':
        return
      case 'seq':
        return flow.items.forEach(visit)
      case 'group':
        bodies.set(flow.id, flow.body)
        return visit(flow.body)
      case 'side':
        return visit(flow.body)
      case 'branch':
        flow.paths.forEach(visit)
        if (flow.join === 'concat') strata.set(flow.node, stack(flow))
    }
  }

  const single = (id: NodeId): readonly Stratum[] => [{ channels: graph.node(id).shape.at(-1)!, path: null }]

  /** A path that passes its input on keeps the strips that are in it; the others each give a new one. */
  function stack(flow: Branch): readonly Stratum[] {
    const inputs = graph.node(flow.node).inputs
    const dense = isDense(flow)
    const all = flow.paths.flatMap((path, i) => {
      if (isIdentity(path)) return strata.get(flow.source) ?? single(flow.source)
      const { channels } = single(inputs[i])[0]
      return [{ channels, path: dense ? denseColour(strata.get(flow.source)) : i % pathColours }]
    })
    const surplus = all.length - mostStrata
    if (surplus <= 0) return all
    const channels = all.slice(0, surplus + 1).reduce((sum, stratum) => sum + stratum.channels, 0)
    return [{ channels, path: null }, ...all.slice(surplus + 1)]
  }

  visit(graph.flow)
  const branchOf = (group: GroupId) => firstBranch(bodies.get(group)!)
  return {
    body: (group) => bodies.get(group)!,
    strata: (node) => strata.get(node) ?? single(node),
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
export function denseColour(before: readonly Stratum[] | undefined): number {
  const last = before?.at(-1)?.path
  return last == null ? 0 : (last + 1) % pathColours
}

export function isIdentity(flow: Flow): boolean {
  return flow.kind === 'seq' && flow.items.every(isIdentity)
}

/** One new path beside the tensor itself, concatenated. */
export function isDense(flow: Branch): boolean {
  return flow.join === 'concat' && flow.paths.length === 2 && isIdentity(flow.paths[0])
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
