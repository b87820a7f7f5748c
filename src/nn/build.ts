import type { Flow, Graph, GraphNode, Group, GroupId, Issue, NodeId, PathPlace } from './graph'
import type { OpSpec } from './op'
import { opOf, type OpName } from './ops'
import { isUnknown } from './ops/closed'
import { adviseJoin } from './advice'
import { possible, withCauses } from './causes'
import { fieldsOf, largestOf } from './fields'
import { pixel } from './receptive'
import { formatShape, spoken } from './shape'
import type { Architecture, Join, Spec } from './spec'
import { depthOf, memoryOf, paramsOf, totalsOf } from './totals'

/** Attributes that a learner changed, by node id. */
export type Edits = Readonly<Record<NodeId, Readonly<Record<string, unknown>>>>

/** Where in the tree a spec is expanded. */
interface Place {
  readonly group: GroupId
  readonly path?: PathPlace
  readonly names: Names
}

interface OpenGroup {
  readonly id: GroupId
  readonly name: string
  readonly level: Group['level']
  readonly parent: GroupId | null
  readonly input: NodeId
  readonly children: string[]
  /** Its nodes stand together in the topological order: the first, and the one after the last. */
  readonly first: number
  end: number
}

/**
 * Expands an architecture, infers shapes and counts. Never throws on what a learner may do: what does not fit
 * becomes an issue on its node, which then counts for nothing. Throws on an author's mistake: an unknown op, an id given twice, an edit of a
 * node that does not exist.
 */
