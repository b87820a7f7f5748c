import type { NodeId } from './graph'
import type { Shape } from './shape'

/** The output of one node for one image: values in the order height, width, channel. */
export interface Activation {
  readonly node: NodeId
  readonly shape: Shape
  readonly values: Float32Array
}

/** What a forward pass left behind: every activation by node id, read when something shows it. */
export interface Trace {
  /** Nodes whose output can be read. */
  readonly nodes: ReadonlySet<NodeId>
  /** Values of one node; the promise rejects with a sentence when a newer run has replaced this one. */
  read(node: NodeId): Promise<Activation>
  /**
   * Values of one weight of a node by its name in the graph (`kernel`, `bias`, `gamma`, …); with `column` those whose
   * last index it is.
   */
  weights(node: NodeId, name: string, column?: number): Promise<Float32Array>
}
