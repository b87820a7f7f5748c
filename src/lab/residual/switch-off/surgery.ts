import { build } from '../../../nn/build'
import type { Graph, GroupId, NodeId } from '../../../nn/graph'
import { opOf } from '../../../nn/ops'
import { relu } from '../../../nn/ops/activation'
import { subsamplePad } from '../../../nn/ops/reshape'
import { isMap } from '../../../nn/shape'
import { path, seq, type GroupSpec, type Spec } from '../../../nn/spec'
import type { Supply } from '../../../runtime/types'
import type { WeightSource } from '../../../runtime/weights'

/** What is done to a trained network. Blocks are counted through all stages, from 1. */
export interface Surgery {
  /** The blocks that run, in their order; a block may run twice. */
  readonly order: readonly number[]
  /** Blocks without their convolutions: the shortcut is left. */
  readonly off: ReadonlySet<number>
  /** Blocks without their shortcut: the convolutions are left. */
  readonly cut: ReadonlySet<number>
  /** What the convolutions of every block give is multiplied by this before it is added. */
  readonly scale: number
}

/** A block of the network as it was trained. */
export interface Block {
  /** From 1, through all stages. */
  readonly number: number
  readonly id: GroupId
  readonly stage: GroupId
  /** Its place in the stage, from 1. */
  readonly place: number
  /** Whether a tensor leaves it in the shape in which it came, so that it can stand elsewhere in its stage. */
  readonly keepsShape: boolean
}

/** An edited network, and where each of its layers has its weights from. */
export interface Edited {
  readonly graph: Graph
  /** The layer of the trained network whose weights a layer has. */
  readonly from: (node: NodeId) => NodeId
  /** The blocks as they run: their group in the edited network. */
  readonly places: readonly { readonly block: Block; readonly id: GroupId }[]
}

export function blocksOf(graph: Graph): readonly Block[] {
  const stages = new Map<GroupId, number>()
  return graph.groups
    .filter(({ level }) => level === 'block')
    .map(({ id, parent, input, shape }, i) => {
      const stage = parent ?? ''
      const place = (stages.get(stage) ?? 0) + 1
      stages.set(stage, place)
      const keepsShape = String(graph.node(input).shape) === String(shape)
      return { number: i + 1, id, stage, place, keepsShape }
    })
}

/** A network that nothing was done to. */
export function untouched(blocks: readonly Block[]): Surgery {
  return { order: blocks.map(({ number }) => number), off: new Set(), cut: new Set(), scale: 1 }
}

/**
 * Why blocks cannot run in this order, as a sentence: each must stand in its own stage, and the one that changes the shape
 * begins it. Undefined where they can.
 */
export function orderProblem(blocks: readonly Block[], order: readonly number[]): string | undefined {
  const known = order.map((number) => blocks.find((block) => block.number === number))
  if (known.includes(undefined))
    return `There are ${blocks.length} blocks, so the order cannot name block ${order.find((_, i) => !known[i])}.`
  const stages = [...new Set(blocks.map(({ stage }) => stage))]
  const places = known.map((block) => stages.indexOf(block!.stage))
  if (places.some((place, i) => place < (places[i - 1] ?? 0)))
    return 'A block can only move within its stage: elsewhere the tensor has another shape.'
  const wrong = stages.find((stage) => {
    const own = known.filter((block) => block!.stage === stage)
    return (
      own.length < 2 || own.slice(1).some((block) => !block!.keepsShape) || !sameStart(blocks, own[0]!, stage)
    )
  })
  return (
    wrong &&
    `The first block of ${wrong} gives the tensor its shape, so it has to stay first and run once, with at least one block after it.`
  )
}

function sameStart(blocks: readonly Block[], first: Block, stage: GroupId): boolean {
  const own = blocks.filter((block) => block.stage === stage)
  return own[0].keepsShape ? first.keepsShape : first === own[0]
}