export function build(architecture: Architecture, edits: Edits = {}): Graph {
  const nodes: GraphNode[] = []
  const byId = new Map<NodeId, GraphNode>()
  const issues: Issue[] = []
  const open = new Map<GroupId, OpenGroup>()
  const ends: NodeId[] = []

  function addNode(spec: OpSpec, inputs: readonly NodeId[], place: Place): NodeId {
    const op = opOf(spec)
    const name = place.names.give(spec.name ?? op.shortName, spec.name !== undefined)
    const id = join(place.group, name)
    if (byId.has(id) || open.has(id)) throw new Error(`duplicate id: ${id}`)
    const attrs = Object.freeze({ ...spec.attrs, ...edits[id] })
    const inputNodes = inputs.map((input) => byId.get(input)!)
    const inputShapes = inputNodes.map((node) => node.shape)
    const problem = op.check?.(inputShapes, attrs)
    if (problem) issues.push({ node: id, message: problem, ...(isUnknown(spec) && { unknown: true }) })
    const shape = possible(op.shape(inputShapes, attrs))
    const fits = problem === undefined
    const weights = (fits && op.weights?.(inputShapes, attrs)) || {}
    const factors = (fits && op.macs?.(inputShapes, shape, attrs)) || []
    const fields = fieldsOf(op, inputNodes, shape, attrs, fits)
    const node: GraphNode = {
      id,
      name,
      op: spec.op as OpName,
      attrs,
      family: op.family,
      label: op.label(attrs),
      inputs,
      inputShapes,
      shape,
      fits,
      weights,
      params: paramsOf(weights),
      macs: factors.length === 0 ? 0 : factors.reduce((product, factor) => product * factor.value, 1),
      receptiveField: largestOf(fields),
      fields,
      group: place.group,
      ...(place.path && { path: place.path }),
      partOfLayer: false,
    }
    nodes.push(node)
    byId.set(id, node)
    open.get(place.group)!.children.push(id)
    return id
  }

  /** Returns the flow and the node whose tensor leaves. */
  function expand(spec: Spec, from: NodeId, place: Place): readonly [flow: Flow, to: NodeId] {
    switch (spec.kind) {
      case 'op': {
        const id = addNode(spec, [from], place)
        return [{ kind: 'node', id }, id]
      }
      case 'seq': {
        const items: Flow[] = []
        let at = from
        for (const item of spec.items) {
          const [flow, to] = expand(item, at, place)
          items.push(flow)
          at = to
        }
        return [{ kind: 'seq', items }, at]
      }
      case 'group': {
        const name = place.names.give(spec.name, false)
        const id = join(place.group, name)
        if (byId.has(id) || open.has(id)) throw new Error(`duplicate id: ${id}`)
        open.get(place.group)!.children.push(id)
        const first = nodes.length
        const group = {
          id,
          name,
          level: spec.level,
          parent: place.group,
          input: from,
          children: [],
          first,
          end: first,
        }
        open.set(id, group)
        const [body, to] = expand(spec.body, from, { ...place, group: id, names: namesIn(spec.body) })
        group.end = nodes.length
        if (spec.oneLayer) countOnce(nodes, byId, first)
        return [{ kind: 'group', id, body }, to]
      }
      case 'branch':
        return expandBranch(spec.join, spec.paths, from, place)
      case 'side': {
        const [body, end] = expand(spec.body, from, place)
        ends.push(end)
        return [{ kind: 'side', source: from, body }, from]
      }
    }
  }

  function expandBranch(
    how: Join,
    paths: readonly Spec[],
    from: NodeId,
    place: Place,
  ): readonly [Flow, NodeId] {
    // The join is named first, because the nodes on its paths refer to it.
    const name = place.names.give(opOf({ op: how }).shortName, false)
    const expanded = paths.map((path, index) =>
      expand(path, from, { ...place, path: { join: join(place.group, name), index, of: paths.length } }),
    )
    const inputs = expanded.map(([, to]) => to)
    const id = addNode({ kind: 'op', op: how, attrs: {}, name }, inputs, place)
    const found = issues.findIndex((issue) => issue.node === id)
    if (found >= 0) {
      const advice = adviseJoin(byId, from, inputs)
      if (advice) issues[found] = { node: id, message: `${issues[found].message}; ${advice}` }
    }
    return [{ kind: 'branch', join: how, source: from, node: id, paths: expanded.map(([flow]) => flow) }, id]
  }

  const network: OpenGroup = {
    id: '',
    name: architecture.title,
    level: 'network',
    parent: null,
    input: 'input',
    children: [],
    first: 0,
    end: 0,
  }
  open.set('', network)
  const root: Place = { group: '', names: namesIn(architecture.body) }
  const input = addNode(
    { kind: 'op', op: 'input', attrs: { shape: architecture.input }, name: 'input' },
    [],
    root,
  )
  const [body, output] = expand(architecture.body, input, root)
  network.end = nodes.length
  const unknown = Object.keys(edits).find((id) => !byId.has(id))
  if (unknown !== undefined) throw new Error(`edit of an unknown node: ${unknown}`)

  const outputs = [output, ...ends]
  const groups = [...open.values()].map((group) => closeGroup(group, nodes, byId, edits))
  const byGroup = new Map(groups.map((group) => [group.id, group]))
  const readers = readersOf(nodes)
  const leading = ancestors(byId, output)
  const convolutions = nodes.filter((node) => node.family === 'convolution' && leading.has(node.id))
  const deepest = convolutions.reduce<GraphNode | undefined>(
    (widest, node) => (widest && widest.receptiveField[0].size > node.receptiveField[0].size ? widest : node),
    undefined,
  )
  return freeze({
    architecture,
    nodes,
    groups,
    flow: { kind: 'seq', items: [{ kind: 'node', id: input }, body] } as Flow,
    input,
    outputs,
    issues: issues.length > 1 ? withCauses(nodes, issues) : issues,
    totals: byGroup.get('')!.totals,
    memory: memoryOf(nodes, outputs),
    depth: depthOf(nodes, output),
    convModules: nodes.filter((node) => node.family === 'convolution').length,
    receptiveField: deepest?.receptiveField ?? pixel,
    node: (id) => byId.get(id) ?? missing('node', id),
    group: (id) => byGroup.get(id) ?? missing('group', id),
    has: (id) => (byId.has(id) ? 'node' : byGroup.has(id) ? 'group' : undefined),
    readers: (id) => readers.get(id) ?? [],
  })
}

/** Numbers names that occur more than once in a scope: `conv1`, `conv2`. */
interface Names {
  /** @param exact the author gave the name, so it is used as it is */
  give(name: string, exact: boolean): string
}

