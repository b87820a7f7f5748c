import { describe } from '../nn/build'
import type { Graph, GraphNode, Group, GroupId } from '../nn/graph'
import { verdict } from '../nn/misfit'
import { isUnknown } from '../nn/ops/closed'
import type { Roll } from '../nn/rolls'
import { channels, formatShape, type Shape, spoken } from '../nn/shape'
import { type Branch, type FlowIndex, isIdentity, type Kind } from './flowIndex'

const kinds: Readonly<Record<Exclude<Kind, 'plain'>, readonly [one: string, many: string]>> = {
  residual: ['residual block', 'residual blocks'],
  dense: ['dense layer', 'dense layers'],
  inception: ['parallel paths', 'blocks of parallel paths'],
  gated: ['gated block', 'gated blocks'],
}

/** What is in a closed group, in a few words: `2 × residual block`, `3 convolutions`. */
export function contents(graph: Graph, index: FlowIndex, group: Group): string {
  const blocks = group.children.filter((id) => graph.has(id) === 'group' && graph.group(id).level === 'block')
  const kind = blocks.length ? index.kind(blocks[0]) : index.kind(group.id)
  if (blocks.length > 1) return `${blocks.length} × ${kind === 'plain' ? 'block' : kinds[kind][0]}`
  const branch = index.branchOf(group.id)
  if (kind === 'inception' && branch) return `${branch.paths.length} paths`
  if (kind !== 'plain') return kinds[kind][0]
  return layers(group.nodes.map((id) => graph.node(id)))
}

function layers(nodes: readonly GraphNode[]): string {
  const weighted = nodes.filter(({ family }) => family === 'convolution' || family === 'dense')
  if (weighted.length === 0)
    return nodes.find((node) => node.family === 'pooling')?.label ?? nodes[0]?.label ?? ''
  if (weighted.length === 1) return weighted[0].label
  const convolutions = weighted.filter((node) => node.family === 'convolution')
  return convolutions.length === weighted.length
    ? `${convolutions.length} convolutions`
    : `${weighted.length} layers`
}

/** `64 + 128 + 32 + 32 = 256`, as parts that belong to paths; long sums are shortened in their middle. */
export function sumParts(shapes: readonly Shape[], total: Shape): readonly (number | string)[] {
  const counts = shapes.map(channels)
  const all = channels(total)
  if (counts.length > 6 && counts.every((count) => count === counts[0]))
    return [`${counts.length} · ${counts[0]} = ${all}`]
  const shown = counts.length > 8 ? [...counts.slice(0, 3), '…', counts.at(-1)!] : counts
  return [...shown.flatMap((count, i) => (i === 0 ? [count] : [' + ', count])), ` = ${all}`]
}

const sentences = new WeakMap<GraphNode | Group, string>()

/** What does not change with what is open is said once. */
function onceFor(of: GraphNode | Group, say: () => string): string {
  let words = sentences.get(of)
  if (words === undefined) sentences.set(of, (words = say()))
  return words
}

function withIssue(words: string, issue: string | null, isUnknown = false): string {
  return issue ? `${words}. ${verdict(isUnknown)}: ${spoken(issue)}` : words
}

/** A layer as a screen reader should hear it. */
export function nodeWords(node: GraphNode, issue: string | null): string {
  return withIssue(
    onceFor(node, () => describe(node)),
    issue,
    isUnknown(node),
  )
}

/** Made once: to make one takes longer than to write a thousand numbers. */
const numbers = new Intl.NumberFormat('en')

/** A group as a screen reader should hear it. */
export function groupWords(graph: Graph, index: FlowIndex, group: Group, issue: string | null): string {
  return withIssue(
    onceFor(group, () => wordsOf(graph, index, group)),
    issue,
    firstIn(graph, group.id)?.unknown,
  )
}

function wordsOf(graph: Graph, index: FlowIndex, group: Group): string {
  const parts = [
    `${group.level} ${group.name}`,
    // As it is written on the box, so that what is seen can also be said to the page.
    contents(graph, index, group),
    `input ${formatShape(graph.node(group.input).shape)}`,
    `output ${formatShape(group.shape)}`,
    parametersOf(group),
  ]
  return spoken(parts.join(', '))
}

/** A lower bound where something inside does not fit. */
function parametersOf({ totals }: Group): string {
  return `${totals.incomplete ? 'at least ' : ''}${numbers.format(totals.trainable)} parameters`
}

/**
 * A way around the main path, in a sentence that can be read beside it: what it is, the tensor that it carries and where
 * that comes from and goes: `identity shortcut: 56×56×64 from maxpool, unchanged, is added at conv2_x/block1/add`.
 */
export function wayWords(graph: Graph, { join, source, node, paths }: Branch, index: number): string {
  const tensor = `${formatShape(graph.node(source).shape)} from ${source}`
  const end = `${joined[join]} at ${node}`
  if (isIdentity(paths[index]))
    return `${join === 'add' ? 'identity shortcut' : 'unchanged path'}: ${tensor}, unchanged, is ${end}`
  const last = graph.node(node).inputs[index]
  const layers: GraphNode[] = []
  for (let id = last; id !== source && layers.length < 100;) {
    const at = graph.node(id)
    if (at.macs > 0 || at.family === 'pooling') layers.unshift(at)
    id = at.inputs[0]
  }
  const kind =
    join !== 'add' ? 'path' : layers.some(({ macs }) => macs > 0) ? 'projection shortcut' : 'shortcut'
  const through = layers.length > 0 ? ` through ${layers.map(({ label }) => label).join(', ')}` : ''
  return `${kind}: ${tensor}${through} becomes ${formatShape(graph.node(last).shape)} and is ${end}`
}

/** What a join does with what it reads. */
const joined: Readonly<Record<Branch['join'], string>> = {
  add: 'added',
  concat: 'concatenated',
  multiply: 'multiplied',
}

/** Blocks that are alike, in a few words. */
export function rollContents(index: FlowIndex, { members }: Roll): string {
  const kind = index.kind(members[0])
  return `${members.length} × ${kind === 'plain' ? 'block' : kinds[kind][0]}`
}

/** The names of the first and the last. */
export function rollName(graph: Graph, { members }: Roll): string {
  return `${graph.group(members[0]).name} to ${graph.group(members[members.length - 1]).name}`
}

/** Blocks that are alike as a screen reader should hear them. */
export function rollWords(graph: Graph, index: FlowIndex, roll: Roll): string {
  const each = graph.group(roll.members[0])
  const parts = [
    rollName(graph, roll),
    rollContents(index, roll),
    `each with output ${formatShape(each.shape)}`,
    `and ${parametersOf(each)}`,
  ]
  return spoken(parts.join(', '))
}

/** The first thing inside a group that does not fit or is unknown. */
export function issueIn(graph: Graph, id: GroupId): string | null {
  return firstIn(graph, id)?.message ?? null
}

/** Whether something inside a group does not fit; nothing is put together wrongly in what is unknown. */
export function isTorn({ issues }: Graph, id: GroupId): boolean {
  return issues.some(({ node, unknown }) => !unknown && node.startsWith(`${id}/`))
}

const firstIn = ({ issues }: Graph, id: GroupId) =>
  issues.find(({ node }) => id === '' || node.startsWith(`${id}/`))
