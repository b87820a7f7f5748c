import { graphOf } from '../../../architectures/built'
import { channels } from '../../../nn/shape'

/** Weights of a dense layer that makes k channels of those it reads, with a 3×3 alone. */
export function bare(reads: number, growth: number): number {
  return 9 * reads * growth
}

/** The same with a 1×1 before the 3×3, which keeps `factor` times k channels. */
export function withBottleneck(reads: number, growth: number, factor: number): number {
  return reads * factor * growth + 9 * factor * growth * growth
}

/** The fewest channels read with which the layer with a bottleneck has fewer weights than the bare one. */
export function paysFrom(growth: number, factor: number): number {
  return Math.floor((9 * factor * growth) / (9 - factor)) + 1
}

/** A dense layer of DenseNet-121, and how many channels it reads. */
export interface DenseLayer {
  readonly id: string
  readonly block: string
  readonly reads: number
}

/** The dense layers of DenseNet-121 with another growth rate, in order. */
export function layersWith(growth: number): readonly DenseLayer[] {
  return graphOf('densenet121', { growth }).nodes.flatMap(({ id, inputShapes }) => {
    const [block, layer, conv] = id.split('/')
    return block.startsWith('denseblock') && conv === 'conv1'
      ? [
          {
            id: `${block}/${layer}`,
            block: block.replace('dense', '').replace('block', 'block '),
            reads: channels(inputShapes[0]),
          },
        ]
      : []
  })
}