function namesIn(body: Spec): Names {
  const total = new Map<string, number>()
  const count = (spec: Spec): void => {
    const add = (name: string) => total.set(name, (total.get(name) ?? 0) + 1)
    if (spec.kind === 'op') {
      if (spec.name === undefined) add(opOf(spec).shortName)
    } else if (spec.kind === 'seq') spec.items.forEach(count)
    else if (spec.kind === 'group') add(spec.name)
    else if (spec.kind === 'side') count(spec.body)
    else {
      spec.paths.forEach(count)
      add(opOf({ op: spec.join }).shortName)
    }
  }
  count(body)
  const used = new Map<string, number>()
  return {
    give(name, exact) {
      if (exact || (total.get(name) ?? 1) === 1) return name
      const number = (used.get(name) ?? 0) + 1
      used.set(name, number)
      return `${name}${number}`
    },
  }
}

function join(group: GroupId, name: string): string {
  return group === '' ? name : `${group}/${name}`
}

/** All weighted nodes from `first` on but the last become parts of one layer. */
function countOnce(nodes: GraphNode[], byId: Map<NodeId, GraphNode>, first: number): void {
  const weighted = nodes.map((_, i) => i).filter((i) => i >= first && opOf(nodes[i]).counts === 'weighted')
  for (const i of weighted.slice(0, -1)) {
    nodes[i] = { ...nodes[i], partOfLayer: true }
    byId.set(nodes[i].id, nodes[i])
  }
}

function closeGroup(
  { first, end, ...group }: OpenGroup,
  nodes: readonly GraphNode[],
  byId: ReadonlyMap<NodeId, GraphNode>,
  edits: Edits,
): Group {
  // Not every attribute shows in a label.
  const edited = (id: NodeId) => (edits[id] ? JSON.stringify(edits[id]) : '')
  const inside = nodes.slice(first, end)
  const places = new Map(inside.map((node, i) => [node.id, i]))
  const output = inside.at(-1)?.id ?? group.input
  return {
    ...group,
    nodes: [...places.keys()],
    output,
    shape: byId.get(output)!.shape,
    totals: totalsOf(inside),
    receptiveField: byId.get(output)!.receptiveField,
    // Label and readers by place, so that two blocks with other names or inputs still compare equal.
    signature: inside
      .map(
        (node) => `${node.label}${edited(node.id)}<${node.inputs.map((id) => places.get(id) ?? '·').join()}`,
      )
      .join(';'),
  }
}

function readersOf(nodes: readonly GraphNode[]): ReadonlyMap<NodeId, readonly NodeId[]> {
  const readers = new Map<NodeId, NodeId[]>()
  for (const node of nodes)
    for (const id of new Set(node.inputs)) {
      const list = readers.get(id)
      if (list) list.push(node.id)
      else readers.set(id, [node.id])
    }
  return readers
}

/** A node and all that it depends on; side paths of the network are not among the ancestors of its output. */
function ancestors(nodes: ReadonlyMap<NodeId, Pick<GraphNode, 'inputs'>>, id: NodeId): ReadonlySet<NodeId> {
  const waiting = [id]
  const seen = new Set(waiting)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const input of nodes.get(next)!.inputs)
      if (!seen.has(input)) {
        seen.add(input)
        waiting.push(input)
      }
  return seen
}

function missing(kind: string, id: string): never {
  throw new Error(`no such ${kind}: ${id}`)
}

function freeze(graph: Graph): Graph {
  graph.nodes.forEach(Object.freeze)
  graph.groups.forEach(Object.freeze)
  Object.freeze(graph.nodes)
  Object.freeze(graph.groups)
  return Object.freeze(graph)
}

/** A node in words, as a screen reader should hear it. */
export function describe(node: GraphNode): string {
  const place = node.path ? `, path ${node.path.index + 1} of ${node.path.of}` : ''
  const from = node.inputShapes.map((shape) => formatShape(shape)).join(' and ')
  const to = formatShape(node.shape)
  return spoken(`${opOf(node).title}, ${node.label}${from && `, input ${from}`}, output ${to}${place}`)
}
