import { build } from '../../../nn/build'
import { conv } from '../../../nn/ops/conv'
import { channels } from '../../../nn/shape'
import { block, branch, identity, repeat } from '../../../nn/spec'
import { trainable } from '../../../nn/totals'

export type Merge = 'add' | 'concat'

export interface Bench {
  /** Channels of the tensor that enters. */
  readonly start: number
  /** Channels that every layer makes. */
  readonly made: number
  /** How often a layer's output meets what it read. */
  readonly layers: number
}

/** Height and width of every tensor. */
export const side = 28

interface Merged {
  readonly channels: number
  /** Weights of the layers, 3×3 without bias. */
  readonly weights: number
  /** What does not fit, as the network itself says it. */
  readonly problem?: string
}

/** The same layers, each merged with its own input, on a map of `side` × `side`. */
export function merged(how: Merge, { start, made, layers }: Bench): Merged {
  const layer = block('layer', branch(how, identity, conv({ filters: made, kernel: 3, pad: 1 })))
  const graph = build({
    id: 'bench',
    title: 'Bench',
    input: [side, side, start],
    body: repeat(layers, () => layer),
  })
  const [issue] = graph.issues
  return {
    channels: channels(graph.node(graph.outputs[0]).shape),
    weights: trainable(graph.totals.params),
    ...(issue && { problem: issue.message }),
  }
}

/**
 * The slabs of the stack that leaves: for each channel, the tensors whose values are in it, 0 for the one that
 * entered. An addition mixes all of them in every channel; a concatenation keeps each apart.
 */
export function slabs(how: Merge, { start, made, layers }: Bench): readonly (readonly number[])[] {
  const sources = Array.from({ length: layers + 1 }, (_, i) => i)
  if (how === 'add') return Array.from({ length: start }, () => sources)
  return sources.flatMap((i) => Array.from({ length: i === 0 ? start : made }, () => [i]))
}
