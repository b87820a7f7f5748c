import { build } from '../../../nn/build'
import { conv } from '../../../nn/ops/conv'

/** Channels in and out of the layer. */
export const channels = 128

/** Numbers of groups that divide them. */
export const groupings = [1, 2, 4, 8, 16, 32, 64, 128] as const

/** Weights of a 3×3 from and to `channels` in this many groups, counted from the graph of that layer. */
export function weightsOf(groups: number): number {
  return build({
    id: 'grouped',
    title: 'A grouped convolution',
    input: [28, 28, channels],
    body: conv({ filters: channels, kernel: 3, pad: 1, groups, bias: false }),
  }).totals.params.weights
}
