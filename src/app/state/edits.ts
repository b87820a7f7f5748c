import { type Attribute, readAttribute, showAttribute, writeAttribute } from '../../nn/attribute'
import type { Edits } from '../../nn/build'
import type { Graph, GraphNode, NodeId } from '../../nn/graph'
import { opOf } from '../../nn/ops'
import { ancestorsOf } from './network'

/** One attribute of one layer that is not as the network has it. */
export interface Change {
  readonly node: NodeId
  readonly name: string
  readonly attribute: Attribute
  readonly from: unknown
  readonly to: unknown
}

/** What a reader may change of a node, by the name that the address uses. */
export function editableOf(node: GraphNode): readonly (readonly [name: string, attribute: Attribute])[] {
  return Object.entries(opOf(node).editable ?? {}).flatMap(([name, attribute]) =>
    attribute ? [[name, attribute] as const] : [],
  )
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

/** The edits with one more; a value that is the network's own is no edit. */
export function withEdit(edits: Edits, own: Graph, node: NodeId, name: string, value: unknown): Edits {
  const rest = withoutEdit(edits, node, name)
  if (writeAttribute(own.node(node).attrs[name]) === writeAttribute(value)) return rest
  return { ...rest, [node]: { ...rest[node], [name]: value } }
}

/** The edits without those of a layer, or without one of them. */
export function withoutEdit(edits: Edits, node: NodeId, name?: string): Edits {
  const { [node]: attributes = {}, ...others } = edits
  const left = Object.entries(attributes).filter(([key]) => name !== undefined && key !== name)
  return left.length === 0 ? others : { ...edits, [node]: Object.fromEntries(left) }
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

/** Reads `conv1.filters:96,conv1.kernel:5x5`; what cannot be used comes back as sentences. */
export function readEdits(
  text: string,
  own: Graph,
): { readonly edits: Edits; readonly wrong: readonly string[] } {
  const { title } = own.architecture
  const wrong: string[] = []
  let edits: Edits = {}
  for (const part of text.split(',').filter((each) => each !== '')) {
    const [, node, name, value] = /^(.+)\.([^.:]+):(.*)$/.exec(part) ?? []
    if (value === undefined) wrong.push(`"${part}" is no edit; one looks like conv1.filters:96`)
    else if (own.has(node) !== 'node') wrong.push(`${title} has no layer "${node}" to edit`)
    else {
      const attribute = attributeOf(own.node(node), name)
      const reading = attribute && readAttribute(attribute, value)
      if (!reading) wrong.push(`${node} has no "${name}" that can be edited`)
      else if ('sentence' in reading) wrong.push(`${node}: ${reading.sentence}`)
      else edits = withEdit(edits, own, node, name, reading.value)
    }
  }
  return { edits, wrong }
}

/** The text that `readEdits` reads back, undefined where nothing is edited. */
export function writeEdits(edits: Edits): string | undefined {
  const parts = Object.entries(edits).flatMap(([node, attributes]) =>
    Object.entries(attributes).map(([name, value]) => `${node}.${name}:${writeAttribute(value)}`),
  )
  return parts.length === 0 ? undefined : parts.join(',')
}

function attributeOf(node: GraphNode, name: string): Attribute | undefined {
  return editableOf(node).find(([key]) => key === name)?.[1]
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
