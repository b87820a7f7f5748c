import type { Graph } from '../nn/graph'

/** What parts of a kind are called, whatever their number: `inception_3a` is an `inception`, `conv2_x` a `conv_x`. */
export function kindOf(name: string): string {
  return name.replace(/_?\d+[a-z]?/, '')
}

/**
 * The names under which the course may teach what is chosen, the nearest first: what a layer does, then the groups around
 * it from the inside, then the network. A part may be taught as that of a network or of its family:
 * `resnet50/block`, `googlenet/inception`, `densenet/concat`.
 */
export function namesOf(
  graph: Graph,
  id: string | null,
  { network, family }: { readonly network: string; readonly family: string },
): readonly string[] {
  const within = (part: string) => [`${network}/${part}`, `${family}/${part}`]
  const kind = id === null ? undefined : graph.has(id)
  const names: string[] = []
  if (kind === 'node') {
    const { op } = graph.node(id!)
    names.push(...within(op), op)
  }
  let group = kind === 'node' ? graph.node(id!).group : kind === 'group' ? id : null
  while (group !== null) {
    const { name, parent } = graph.group(group)
    if (parent !== null) names.push(...within(kindOf(name)))
    group = parent
  }
  return [...names, network, family]
}
