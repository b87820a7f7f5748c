import type { Graph } from '../nn/graph'

/** What parts of a kind are called, whatever their number: `inception_3a` is an `inception`, `conv2_x` a `conv_x`. */
export function kindOf(name: string): string {
  return name.replace(/_?\d+[a-z]?/, '')
}

/**
 * The names under which the course may teach what is chosen, the nearest first: what a layer does, unless it is a
 * convolution, then the groups around it from the inside, then the network. A part may be taught as that of a network or of its family:
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
  const node = kind === 'node' ? graph.node(id!) : undefined
  // Some parts are called like an op: GoogLeNet's `conv1`, its stem, is a `conv`.
  const isPart = graph.groups.some(({ name }) => kindOf(name) === node?.op)
  if (node && !isPart) names.push(...within(node.op))
  // What a convolution does is the same everywhere: what it is there for, its block says.
  const isUsual = node?.family === 'convolution'
  if (node && !isUsual) names.push(node.op)
  let group = node ? node.group : kind === 'group' ? id : null
  while (group !== null) {
    const { name, parent } = graph.group(group)
    if (parent !== null) names.push(...within(kindOf(name)))
    group = parent
  }
  return [...names, ...(isUsual ? [node.op] : []), network, family]
}
