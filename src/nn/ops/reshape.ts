import { defineOp } from '../op'
import { channels, extent, formatShape, isMap, type Shape, volume } from '../shape'
import { cellAt, copied, unitAt } from '../unit'
import { bySide } from '../window'

/** The network's image. */
export const input = defineOp<{ readonly shape: Shape }>('input', {
  title: 'Input',
  shortName: 'input',
  family: 'input',
  defaults: {},

  shape: (_, a) => a.shape,
  rule: (_, a) => [`${formatShape(a.shape)}, given`],
  formula: () => [],
  run: (_, [x]) => x,
  label: () => 'input',
  explain: (_, { shape: [, , channels = 0] }) =>
    channels <= 3
      ? 'The image, scaled to the size that the network expects. Its values are centered around zero, which makes ' +
        'training faster.'
      : 'The feature maps that this block reads; in a complete network the layers before it compute them. Here random ' +
        '3×3 filters compute them from the image.',
  examples: [],
})

/** A map as one long vector: row by row, and at each position channel by channel. */
export const flatten = defineOp<object>('flatten', {
  title: 'Flatten',
  shortName: 'flatten',
  family: 'reshape',
  defaults: {},

  shape: ([x]) => [volume(x)],
  rule: ([x]) => [`${formatShape(x)} = ${volume(x)} values`],
  formula: ([x]) => [isMap(x) ? 'N′ = H·W·C' : 'N′ = N'],
  unrolls: true,
  run: (tf, [x]) => tf.reshape(x, [x.shape[0], -1]),

  unit: (at, [x]) => copied(0, cellAt(x, unitAt(x.shape, at.channel))),

  label: () => 'flatten',
  explain:
    'The same numbers as one long vector. The layers that follow can no longer tell which values were neighbors in the image.',
  examples: [{ inputs: [[2, 3, 4]], attrs: {} }],
})

export interface SubsamplePadAttrs {
  readonly stride: number
  readonly filters: number
}

/** ResNet's shortcut A (He et al. 2015b, section 3.3): every stride-th pixel, new channels filled with zeros. */
export const subsamplePad = defineOp<SubsamplePadAttrs>('subsamplePad', {
  title: 'Subsample and pad channels',
  shortName: 'subsample',
  family: 'reshape',
  defaults: {},
  editable: {
    stride: { label: 'stride', kind: 'whole', min: 1, max: 64 },
    filters: { label: 'channels', kind: 'whole', min: 1, max: 8192 },
  },

  check: ([x], a) =>
    a.filters < channels(x)
      ? `padding cannot remove channels: ${channels(x)} come in, but only ${a.filters} should go out`
      : undefined,
  shape: ([x], a) => {
    const [height, width] = extent(x)
    return [Math.ceil(height / a.stride), Math.ceil(width / a.stride), a.filters]
  },
  rule: ([x], a) => [
    ...everyStride(extent(x), a),
    `${channels(x)} + ${a.filters - channels(x)} zero channels = ${a.filters}`,
  ],
  formula: ([x], a) => [
    ...['H′ = ⌈H/s⌉', 'W′ = ⌈W/s⌉'].slice(0, everyStride(extent(x), a).length),
    'C + zero channels = C′',
  ],
  window: (_, a) => {
    const axis = { kernel: 1, stride: a.stride, dilation: 1, before: 0, after: 0 }
    return [axis, axis]
  },
  mixes: ([x], a) => [
    { channels: channels(x), from: [{ input: 0, from: 0, to: channels(x) }], oneByOne: true },
    { channels: a.filters - channels(x), from: [] },
  ],
  run: (tf, [x], _, a) => {
    const kept = a.stride === 1 ? x : tf.stridedSlice(x, [0, 0, 0, 0], x.shape, [1, a.stride, a.stride, 1])
    const extra = a.filters - x.shape[3]!
    return extra === 0
      ? kept
      : tf.pad(kept, [
          [0, 0],
          [0, 0],
          [0, 0],
          [0, extra],
        ])
  },

  unit: (at, [x], _, a) =>
    copied(
      0,
      at.channel < channels(x.shape)
        ? cellAt(x, { row: at.row * a.stride, column: at.column * a.stride, channel: at.channel })
        : { unit: null, value: 0, term: 0 },
    ),

  label: (a) => `subsample /${a.stride}, pad to ${a.filters}`,
  explain:
    'Takes one pixel per stride and fills the missing channels with zeros. This shortcut has no parameters: it is ' +
    'option A of the ResNet paper.',
  examples: [
    { inputs: [[4, 4, 2]], attrs: { stride: 2, filters: 4 } },
    { inputs: [[5, 7, 2]], attrs: { stride: 2, filters: 5 } },
  ],
})

/** Rows and columns that are left where every stride-th is taken. */
function everyStride([height, width]: readonly [number, number], { stride }: SubsamplePadAttrs) {
  const along = (size: number) => `⌈${size}/${stride}⌉ = ${Math.ceil(size / stride)}`
  return bySide(along(height), along(width))
}
