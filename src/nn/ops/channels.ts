import { defineOp, type Mix } from '../op'
import { channels, formatShape, isMap, type Shape, unchanged } from '../shape'
import { cellAt, copied } from '../unit'

// What moves channels and computes nothing: the halves of a ShuffleNet's unit, and their shuffle.

export interface ChannelShuffleAttrs {
  readonly groups: number
}

/** Where an output channel of a shuffle comes from: the first of every group, then the second of every group. */
function sourceOf(channel: number, depth: number, groups: number): number {
  return (channel % groups) * (depth / groups) + Math.floor(channel / groups)
}

/** The channels of a few groups taken in turn (ShuffleNet, arXiv 1707.01083, section 3.1). */
export const channelShuffle = defineOp<ChannelShuffleAttrs>('channelShuffle', {
  title: 'Channel shuffle',
  shortName: 'shuffle',
  family: 'reshape',
  defaults: {},
  editable: { groups: { label: 'groups', kind: 'whole', min: 1, max: 1024 } },

  check: ([x], { groups }) =>
    channels(x) % groups === 0
      ? undefined
      : `${groups} groups cannot share ${channels(x)} channels evenly: ${channels(x)} / ${groups} is not a whole number`,
  shape: ([x]) => x,
  rule: ([x], { groups }) => [
    `${formatShape(x)} in, the same out: ${groups} groups of ${channels(x) / groups} channels, taken in turn`,
  ],
  formula: ([x]) => unchanged(x),
  mixes: ([x], { groups }) =>
    Array.from({ length: channels(x) }, (_, channel): Mix => {
      const from = sourceOf(channel, channels(x), groups)
      return { channels: 1, from: [{ input: 0, from, to: from + 1 }] }
    }),
  run: (tf, [x], _, { groups }) => {
    const depth = x.shape.at(-1)!
    // Groups × members of every position, turned around.
    const apart = tf.reshape(x, [-1, groups, depth / groups])
    return tf.reshape(tf.transpose(apart, [0, 2, 1]), x.shape)
  },

  unit: (at, [x], _, { groups }) =>
    copied(0, cellAt(x, { ...at, channel: sourceOf(at.channel, channels(x.shape), groups) })),

  label: ({ groups }) => `shuffle of ${groups} groups`,
  short: () => 'shuffle',
  explain: ([x], { groups }) =>
    `Takes the ${channels(x)} channels in turn from ${groups} groups: the first of each group, then the second of ` +
    'each. A later layer that reads only some of the channels then reads some of every group.',
  examples: [
    { inputs: [[3, 2, 6]], attrs: { groups: 2 } },
    { inputs: [[2, 3, 6]], attrs: { groups: 3 } },
    { inputs: [[8]], attrs: { groups: 4 } },
  ],
})

export interface ChannelSliceAttrs {
  /** The first channel that is kept, counted from 0. */
  readonly from: number
  /** The one after the last. */
  readonly to: number
}

/** Some neighboring channels, the others left out: one path of a split (ShuffleNet v2, arXiv 1807.11164, section 3.2). */
export const channelSlice = defineOp<ChannelSliceAttrs>('channelSlice', {
  title: 'Some of the channels',
  shortName: 'slice',
  family: 'reshape',
  defaults: {},
  editable: {
    from: { label: 'channels left out before', kind: 'whole', min: 0, max: 8191 },
    to: { label: 'last channel', kind: 'whole', min: 1, max: 8192 },
  },

  check: ([x], { from, to }) =>
    from < to && to <= channels(x)
      ? undefined
      : `channels ${from + 1} to ${to} are needed, but only ${channels(x)} come in`,
  shape: ([x], { from, to }) => withDepth(x, to - from),
  rule: (_, { from, to }) => [`${to} − ${from} = ${to - from} ${to - from === 1 ? 'channel' : 'channels'}`],
  formula: ([x]) => [isMap(x) ? 'C′ = last − left out' : 'N′ = last − left out'],
  mixes: (_, { from, to }) => [{ channels: to - from, from: [{ input: 0, from, to }], oneByOne: true }],
  run: (tf, [x], _, { from, to }) => {
    const before = x.shape.map(() => 0)
    return tf.slice(x, [...before.slice(1), from], [...x.shape.slice(0, -1), to - from])
  },

  unit: (at, [x], _, { from }) => copied(0, cellAt(x, { ...at, channel: at.channel + from })),

  label: ({ from, to }) => (to - from === 1 ? `channel ${to}` : `channels ${from + 1}–${to}`),
  short: ({ from, to }) => `${from + 1}–${to}`,
  explain: ([x], { from, to }) =>
    `Passes on channels ${from + 1} to ${to} of the ${channels(x)}, unchanged; another path takes the others. The ` +
    'layers on this path have fewer channels to compute with.',
  examples: [
    { inputs: [[3, 2, 6]], attrs: { from: 0, to: 2 } },
    { inputs: [[3, 2, 6]], attrs: { from: 3, to: 6 } },
    { inputs: [[7]], attrs: { from: 2, to: 5 } },
  ],
})

function withDepth(x: Shape, depth: number): Shape {
  return isMap(x) ? [x[0], x[1], depth] : [depth]
}
