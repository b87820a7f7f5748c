import { presets } from '../../architectures/index'
import { showAttribute } from '../../nn/attribute'
import { withGroups } from '../../nn/dependencies'
import type { Graph, GraphNode, Group, GroupId, NodeId } from '../../nn/graph'
import { opOf } from '../../nn/ops'
import { quantities } from '../../nn/quantities'
import { formatShape } from '../../nn/shape'
import { isGroup } from '../../nn/summary'
import { ancestorsOf } from '../state/network'
import { type Findable, plain, rank, type Term, wordsOf } from './rank'

/** A node or a group as the search finds it. */
export interface PartEntry extends Findable {
  readonly id: NodeId | GroupId
  readonly name: string
  /** What it is: `3×3 conv, 64`, or the level of a group. */
  readonly label: string
  readonly part: GraphNode | Group
  /** The top-level part that holds it, or that it is. */
  readonly stage: string
  /** Trained parameters; null for a layer that does not fit. */
  readonly params: number | null
}

/** A network to go to. */
export interface NetworkEntry extends Findable {
  readonly id: string
  readonly title: string
  readonly family: string
}

/** What a query finds. */
export interface Findings {
  /** Parts of the network that is shown, by stage; the stage with the best of them comes first. */
  readonly stages: readonly { readonly stage: string; readonly parts: readonly PartEntry[] }[]
  readonly networks: readonly NetworkEntry[]
  /** The parts that were found, and the groups that hold them: what the picture lights. */
  readonly lit: ReadonlySet<NodeId | GroupId>
  /** How many parts. */
  readonly count: number
}

/** Finds in a graph and among the networks. Made once for a graph; a query is a matter of milliseconds. */
export function createSearch(graph: Graph): (query: string) => Findings {
  const nodes = graph.nodes.map((node) => entry(graph, node, nodeTerms(node)))
  const groups = graph.groups
    .filter((group) => group.id !== '')
    .map((group) => entry(graph, group, [{ text: plain(group.level), weight: 4 }]))
  const parts = [...groups, ...nodes]
  const networks = networkEntries()
  const attributes = new Set(graph.nodes.flatMap(({ attrs }) => Object.keys(attrs).map(plain)))
  return (query) => {
    const words = wordsOf(query, attributes)
    const found = rank(parts, words)
    const stages = new Map<string, PartEntry[]>()
    for (const part of found) stages.set(part.stage, [...(stages.get(part.stage) ?? []), part])
    return {
      stages: [...stages].map(([stage, parts]) => ({ stage, parts })),
      networks: rank(networks, words),
      lit: withGroups(
        graph,
        found.map(({ id }) => id),
      ),
      count: found.length,
    }
  }
}

function entry(graph: Graph, part: GraphNode | Group, own: readonly Term[]): PartEntry {
  const { id, name, shape } = part
  return {
    id,
    name,
    label: isGroup(part) ? part.level : part.label,
    part,
    stage: ancestorsOf(graph, id)[0] ?? id,
    params: quantities.parameters.of(graph, id),
    terms: [
      { text: plain(name), weight: 10 },
      { text: plain(id), weight: 8 },
      ...own,
      { text: formatShape(shape, 'hwc').replaceAll('×', 'x'), weight: 5 },
      { text: formatShape(shape, 'chw').replaceAll('×', 'x'), weight: 4 },
    ],
  }
}

function nodeTerms(node: GraphNode): readonly Term[] {
  return [
    { text: plain(node.label), weight: 9 },
    { text: plain(opOf(node).title), weight: 7 },
    { text: plain(node.op), weight: 7 },
    ...Object.entries(node.attrs).map(([name, value]) => ({
      text: plain(`${name} ${showAttribute(value)}`),
      weight: 6,
    })),
  ]
}

function networkEntries(): readonly NetworkEntry[] {
  return presets.map(({ id, family, preset }) => ({
    id,
    title: preset.title,
    family: family.title,
    terms: [
      { text: plain(id), weight: 10 },
      { text: plain(preset.title), weight: 10 },
      { text: plain(family.title), weight: 5 },
      { text: plain(family.paper.authors), weight: 4 },
    ],
  }))
}
