import { graphOf } from '../../../architectures/built'
import { ruleOf } from '../../../nn/explained'

/** How a pool treats a window that is not whole: it counts as a window, or it is left out. */
export type Rounding = 'ceil' | 'floor'

/** A layer of GoogLeNet's stem, and the tensor that it gives. */
export interface StemStep {
  readonly name: string
  readonly family: string
  readonly shape: readonly [height: number, width: number, channels: number]
  readonly values: number
  readonly weights: number
  readonly macs: number
  /** The shape rule with its numbers, line by line. */
  readonly rule: readonly string[]
}

const silent = new Set(['relu', 'lrn'])

/** The stem from the image to what enters block 3a; layers that change no shape are left out. */
export function stemOf(rounding: Rounding): readonly StemStep[] {
  const graph = graphOf('googlenet', { 'pool-rounding': rounding })
  const first = graph.group('inception_3a').input
  const nodes = graph.nodes.slice(0, graph.nodes.findIndex(({ id }) => id === first) + 1)
  return nodes
    .filter(({ op }) => !silent.has(op))
    .map((node) => ({
      name: node.label,
      family: node.family,
      shape: [node.shape[0], node.shape[1]!, node.shape[2]!],
      values: node.shape.reduce((product, side) => product * side, 1),
      weights: node.params.weights,
      macs: node.macs,
      rule: ruleOf(node),
    }))
}
