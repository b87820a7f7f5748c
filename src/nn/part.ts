import { build } from './build'
import type { Graph, GroupId } from './graph'
import { isMap } from './shape'
import type { GroupSpec, Spec } from './spec'

/** A group of a network as a network of its own, which gets what enters the group there. */
export function partOf(graph: Graph, id: GroupId): Graph {
  const { architecture } = graph
  // They are built in the order in which they are written; only the network itself has no description of its own.
  const at = graph.groups.filter(({ level }) => level !== 'network').findIndex((group) => group.id === id)
  const body = groupsIn(architecture.body)[at] as GroupSpec | undefined
  const input = body && graph.node(graph.group(id).input).shape
  if (!body || !input || !isMap(input)) throw new Error(`${id} cannot stand alone`)
  return build({ ...architecture, id: `${architecture.id} ${id}`, input, body })
}

function groupsIn(spec: Spec): readonly GroupSpec[] {
  if (spec.kind === 'seq') return spec.items.flatMap(groupsIn)
  if (spec.kind === 'branch') return spec.paths.flatMap(groupsIn)
  if (spec.kind === 'side') return groupsIn(spec.body)
  return spec.kind === 'group' ? [spec, ...groupsIn(spec.body)] : []
}
