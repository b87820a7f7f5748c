import type { GraphNode } from '../nn/graph'
import { convTranspose } from '../nn/ops/transposed'
import type { Found } from './networks/found'
import { tapsOfTransposed } from './onnx/arrange'

/** How a file has a kernel that it lays out like no other. */
interface Turned {
  readonly shape: readonly number[]
  /** Its values as they stand here: [height, width, channels of a group, filters]. */
  readonly ours: (values: Float32Array) => Float32Array<ArrayBuffer>
}

/** Of a transposed convolution: PyTorch has its channels first, Keras its filters before them. */
export function transposedIn(
  { op, attrs }: GraphNode,
  shape: readonly number[],
  { layout, isOurs }: Pick<Found, 'layout' | 'isOurs'>,
): Turned | undefined {
  if (op !== convTranspose.definition.name || shape.length !== 4 || isOurs) return undefined
  const [height, width, depth, filters] = shape
  const groups = Number(attrs.groups)
  if (layout === 'torch') {
    const sides = [depth * groups, filters / groups, height, width]
    return { shape: sides, ours: (values) => tapsOfTransposed(values, sides, groups) }
  }
  // With groups a helper of the exported program turns them.
  if (groups > 1) return undefined
  return {
    shape: [height, width, filters, depth],
    ours(values) {
      const turned = new Float32Array(values.length)
      let to = 0
      for (let tap = 0; tap < height * width; tap++)
        for (let c = 0; c < depth; c++)
          for (let f = 0; f < filters; f++) turned[to++] = values[(tap * filters + f) * depth + c]
      return turned
    },
  }
}
