import { denseIndex, type PartialConvAttrs } from '../nn/ops/lenet'
import type { Arranged } from './tensors'

interface Dense extends Arranged {
  pieces(values: Float32Array): readonly [Float32Array]
}

/** A kernel [height, width, connections] as [height, width, in, out] with a zero where maps are not connected. */
export function connectedOnly(
  [height, width, pairs]: readonly number[],
  table: PartialConvAttrs['table'],
  depth: number,
): Dense {
  return {
    shape: [height, width, depth, table.length],
    pieces(values) {
      const index = denseIndex(table, depth, pairs)
      const dense = new Float32Array(height * width * index.length)
      for (let tap = 0; tap < height * width; tap++)
        index.forEach((connection, i) => {
          if (connection < pairs) dense[tap * index.length + i] = values[tap * pairs + connection]
        })
      return [dense]
    },
  }
}
