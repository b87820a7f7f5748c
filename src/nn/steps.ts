import type { Diff } from './diff'
import type { GraphNode, NodeId } from './graph'
import { opOf } from './ops'

/** A depth at which two networks are looked at: the node of each, or of one where the other has none. */
export interface DepthStep {
  readonly left?: NodeId
  readonly right?: NodeId
}

/** Every activation of two networks along their depth, partners together. */
export function depthSteps({ nodes }: Diff): readonly DepthStep[] {
  return nodes
    .filter(({ left, right }) => (left ?? right)!.family === 'activation')
    .map(({ left, right }) => ({
      ...(left && { left: left.id }),
      ...(right && { right: right.id }),
    }))
}

/** Whether a value of 0 means that the node let nothing pass. */
export function isRelu(node: GraphNode): boolean {
  return opOf(node).activation === 'relu'
}

/** Where a node lies among the steps: at one, or behind the last one before it; before the first where none comes before. */
export interface DepthPlace {
  /** A place in the list; 0 where none comes before. */
  readonly at: number
  readonly where: 'at' | 'after' | 'before'
}

/** The place of a node among the steps. */
export function placeAmong(
  { nodes }: Diff,
  steps: readonly DepthStep[],
  side: 'left' | 'right',
  id: NodeId,
): DepthPlace {
  const known = new Map(steps.map((step, i) => [step[side], i]))
  let at: number | undefined
  for (const row of nodes) {
    const node = row[side]?.id
    if (node === undefined) continue
    const step = known.get(node)
    if (node === id && step !== undefined) return { at: step, where: 'at' }
    at = step ?? at
    if (node === id) break
  }
  return at === undefined ? { at: 0, where: 'before' } : { at, where: 'after' }
}
