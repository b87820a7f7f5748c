import { type Aligned, align } from './align'
import type { Graph, GraphNode, Group } from './graph'
import { extent, formatShape, sameShape } from './shape'

/** Whether a node or group stands on one side only, on both with a difference, or on both alike. */
export type Difference = 'only' | 'changed' | 'same'

/** What differs in one attribute: `filters 64 → 128`. */
export interface AttributeChange {
  readonly name: string
  readonly left: string
  readonly right: string
}

/** A node that stands on both sides and is not the same. */
export interface NodeChange {
  readonly left: GraphNode
  readonly right: GraphNode
  /** Empty where only the shapes differ, which follows from changes elsewhere. */
  readonly attrs: readonly AttributeChange[]
  /** `output 56×56×64 → 56×56×128`, or `input …` where the outputs are alike. */
  readonly shape?: string
}

/** One of the two networks. */
export interface Side {
  readonly graph: Graph
  /** By id of a node or group; the network itself is `''`. */
  readonly status: ReadonlyMap<string, Difference>
  /** The id on the other side; absent for what is here only. */
  readonly partner: ReadonlyMap<string, string>
}

/** The structural difference of two networks. */
export interface Diff {
  readonly left: Side
  readonly right: Side
  /** Also those that differ in an epsilon alone, which count as the same. */
  readonly changes: readonly NodeChange[]
  /** All nodes in the order of their networks; a side is absent where there is no partner. */
  readonly nodes: readonly Aligned<GraphNode>[]
}

type Item = GraphNode | Group

