import { type Attribute, showAttribute } from '../../nn/attribute'
import type { Edits } from '../../nn/build'
import { attributeOf, editableOf, withEdit } from '../../nn/edits'
import type { Graph, NodeId } from '../../nn/graph'
import { ancestorsOf } from './network'

/** One attribute of one layer that is not as the network has it. */
export interface Change {
  readonly node: NodeId
  readonly name: string
  readonly attribute: Attribute
  readonly from: unknown
  readonly to: unknown
}

/** Every change in the order of the network. `own`: the graph without edits. */
export function changesOf(edits: Edits, own: Graph): readonly Change[] {
  return own.nodes
    .filter((node) => edits[node.id])
    .flatMap((node) =>
      editableOf(node)
        .filter(([name]) => name in edits[node.id])
        .map(([name, attribute]) => ({
          node: node.id,
          name,
          attribute,
          from: node.attrs[name],
          to: edits[node.id][name],
        })),
    )
}

/** `filters 64 → 96`. */
export function changeInWords({ attribute, from, to }: Change): string {
  return `${attribute.label} ${showAttribute(from)} → ${showAttribute(to)}`
}

/** The edits that still mean something in another graph, and the layers whose edits do not. */
export function fittingEdits(
  edits: Edits,
  own: Graph,
): { readonly edits: Edits; readonly lost: readonly NodeId[] } {
  let kept: Edits = {}
  const lost = new Set<NodeId>()
  for (const [node, attributes] of Object.entries(edits))
    for (const [name, value] of Object.entries(attributes))
      if (own.has(node) === 'node' && attributeOf(own.node(node), name))
        kept = withEdit(kept, own, node, name, value)
      else lost.add(node)
  return { edits: kept, lost: [...lost] }
}

/**
 * Marks for the picture: the edited layers, and the closed groups that hide one. What only follows from an edit is
 * not marked; its shapes and ribbons show it, and behind an early layer it would be the whole network.
 */
export function marksOf(
  edits: Edits,
  graph: Graph,
  expanded: ReadonlySet<string>,
): ReadonlyMap<string, 'changed'> {
  const ids = Object.keys(edits).flatMap((id) => [
    id,
    ...ancestorsOf(graph, id).filter((group) => !expanded.has(group)),
  ])
  return new Map(ids.map((id) => [id, 'changed']))
}
