import type { Family, Weight } from './op'
import type { OpName } from './ops'
import type { Architecture, DepthRule, Join, Level } from './spec'
import type { Shape } from './shape'

/** A path such as `conv3_x/block1/conv2`; stable when something elsewhere changes. */
export type NodeId = string

/** The path of a group; the network itself is `''`. */
export type GroupId = string

/** Parameters by kind. Trained are the first three; running statistics and designed values are counted apart. */
export interface Params {
  readonly weights: number
  readonly biases: number
  /** γ and β. */
  readonly batchNorm: number
  /** Means and variances that are estimated, not trained. */
  readonly running: number
  /** Designed by hand, as the output codes of LeNet-5. */
  readonly fixed: number
}

/** Along one axis, in pixels of the input: `start` is the first pixel that output 0 sees (negative: padding). */
export interface Reach {
  /** Pixels that one output sees; the most, where outputs differ. */
  readonly size: number
  /** Pixels between the fields of neighbouring outputs. */
  readonly stride: number
  readonly start: number
  /** First and last pixel of every output; only where they do not see equally much, equally far apart. */
  readonly each?: readonly (readonly [first: number, last: number])[]
}

/** What one output value can see of the input. */
export type ReceptiveField = readonly [vertical: Reach, horizontal: Reach]

/** Channels one after the other that see the same; null where they see nothing, as zeros do that were added. */
export interface ChannelsField {
  readonly channels: number
  readonly field: ReceptiveField | null
}

/** What a learner's edit broke or a file has that is unknown here, on the node where it shows. */
export interface Issue {
  readonly node: NodeId
  readonly message: string
  /** Nothing was broken: the file has there what nobody here computes. */
  readonly unknown?: true
  /** The node whose fault this is a consequence of, so that it is not one more; the message says so too. */
  readonly follows?: NodeId
}

/** Which way through which branch a node lies on. */
export interface PathPlace {
  readonly join: NodeId
  /** Counted from 0. */
  readonly index: number
  readonly of: number
}

export interface GraphNode {
  readonly id: NodeId
  readonly name: string
  readonly op: OpName
  readonly attrs: Readonly<Record<string, unknown>>
  readonly family: Family
  readonly label: string
  readonly inputs: readonly NodeId[]
  readonly inputShapes: readonly Shape[]
  readonly shape: Shape
  /** False where an issue stands: then it has no weights and nothing of it is counted. */
  readonly fits: boolean
  readonly weights: Readonly<Record<string, Weight>>
  readonly params: Params
  readonly macs: number
  /** The largest that one of its values has. */
  readonly receptiveField: ReceptiveField
  /** What its values see, channel by channel: those of a concat see what their own path does. */
  readonly fields: readonly ChannelsField[]
  readonly group: GroupId
  readonly path?: PathPlace
  /** Part of a group whose convolutions count as one layer, and not its last. */
  readonly partOfLayer: boolean
}

/** Sums over the nodes of a group, or over the whole network. */
export interface Totals {
  readonly params: Params
  /** Trained parameters: weights, biases, γ and β. */
  readonly trainable: number
  readonly macs: number
  /** Values of all outputs together, one image. */
  readonly activations: number
  /** Whether something inside does not fit and is not counted, so that every sum is a lower bound. */
  readonly incomplete: boolean
}

export interface Group {
  readonly id: GroupId
  readonly name: string
  readonly level: Level | 'network'
  readonly parent: GroupId | null
  readonly children: readonly (NodeId | GroupId)[]
  /** All nodes inside, at any depth, in order. */
  readonly nodes: readonly NodeId[]
  /** The tensor that enters. */
  readonly input: NodeId
  /** The node whose tensor leaves. */
  readonly output: NodeId
  readonly shape: Shape
  readonly totals: Totals
  readonly receptiveField: ReceptiveField
  /** Equal for groups that are built alike, whatever their names and input. */
  readonly signature: string
}

/** The series-parallel structure that a layout follows. */
export type Flow =
  | { readonly kind: 'node'; readonly id: NodeId }
  | { readonly kind: 'seq'; readonly items: readonly Flow[] }
  | { readonly kind: 'group'; readonly id: GroupId; readonly body: Flow }
  | {
      readonly kind: 'branch'
      readonly join: Join
      /** The tensor that all paths read. */
      readonly source: NodeId
      readonly node: NodeId
      readonly paths: readonly Flow[]
    }
  | { readonly kind: 'side'; readonly source: NodeId; readonly body: Flow }

/** Memory of one image's activations, in values (× 4 bytes as float32). */
export interface Memory {
  /** Every output kept, as training does. */
  readonly all: number
  /** The most that lives at once when each tensor is freed after its last reader. */
  readonly peak: number
}

/** What follows from an architecture. Frozen: nobody adds fields to it. */
export interface Graph {
  readonly architecture: Architecture
  readonly nodes: readonly GraphNode[]
  readonly groups: readonly Group[]
  readonly flow: Flow
  readonly input: NodeId
  /** The main output, then the ends of side paths. */
  readonly outputs: readonly NodeId[]
  readonly issues: readonly Issue[]
  readonly totals: Totals
  readonly memory: Memory
  readonly depth: Readonly<Record<DepthRule, number>>
  readonly convModules: number
  /** Of the deepest convolution; the image may be smaller. */
  readonly receptiveField: ReceptiveField
  node(id: NodeId): GraphNode
  group(id: GroupId): Group
  /** Whether an id names a node, a group or nothing. */
  has(id: string): 'node' | 'group' | undefined
  /** The nodes that read this one's output. */
  readers(id: NodeId): readonly NodeId[]
}