/** A network with what is asked of it many times. */
interface Content {
  readonly graph: Graph
  readonly item: (id: string) => Item
  /** How often every op occurs in a group. */
  readonly ops: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/**
 * Lays two networks beside each other: groups with groups of their level, nodes with nodes of their op, both in
 * their order; a shared name counts more than what is inside, and that more than the place. A node may also face a
 * group that wraps a node of its op: then those two are partners, and the group, which has none, differs.
 */
export function diff(left: Graph, right: Graph): Diff {
  const a = content(left)
  const b = content(right)
  const partners = { left: new Map<string, string>(), right: new Map<string, string>() }
  const status = { left: new Map<string, Difference>(), right: new Map<string, Difference>() }
  const changes: NodeChange[] = []
  const nodes: Aligned<GraphNode>[] = []

  function pair(one: string, other: string, found: Difference): Difference {
    partners.left.set(one, other)
    partners.right.set(other, one)
    status.left.set(one, found)
    status.right.set(other, found)
    return found
  }

  function alone(item: Item, side: 'left' | 'right'): void {
    status[side].set(item.id, 'only')
    if (!isGroup(item)) nodes.push({ [side]: item })
    else for (const id of item.children) alone((side === 'left' ? a : b).item(id), side)
  }

  /** Pairs a node with the node that a group of the other side wraps. */
  function unwrap(wrapper: Group, other: GraphNode, side: 'left' | 'right'): Difference {
    const inner = wrapped(wrapper, other, side === 'left' ? a : b)!
    status[side].set(wrapper.id, 'changed')
    for (const id of wrapper.children) {
      if (id !== inner.id) alone((side === 'left' ? a : b).item(id), side)
      else if (side === 'left') match(inner, other)
      else match(other, inner)
    }
    return 'changed'
  }

  function match(one: Item, other: Item): Difference {
    if (isGroup(one)) return isGroup(other) ? matchGroups(one, other) : unwrap(one, other, 'left')
    if (isGroup(other)) return unwrap(other, one, 'right')
    const change = changeOf(one, other)
    nodes.push({ left: one, right: other })
    if (change) changes.push(change)
    return pair(one.id, other.id, change && !isSlight(change) ? 'changed' : 'same')
  }

  function matchGroups(one: Group, other: Group): Difference {
    let found: Difference = 'same'
    const pairs = align(one.children.map(a.item), other.children.map(b.item), (x, y) => likeness(x, y, a, b))
    for (const { left: x, right: y } of pairs) {
      if (x && !y) alone(x, 'left')
      if (y && !x) alone(y, 'right')
      if (!x || !y || match(x, y) !== 'same') found = 'changed'
    }
    return pair(one.id, other.id, found)
  }

  matchGroups(left.group(''), right.group(''))
  return {
    left: { graph: left, status: status.left, partner: partners.left },
    right: { graph: right, status: status.right, partner: partners.right },
    changes,
    nodes,
  }
}

function content(graph: Graph): Content {
  const ops = new Map<string, Map<string, number>>(graph.groups.map((group) => [group.id, new Map()]))
  for (const node of graph.nodes)
    for (let at: string | null = node.group; at !== null; at = graph.group(at).parent) {
      const counts = ops.get(at)!
      counts.set(node.op, (counts.get(node.op) ?? 0) + 1)
    }
  return { graph, ops, item: (id) => (graph.has(id) === 'node' ? graph.node(id) : graph.group(id)) }
}

function isGroup(item: Item): item is Group {
  return 'children' in item
}

/** Weights of the reasons to take two items for partners; a shared name outweighs all others together. */
const reason = { name: 8, signature: 3, ops: 3, label: 1, extent: 1, kind: 1 }

/** Less in common than this, and two groups of different names are different things. */
const leastInCommon = 0.3

/** How many others may stand beside a node in a group that only wraps it. */
const mostAround = 1

function likeness(x: Item, y: Item, a: Content, b: Content): number {
  const named = x.name === y.name ? reason.name : 0
  const placed = sameExtent(x, y) ? reason.extent : 0
  if (isGroup(x) && isGroup(y)) {
    if (x.level !== y.level) return 0
    if (x.signature === y.signature) return reason.kind + named + placed + reason.ops + reason.signature
    const shared = inCommon(a.ops.get(x.id)!, b.ops.get(y.id)!)
    if (!named && (shared < leastInCommon || !placed)) return 0
    return reason.kind + named + placed + reason.ops * shared
  }
  if (isGroup(x)) return wrapped(x, y as GraphNode, a) ? reason.kind + reason.extent : 0
  if (isGroup(y)) return wrapped(y, x, b) ? reason.kind + reason.extent : 0
  if (x.op !== y.op) return 0
  return reason.kind + named + placed + (x.label === y.label ? reason.label : 0)
}

/** The node of a small group that does what a bare node of the other network does at the same place. */
function wrapped(group: Group, bare: GraphNode, of: Content): GraphNode | undefined {
  const inside = group.children.map(of.item)
  const alike = inside.filter((item): item is GraphNode => !isGroup(item) && item.op === bare.op)
  const isWrapper = alike.length === 1 && inside.length <= mostAround + 1 && sameExtent(alike[0], bare)
  return isWrapper ? alike[0] : undefined
}

function sameExtent(x: Item, y: Item): boolean {
  const [height, width] = extent(x.shape)
  const [otherHeight, otherWidth] = extent(y.shape)
  return height === otherHeight && width === otherWidth
}

/** The share of ops that two groups have in common (Dice), 0 to 1. */
function inCommon(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0
  let total = 0
  for (const [op, times] of a) {
    shared += Math.min(times, b.get(op) ?? 0)
    total += times
  }
  for (const times of b.values()) total += times
  return total === 0 ? 1 : (2 * shared) / total
}

/** Attributes that keep a computation in bounds: where they alone differ, the list of differences says so, and no picture. */
const slight: ReadonlySet<string> = new Set(['epsilon'])

const isSlight = ({ attrs, shape }: NodeChange): boolean =>
  !shape && attrs.every(({ name }) => slight.has(name))

function changeOf(left: GraphNode, right: GraphNode): NodeChange | undefined {
  const names = [...new Set([...Object.keys(left.attrs), ...Object.keys(right.attrs)])]
  const attrs = names
    .map((name) => ({ name, left: inWords(left.attrs[name]), right: inWords(right.attrs[name]) }))
    .filter((change) => change.left !== change.right)
  const shape = shapeChange(left, right)
  return attrs.length === 0 && !shape ? undefined : { left, right, attrs, ...(shape && { shape }) }
}

function shapeChange(left: GraphNode, right: GraphNode): string | undefined {
  if (!sameShape(left.shape, right.shape))
    return `output ${formatShape(left.shape)} → ${formatShape(right.shape)}`
  const same =
    left.inputShapes.length === right.inputShapes.length &&
    left.inputShapes.every((shape, i) => sameShape(shape, right.inputShapes[i]))
  const inputs = (node: GraphNode) => node.inputShapes.map((shape) => formatShape(shape)).join(' and ')
  return same ? undefined : `input ${inputs(left)} → ${inputs(right)}`
}

/** An attribute's value; what is nested is compared in full, though nobody would read it. */
function inWords(value: unknown): string {
  if (value === undefined) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (!Array.isArray(value)) return String(value)
  return value.some(Array.isArray) ? JSON.stringify(value) : value.join('×')
}
