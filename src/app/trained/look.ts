import type { NodeId } from '../../nn/graph'
import { asMap } from '../../nn/shape'
import type { Activation } from '../../nn/trace'

/** A stored run of a sample image: what a model said, and where in the file of bytes its small maps lie. */
export interface FirstLook {
  readonly output: readonly number[]
  /** In the order of the file; values from `min` (byte 0) to `max` (byte 255), row by row, channels innermost. */
  readonly maps: readonly {
    readonly node: NodeId
    readonly shape: readonly [height: number, width: number, channels: number]
    readonly min: number
    readonly max: number
  }[]
}

/** Channels of a small picture. */
const channels = 4

/** Pixels of a side at most; of a map that the closed picture of a network shows, more of them. */
const side = 16
const shownSide = 28
/** Bytes of a file at most: where a network has many nodes, their maps get fewer pixels. */
const budget = 48_000

/**
 * The first few channels of every map, scaled down to one byte a value.
 * @param shown what the picture shows before anything is opened
 */
export function packLook(
  activations: readonly Activation[],
  output: Float32Array,
  shown: ReadonlySet<NodeId> = new Set(),
): { readonly look: FirstLook; readonly content: Uint8Array } {
  const bytesOf = ({ shape }: Activation, most: number) => {
    const [height, width] = asMap(shape)
    return channels * Math.min(height, most) * Math.min(width, most)
  }
  const [seen, others] = [true, false].map((is) => activations.filter(({ node }) => shown.has(node) === is))
  const left = budget - seen.reduce((sum, activation) => sum + bytesOf(activation, shownSide), 0)
  const small = Math.max(
    2,
    Math.min(side, Math.floor(Math.sqrt(left / (channels * Math.max(1, others.length))))),
  )
  const bytes: number[] = []
  const maps = activations.map(({ node, values, shape }) => {
    const [height, width, depth] = asMap(shape)
    const most = shown.has(node) ? shownSide : small
    const kept = [Math.min(height, most), Math.min(width, most), Math.min(depth, channels)] as const
    const means = shrunk(values, [height, width, depth], kept)
    const min = rounded(Math.min(...means))
    const max = rounded(Math.max(...means))
    for (const value of means)
      bytes.push(max > min ? Math.max(0, Math.min(255, Math.round((255 * (value - min)) / (max - min)))) : 0)
    return { node, shape: kept, min, max }
  })
  return { look: { output: Array.from(output, rounded), maps }, content: Uint8Array.from(bytes) }
}

/** A map as it is stored for the closed picture: a run of the reader's looks as what was there before it. */
export function smallMap({ node, values, shape }: Activation): Activation {
  const [height, width, depth] = asMap(shape)
  const kept = [Math.min(height, shownSide), Math.min(width, shownSide), Math.min(depth, channels)] as const
  return { node, shape: kept, values: Float32Array.from(shrunk(values, [height, width, depth], kept)) }
}

/** As many digits as a byte can tell apart, and two more. */
const rounded = (value: number) => Number(value.toPrecision(5))

/** The stored maps as activations of few channels, by node. Throws where the file is not as long as it must be. */
export function unpackLook({ maps }: FirstLook, content: Uint8Array): ReadonlyMap<NodeId, Activation> {
  let at = 0
  const found = new Map<NodeId, Activation>()
  for (const { node, shape, min, max } of maps) {
    const part = content.subarray(at, (at += shape[0] * shape[1] * shape[2]))
    found.set(node, {
      node,
      shape,
      values: Float32Array.from(part, (byte) => min + ((max - min) * byte) / 255),
    })
  }
  if (at !== content.length) throw new Error('The stored result has the wrong length.')
  return found
}

/** Each value the mean of the pixels that it stands for. */
function shrunk(
  values: Float32Array,
  [height, width, depth]: readonly [number, number, number],
  [rows, columns, kept]: readonly [number, number, number],
): readonly number[] {
  const means: number[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      for (let channel = 0; channel < kept; channel++) {
        const [top, bottom] = [Math.floor((row * height) / rows), Math.floor(((row + 1) * height) / rows)]
        const [left, right] = [
          Math.floor((column * width) / columns),
          Math.floor(((column + 1) * width) / columns),
        ]
        let sum = 0
        for (let y = top; y < bottom; y++)
          for (let x = left; x < right; x++) sum += values[(y * width + x) * depth + channel]
        means.push(sum / ((bottom - top) * (right - left)))
      }
  return means
}
