import type { GraphNode } from '../nn/graph'
import { convTranspose } from '../nn/ops/transposed'

/** Whether a node is a transposed convolution. */
export function isTransposed(node: GraphNode): boolean {
  return node.op === convTranspose.definition.name
}

/** A kernel [taps, channels, filters] as [taps, filters, channels], tap by tap. */
export function* turnedTaps(
  values: Float32Array,
  [taps, depth, filters]: readonly [taps: number, depth: number, filters: number],
): Generator<Float32Array> {
  for (let tap = 0; tap < taps; tap++) {
    const turned = new Float32Array(depth * filters)
    const first = tap * depth * filters
    for (let c = 0; c < depth; c++)
      for (let f = 0; f < filters; f++) turned[f * depth + c] = values[first + c * filters + f]
    yield turned
  }
}
