import { build } from '../../../nn/build'
import type { Graph, Reach } from '../../../nn/graph'
import { conv } from '../../../nn/ops/conv'
import { extent, isMap } from '../../../nn/shape'
import { seq } from '../../../nn/spec'
import { stagesOf } from '../../../nn/summary'

/** What the middle unit of a layer sees along one axis, in pixels of the image. */
export interface Field {
  readonly id: string
  readonly name: string
  /** Side of the square. */
  readonly size: number
  /** First pixel that it sees; below 0 lies padding. */
  readonly start: number
  /** Side of the map that the unit is on. */
  readonly rows: number
}

function fieldOf(id: string, name: string, reach: Reach, rows: number): Field {
  return { id, name, size: reach.size, start: reach.start + Math.floor(rows / 2) * reach.stride, rows }
}

/** The stages of a network that still have height and width. */
export function stageFields(graph: Graph): readonly Field[] {
  return stagesOf(graph).flatMap(({ id, name, shape, receptiveField }) =>
    isMap(shape) && extent(shape)[0] > 1 ? [fieldOf(id, name, receptiveField[0], shape[0])] : [],
  )
}

/** Pixels of the image that chains of layers are shown on. */
export const pixels = 45

/** Convolutions of one size after one another, the first perhaps with a stride. */
export function chainFields(kernel: number, layers: number, stride: number): readonly Field[] {
  const graph = build({
    id: 'chain',
    title: 'Chain',
    input: [pixels, pixels, 1],
    body: seq(
      ...Array.from({ length: layers }, (_, i) =>
        conv({ filters: 1, kernel, stride: i === 0 ? stride : 1, pad: (kernel - 1) / 2 }),
      ),
    ),
  })
  return graph.nodes
    .filter(({ family }) => family !== 'input')
    .map(({ id, receptiveField, shape }, i) =>
      fieldOf(id, `layer ${i + 1}`, receptiveField[0], extent(shape)[0]),
    )
}
