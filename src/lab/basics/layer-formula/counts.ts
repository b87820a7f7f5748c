import { build } from '../../../nn/build'
import { conv } from '../../../nn/ops/conv'
import { seq } from '../../../nn/spec'

/** A convolution as far as its parameters need it. */
export interface Layer {
  readonly kernel: number
  readonly from: number
  readonly to: number
  readonly bias: boolean
}

/** Layers of the lecture's networks to begin with. */
export const examples: readonly { readonly name: string; readonly layer: Layer }[] = [
  { name: 'GoogLeNet’s first', layer: { kernel: 7, from: 3, to: 64, bias: true } },
  { name: 'a 3×3 of VGG', layer: { kernel: 3, from: 256, to: 256, bias: true } },
  { name: 'a 1×1', layer: { kernel: 1, from: 192, to: 64, bias: true } },
  { name: 'fc6 of VGG, as a 7×7', layer: { kernel: 7, from: 512, to: 4096, bias: true } },
]

/** Counted as for every network, from a graph of this one layer. */
export function countsOf({ kernel, from, to, bias }: Layer): {
  readonly weights: number
  readonly biases: number
  readonly params: number
} {
  const { params, trainable } = build({
    id: 'one-layer',
    title: 'One layer',
    input: [kernel, kernel, from],
    body: seq(conv({ filters: to, kernel, bias })),
  }).totals
  return { weights: params.weights, biases: params.biases, params: trainable }
}
