import { type Attribute, readAttribute, writeAttribute } from './attribute'
import type { Edits } from './build'
import type { Graph, GraphNode, NodeId } from './graph'
import { opOf } from './ops'

/** What a reader may change of a node, by the name that the address uses. */
export function editableOf(node: GraphNode): readonly (readonly [name: string, attribute: Attribute])[] {
  return Object.entries(opOf(node).editable ?? {}).flatMap(([name, attribute]) =>
    attribute ? [[name, attribute] as const] : [],
  )
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
    if (value === undefined) wrong.push(`"${part}" is not an edit; an edit looks like conv1.filters:96`)
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

export function attributeOf(node: GraphNode, name: string): Attribute | undefined {
  return editableOf(node).find(([key]) => key === name)?.[1]
}
