import { type ChannelRange, defineOp } from '../op'
import { asMap, channels, extent, formatShape, isMap, type Shape, volume } from '../shape'
import { patchUnder, summed } from '../unit'

export interface DenseAttrs {
  readonly units: number
  readonly bias?: boolean
}

/** Every output is a weighted sum of every input; a map is unrolled first (height, width, then channels). */
export const dense = defineOp<DenseAttrs>('dense', {
  title: 'Fully connected layer',
  shortName: 'fc',
  family: 'dense',
  defaults: { bias: true },
  counts: 'weighted',
  editable: {
    units: { label: 'units', kind: 'whole', min: 1, max: 16384 },
    bias: { label: 'bias', kind: 'switch' },
  },

  shape: (_, a) => [a.units],
  rule: ([x], a) => [
    ...(isMap(x) ? [`${formatShape(x)} unrolled = ${volume(x)} inputs`] : []),
    `${a.units} units, whatever the input`,
  ],
  formula: ([x]) => [...(isMap(x) ? ['N = H·W·C'] : []), 'N′ = M'],
  weights: ([x], a) => ({
    kernel: { shape: [volume(x), a.units], axes: ['N', 'M'], role: 'weight', fanIn: volume(x) },
    ...(a.bias && { bias: { shape: [a.units], axes: ['M'], role: 'bias', fill: 0 } }),
  }),
  macs: ([x], _, a) => [
    { name: 'inputs', symbol: 'N', value: volume(x) },
    { name: 'units', symbol: 'M', value: a.units },
  ],
  window: ([x]) => {
    const [height, width] = extent(x)
    return [whole(height), whole(width)]
  },
  mixes: ([x], a) => [{ channels: a.units, from: allOf(x) }],

  run(tf, [x], w, _, activation) {
    const a = tf.reshape(x, [x.shape[0], -1])
    return (
      tf.vectorByMatrix?.(a, w.kernel, w.bias, activation) ??
      tf.fused.matMul({ a, b: w.kernel, bias: w.bias, activation: activation ?? 'linear' })
    )
  },
  unit: (at, [x], w, a) => {
    const depth = channels(x.shape)
    const [, width] = extent(x.shape)
    const map = { shape: asMap(x.shape), at: x.at }
    const window = extent(x.shape).map(whole) as [ReturnType<typeof whole>, ReturnType<typeof whole>]
    return summed(
      Array.from({ length: depth }, (_, c) =>
        patchUnder(map, window, { row: 0, column: 0, channel: at.channel }, c, (i, j) =>
          w.kernel(((i * width + j) * depth + c) * a.units + at.channel),
        ),
      ),
      w.bias?.(at.channel),
    )
  },
  absorbs: true,

  label: (a) => `fc, ${a.units}`,
  short: () => 'fc',
  explain:
    'Each unit is a weighted sum of all inputs, plus a bias. No weight is shared, so such layers hold most parameters ' +
    'of the early networks.',
  examples: [
    { inputs: [[12]], attrs: { units: 5 } },
    { inputs: [[3, 2, 4]], attrs: { units: 3, bias: false } },
  ],
})

/** All channels of the only input. */
export function allOf(x: Shape): readonly ChannelRange[] {
  return [{ input: 0, from: 0, to: channels(x) }]
}

/** A window as large as the input: there is one position. */
export function whole(size: number) {
  return { kernel: size, stride: size, dilation: 1, before: 0, after: 0 }
}