/** Builds the edited network. Throws where `orderProblem` has a sentence. */
export function operate(graph: Graph, surgery: Surgery): Edited {
  const blocks = blocksOf(graph)
  const problem = orderProblem(blocks, surgery.order)
  if (problem) throw new Error(problem)
  const specs = blocksIn(graph.architecture.body)
  const body = withBlocks(graph.architecture.body, (stage) =>
    surgery.order
      .map((number) => blocks[number - 1])
      .filter((block) => block.stage === stage)
      .map((block) => edited(graph, specs[block.number - 1], block, surgery)),
  )
  const made = build({ ...graph.architecture, body })
  const groups = made.groups.filter(({ level }) => level === 'block')
  const places = surgery.order.map((number, i) => ({ block: blocks[number - 1], id: groups[i].id }))
  const from = (node: NodeId): NodeId => {
    const place = places.find(({ id }) => node.startsWith(`${id}/`))
    return place ? place.block.id + node.slice(place.id.length) : node
  }
  return { graph: made, from, places }
}

const itemsOf = (spec: Spec): readonly Spec[] => (spec.kind === 'seq' ? spec.items.flatMap(itemsOf) : [spec])

const isBlock = (spec: Spec) => spec.kind === 'group' && spec.level === 'block'

/** The blocks of a network in their order. */
function blocksIn(spec: Spec): readonly GroupSpec[] {
  return itemsOf(spec).flatMap((item) =>
    item.kind !== 'group' ? [] : item.level === 'block' ? [item] : blocksIn(item.body),
  )
}

/** The network with other blocks in each stage. */
function withBlocks(spec: Spec, blocksOf: (stage: string) => readonly Spec[]): Spec {
  if (spec.kind === 'seq') return { ...spec, items: spec.items.map((item) => withBlocks(item, blocksOf)) }
  if (spec.kind !== 'group' || !itemsOf(spec.body).some(isBlock)) return spec
  return { ...spec, body: { kind: 'seq', items: blocksOf(spec.name) } }
}

/** A block without what was taken from it. */
function edited(graph: Graph, spec: GroupSpec, block: Block, { off, cut }: Surgery): Spec {
  const items = itemsOf(spec.body)
  const branch = items.findIndex((item) => item.kind === 'branch')
  const sum = items[branch]
  if (off.has(block.number)) {
    const left = sum?.kind === 'branch' ? sum.paths[1] : freeShortcut(graph, block)
    return { ...spec, body: seq(left, relu()) }
  }
  if (cut.has(block.number) && sum?.kind === 'branch')
    return { ...spec, body: seq(...items.slice(0, branch), sum.paths[0], ...items.slice(branch + 1)) }
  return spec
}

/** In place of a deleted block of a plain network: the tensor as it is, or the shortcut of He et al. that has no weights. */
function freeShortcut(graph: Graph, { id, keepsShape }: Block): Spec {
  const { input, shape } = graph.group(id)
  const before = graph.node(input).shape
  if (keepsShape || !isMap(before) || !isMap(shape)) return seq()
  return path('shortcut', subsamplePad({ stride: Math.round(before[0] / shape[0]), filters: shape[2] }))
}

/** The normalizations that end what a block adds: γ and β times a factor are the sum times that factor. */
export function lastOnBranches(graph: Graph): ReadonlySet<NodeId> {
  const sums = graph.nodes.filter((node) => node.family === 'merge' && node.inputs.length === 2)
  return new Set(sums.flatMap(({ inputs: [first] }) => (opOf(graph.node(first)).affine ? [first] : [])))
}

/** Hands the worker the weights of the edited network: those of the trained one, scaled where that was asked for. */
export function supplyOf({ graph, from }: Edited, trained: WeightSource, scale: number): Supply {
  const scaled = scale === 1 ? new Set<NodeId>() : lastOnBranches(graph)
  return async (give) => {
    for (const { id, weights } of graph.nodes)
      for (const [name, { role, values }] of Object.entries(weights)) {
        if (values) continue
        const own = Float32Array.from(trained(from(id), name))
        if (scaled.has(id) && (role === 'gamma' || role === 'beta'))
          for (let i = 0; i < own.length; i++) own[i] *= scale
        await give(id, name, own)
      }
  }
}

/** Another id for other weights: the worker keeps those of the last one. */
export function idOf(model: string, { order, off, cut, scale }: Surgery): string {
  return JSON.stringify([model, order, [...off], [...cut], scale])
}
