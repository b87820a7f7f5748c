import type { Diff, NodeChange, Side } from './diff'
import type { Graph, GraphNode, Group } from './graph'
import { opOf } from './ops'

/** Where a difference is: an id on the left, on the right, or both. */
export interface PlaceOfDifference {
  readonly left?: string
  readonly right?: string
}

/** A difference in words, with everywhere it occurs. */
export interface Entry {
  readonly kind: 'left only' | 'right only' | 'changed' | 'shape'
  /** `Addition`, `Convolution: groups 1 → 32, filters 64 → 128`. */
  readonly what: string
  readonly places: readonly PlaceOfDifference[]
}

/** All differences in words, alike ones together, in the order in which they first occur; mere shapes come last. */
export function differences(of: Diff): readonly Entry[] {
  return [
    ...rollUp('left only', outermost(of.left), (id) => ({ left: id })),
    ...rollUp('right only', outermost(of.right), (id) => ({ right: id })),
    ...changed(of.changes.filter(({ attrs }) => attrs.length > 0)),
    ...shapes(of.changes.filter(({ attrs }) => attrs.length === 0)),
  ]
}

/** Layers of the left network whose weights are drawn at random, and how many of them the right one has alike. */
export function sharedWeights({ left, right }: Diff): { readonly shared: number; readonly of: number } {
  const drawn = left.graph.nodes.filter((node) => randomShapes(node) !== '')
  // Seeded weights follow from the id of their node and their shape.
  const shared = drawn.filter(
    ({ id }) =>
      right.graph.has(id) === 'node' &&
      randomShapes(left.graph.node(id)) === randomShapes(right.graph.node(id)),
  )
  return { shared: shared.length, of: drawn.length }
}

function randomShapes(node: GraphNode): string {
  return Object.entries(node.weights)
    .filter(([, weight]) => weight.fill === undefined && !weight.values)
    .map(([name, weight]) => `${name} ${weight.shape.join('×')} of ${weight.fanIn}`)
    .join(', ')
}

/** Ids that stand on one side only, those inside such a group left out. */
function outermost({ graph, status }: Side): readonly (GraphNode | Group)[] {
  const walk = (id: string): readonly (GraphNode | Group)[] => {
    const item = graph.has(id) === 'node' ? graph.node(id) : graph.group(id)
    if (status.get(id) === 'only') return [item]
    return 'children' in item ? item.children.flatMap(walk) : []
  }
  return walk('').map((item) => ('children' in item ? { ...item, words: insideOf(graph, item) } : item))
}

function insideOf(graph: Graph, group: Group): string {
  const labels = group.nodes.map((id) => graph.node(id).label)
  const most = 4
  return labels.length <= most ? labels.join(', ') : `${labels.length} operations`
}

function rollUp(
  kind: Entry['kind'],
  items: readonly (GraphNode | Group)[],
  place: (id: string) => PlaceOfDifference,
): readonly Entry[] {
  return together(
    kind,
    items.map((item) => [title(item), place(item.id)]),
  )
}

function changed(changes: readonly NodeChange[]): readonly Entry[] {
  return together(
    'changed',
    changes.map(({ left, right, attrs }) => [
      `${opOf(left).title}: ${attrs.map(({ name, left, right }) => `${name} ${left} → ${right}`).join(', ')}`,
      { left: left.id, right: right.id },
    ]),
  )
}

function shapes(changes: readonly NodeChange[]): readonly Entry[] {
  return together(
    'shape',
    changes.map(({ left, right }) => [
      'A different shape, which follows from the differences above',
      { left: left.id, right: right.id },
    ]),
  )
}

function together(
  kind: Entry['kind'],
  found: readonly (readonly [what: string, place: PlaceOfDifference])[],
): readonly Entry[] {
  const places = new Map<string, PlaceOfDifference[]>()
  for (const [what, place] of found) {
    const list = places.get(what)
    if (list) list.push(place)
    else places.set(what, [place])
  }
  return [...places].map(([what, list]) => ({ kind, what, places: list }))
}

/** A node by its op, with its numbers where its label has some; a group by its name without the number. */
function title(item: (GraphNode | Group) & { readonly words?: string }): string {
  if ('children' in item) {
    const name = item.name.replace(/\d+$/, '')
    return `${item.level} “${name || item.name}”: ${item.words}`
  }
  const { title } = opOf(item)
  return /\d/.test(item.label) ? `${title}: ${item.label}` : title
}
