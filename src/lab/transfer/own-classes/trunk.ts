import { models } from 'virtual:models'
import { graphOf } from '../../../architectures/built'
import { classifier } from '../../../architectures/parts'
import { build } from '../../../nn/build'
import { averagingHead } from '../../../nn/classActivation'
import type { Graph, Group, NodeId } from '../../../nn/graph'
import { globalAvgPool } from '../../../nn/ops/pooling'
import { flatten } from '../../../nn/ops/reshape'
import { asMap, channels, type MapShape } from '../../../nn/shape'
import { seq, type Spec } from '../../../nn/spec'
import { type Model, modelOf } from '../../shared/models'
import type { TrunkName, Way } from './names'

/** A trained network whose head is exchanged. */
export interface Trunk {
  readonly model: Model
  /** Its last feature maps; their means are what a head reads. */
  readonly maps: NodeId
  /** The fully connected layer. */
  readonly scores: NodeId
  /** The last block, and the tensor that enters it. */
  readonly block: Group
  readonly enters: NodeId
}

export function trunkOf(name: TrunkName): Trunk | undefined {
  const model = modelOf(name)
  const head = model && averagingHead(model.graph)
  if (!model || !head) return undefined
  const block = lastBlock(model.graph)
  return { model, maps: head.maps, scores: head.scores, block, enters: block.input }
}

/** The last group that splits and joins, the innermost of those. */
function lastBlock(graph: Graph): Group {
  const joins = ({ nodes }: Group) => nodes.some((id) => graph.node(id).family === 'merge')
  return graph.groups.findLast(
    (group) => (group.level === 'block' || group.level === 'stage') && joins(group),
  )!
}

/** The same in the description. */
function lastBlockSpec(spec: Spec): Spec | undefined {
  if (spec.kind === 'seq') return last(spec.items)
  if (spec.kind !== 'group') return undefined
  return lastBlockSpec(spec.body) ?? (spec.level !== 'path' && branches(spec.body) ? spec : undefined)
}

const last = (items: readonly Spec[]) =>
  items.reduceRight<Spec | undefined>((found, item) => found ?? lastBlockSpec(item), undefined)

function branches(spec: Spec): boolean {
  if (spec.kind === 'branch') return true
  return spec.kind === 'seq' ? spec.items.some(branches) : spec.kind === 'group' && branches(spec.body)
}

/** The whole network with a head for so many classes. */
export function wholeOf({ model }: Trunk, classes: number): Graph {
  const { network, options } = models.find(({ id }) => id === model.id)!
  return graphOf(network, { ...options, classes })
}

/** A small residual network for small color images, which learns from nothing. */
export function scratchOf(classes: number): Graph {
  return graphOf('resnet', {
    ...{ stem: 'cifar', width: 8, blocks: [1, 1, 1], shortcut: 'A', input: [32, 32, 3] },
    classes,
  })
}

/** What learns in a way, as a network of its own that reads what comes out of the frozen part. */
export function learningOf(way: Way, trunk: Trunk, classes: number): Graph {
  const { graph } = trunk.model
  switch (way) {
    case 'scratch':
      return scratchOf(classes)
    case 'head':
      return tail('head', [1, 1, channels(graph.node(trunk.maps).shape)], flatten(), classifier(classes))
    case 'block':
      return tail(
        'last block',
        asMap(graph.node(trunk.enters).shape),
        lastBlockSpec(graph.architecture.body)!,
        globalAvgPool(),
        classifier(classes),
      )
  }
}

const tail = (title: string, input: MapShape, ...items: readonly Spec[]) =>
  build({ id: title.replace(' ', '-'), title, input, body: seq(...items) })

/** For every node of the last block with weights, the node in the network that it is cut from; the head is new. */
export function sameNodes(trunk: Trunk, learning: Graph): ReadonlyMap<NodeId, NodeId> {
  const weighted = (graph: Graph, ids: readonly NodeId[]) =>
    ids.filter((id) => Object.keys(graph.node(id).weights).length > 0)
  const there = weighted(trunk.model.graph, trunk.block.nodes)
  const here = weighted(
    learning,
    learning.nodes.map(({ id }) => id),
  )
  return new Map(there.map((id, i) => [here[i], id]))
}

/** Nodes and groups that training leaves as they are. */
export function frozenParts(way: Way, trunk: Trunk, whole: Graph): ReadonlySet<string> {
  if (way === 'scratch') return new Set()
  const learns = new Set([trunk.scores, ...(way === 'block' ? trunk.block.nodes : [])])
  const frozen = new Set(
    whole.nodes.filter(({ id, family }) => family !== 'input' && !learns.has(id)).map(({ id }) => id),
  )
  for (const { id, nodes } of whole.groups)
    if (id !== '' && nodes.every((node) => frozen.has(node))) frozen.add(id)
  return frozen
}
