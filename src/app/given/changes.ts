import type { Attributes } from '../../nn/attribute'
import { showAttribute } from '../../nn/attribute'
import type { Graph, GraphNode } from '../../nn/graph'
import { opOf } from '../../nn/ops'
import { count } from '../../ui/format'

/** Less than this share of the layers found again by name, and no layer can be said to be another's. */
const least = 0.5

/** What of a network's layers is other than in the one that it was made of, to follow its name in a sentence. */
export function changedWords(graph: Graph, like: Graph): string {
  const common = graph.nodes.filter(({ id, family }) => family !== 'input' && like.has(id) === 'node')
  if (common.length < least * graph.nodes.length) return ', with changed layers'
  const found = new Map<string, number>()
  let changed = 0
  for (const node of common) {
    const said = differences(node, like.node(node.id))
    if (said.length > 0) changed++
    for (const each of said) found.set(each, (found.get(each) ?? 0) + 1)
  }
  const [more, fewer] = [apart(graph, like), apart(like, graph)]
  const parts = [
    ...[...found].map(([said, layers]) => `${said} in ${layersOf(layers)}`),
    ...(more > 0 ? [`${layersOf(more)} more`] : []),
    ...(fewer > 0 ? [`${layersOf(fewer)} fewer`] : []),
  ]
  return parts.length === 0
    ? ', with changed layers'
    : `, with ${layersOf(changed + more + fewer)} changed: ${parts.join('; ')}`
}

const apart = (one: Graph, other: Graph) => one.nodes.filter(({ id }) => other.has(id) !== 'node').length

const layersOf = (layers: number) => `${count(layers)} ${layers === 1 ? 'layer' : 'layers'}`

function differences(node: GraphNode, like: GraphNode): readonly string[] {
  const op = opOf(node)
  if (node.op !== like.op) return [`${op.title} instead of ${opOf(like).title}`]
  const known: Attributes<Record<string, unknown>> = op.editable ?? {}
  return Object.keys(node.attrs).flatMap((name) => {
    const [now, then] = [node.attrs[name], like.attrs[name]]
    if (JSON.stringify(now) === JSON.stringify(then)) return []
    const label = known[name]?.label ?? name
    return [known[name] ? `${label} ${showAttribute(now)} instead of ${showAttribute(then)}` : label]
  })
}
