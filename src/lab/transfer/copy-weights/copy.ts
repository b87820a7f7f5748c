import type { Options } from '../../../architectures/family'
import type { Graph, NodeId } from '../../../nn/graph'
import type { Role, Weight } from '../../../nn/op'
import { size } from '../../../nn/totals'
import { seededWeights } from '../../../runtime/weights'

/** What the new task changes besides the classes, as options of the ResNet family. */
export const edits = {
  nothing: {},
  grey: { input: [224, 224, 1] },
  narrow: { width: 32 },
  deep: { blocks: [3, 4, 6, 3] },
} as const satisfies Record<string, Options>

export type Edit = keyof typeof edits

/** A weight tensor of the target, held against the one of the same name in the source. */
export interface Match {
  readonly node: NodeId
  /** The name that the layer gives it: `kernel`, `bias`, `gamma`, … */
  readonly name: string
  readonly role: Role
  /** The top-level part that it lies in. */
  readonly stage: string
  readonly weight: Weight
  /** Numbers in it. */
  readonly size: number
  /** Of the source; absent where it has no tensor of that name. */
  readonly source?: { readonly shape: readonly number[]; readonly size: number }
  /** Whether name and shape are the same: only then it is copied. */
  readonly fits: boolean
}

/** Every weight tensor of the target in the order of its graph, running statistics among them, held against the source. */
export function matchesOf(source: Graph, target: Graph): readonly Match[] {
  return target.nodes.flatMap(({ id, weights }) =>
    Object.entries(weights).map(([name, weight]): Match => {
      const old = source.has(id) === 'node' ? source.node(id).weights[name] : undefined
      return {
        node: id,
        name,
        role: weight.role,
        stage: id.split('/')[0],
        weight,
        size: size(weight),
        ...(old && { source: { shape: old.shape, size: size(old) } }),
        fits: old !== undefined && old.shape.join() === weight.shape.join(),
      }
    }),
  )
}

/** Numbers of a copy after so many tensors. */
export function tally(matches: readonly Match[], done: number) {
  const sum = (of: readonly Match[], value: (one: Match) => number) =>
    of.reduce((total, one) => total + value(one), 0)
  const seen = matches.slice(0, done)
  const copied = seen.filter(({ fits }) => fits)
  const refused = seen.filter(({ fits }) => !fits)
  return {
    /** Trained numbers that came along. */
    copied: sum(copied, (one) => (one.role === 'running' ? 0 : one.size)),
    /** Means and variances that came along. */
    running: sum(copied, (one) => (one.role === 'running' ? one.size : 0)),
    refused,
    /** Numbers of the refused tensors, in the source and in the target. */
    lost: sum(refused, ({ source }) => source?.size ?? 0),
    anew: sum(refused, (one) => one.size),
  }
}

/** The nodes and groups of a target that are done after so many tensors, with every tensor of theirs copied. */
export function copiedParts(target: Graph, matches: readonly Match[], done: number): ReadonlySet<string> {
  const parts = new Set<string>()
  let index = 0
  for (const { id, weights } of target.nodes) {
    const own = matches.slice(index, index + Object.keys(weights).length)
    index += own.length
    if (index > done || done === 0) break
    if (own.every(({ fits }) => fits)) parts.add(id)
  }
  for (const { id, nodes } of target.groups)
    if (id !== '' && nodes.every((node) => parts.has(node))) parts.add(id)
  return parts
}

/** The seed of what is drawn anew. */
export const seed = 1

/** How a tensor that is not copied begins: one value for all, or normal with a spread, and the first that are drawn. */
export function anew(
  target: Graph,
  { node, name, weight }: Match,
): { readonly fill: number } | { readonly spread: number; readonly first: readonly number[] } {
  if (weight.fill !== undefined) return { fill: weight.fill }
  // The first output's numbers are enough, and a thousandth of the work.
  const first = seededWeights(target, seed)(node, name, 0)
  return { spread: Math.sqrt(2 / weight.fanIn!), first: [...first.slice(0, 2)] }
}
