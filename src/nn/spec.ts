import type { OpSpec } from './op'
import type { MapShape } from './shape'

/** What the paths of a branch end in. */
export type Join = 'add' | 'concat' | 'multiply'

/** A level of the tree that a reader opens: network → stage → block → layer. A path only names its nodes. */
export type Level = 'stage' | 'block' | 'path'

export type Spec =
  | OpSpec
  | { readonly kind: 'seq'; readonly items: readonly Spec[] }
  | GroupSpec
  | { readonly kind: 'branch'; readonly join: Join; readonly paths: readonly Spec[]; readonly name?: string }
  | { readonly kind: 'side'; readonly body: Spec }

export interface GroupSpec {
  readonly kind: 'group'
  readonly level: Level
  readonly name: string
  readonly body: Spec
  /** Several convolutions that a depth counts as one layer, as a separable convolution is. */
  readonly oneLayer?: true
}

/** One after the other. */
export function seq(...items: readonly Spec[]): Spec {
  return items.length === 1 ? items[0] : { kind: 'seq', items }
}

/** A named part of the network, one box when collapsed. */
export function stage(name: string, ...items: readonly Spec[]): GroupSpec {
  return { kind: 'group', level: 'stage', name, body: seq(...items) }
}

/** A named unit that a stage repeats. */
export function block(name: string, ...items: readonly Spec[]): GroupSpec {
  return { kind: 'group', level: 'block', name, body: seq(...items) }
}

/** One way through a branch, with a name for the ids of its nodes. */
export function path(name: string, ...items: readonly Spec[]): GroupSpec {
  return { kind: 'group', level: 'path', name, body: seq(...items) }
}

/** Parallel paths from one tensor that meet in a join. */
export function branch(join: Join, ...paths: readonly Spec[]): Spec {
  return { kind: 'branch', join, paths }
}

/** The tensor as it is. */
export const identity: Spec = seq()

/** y = f(x) + shortcut(x) (He et al. 2015b). */
export function residual(f: Spec, shortcut: Spec = identity): Spec {
  return branch('add', f, shortcut)
}

/** A path that ends without joining; the tensor passes by. */
export function side(body: Spec): Spec {
  return { kind: 'side', body }
}

/** The same part `times` times; `make` is told which one. */
export function repeat(times: number, make: (index: number) => Spec): Spec {
  return seq(...Array.from({ length: times }, (_, index) => make(index)))
}

/** Marks convolutions that count as one layer of depth. */
export function oneLayer(group: GroupSpec): GroupSpec {
  return { ...group, oneLayer: true }
}

/** How a depth is counted; see `depth` in totals. */
export type DepthRule = 'weighted' | 'withPooling' | 'modules' | 'boxes' | 'boxesWithActivations'

export interface Paper {
  readonly authors: string
  readonly title: string
  readonly venue: string
  readonly year: number
  readonly arxiv?: string
}

/** A network as an author writes it: plain data. */
export interface Architecture {
  readonly id: string
  readonly title: string
  readonly input: MapShape
  readonly body: Spec
  /** The rule by which its own paper counts layers; weighted layers on the longest path unless said. */
  readonly depthRule?: DepthRule
}
