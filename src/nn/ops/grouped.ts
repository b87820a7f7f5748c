import type { FusedActivation, Tensor, Tf, WeightArray } from '../op'
import { pair, type Slide } from '../window'
import { explicitPad } from './sliding'

type Attrs = Slide & { readonly groups: number; readonly filters: number }

/** Below this many groups, one convolution per group is faster. */
const fewGroups = 8

/**
 * A grouped convolution; tfjs has no kernel for it, the runtime has one on WASM. Without that, measured on WASM at the
 * four stages of ResNeXt-50 (32 groups, milliseconds): as depthwise 7.3, 2.2, 1.5, 1.7; one convolution per group 74,
 * 22, 8.7, 5.8; one dense convolution with zeros 14, 17, 20, 24.
 *
 * Shapes: x [n, h, w, g·m], kernel [kh, kw, m, g·f] with the filters of group 0 first, or as `packGrouped` gives
 * it; result [n, h', w', g·f].
 */
export function groupedConv(
  tf: Tf,
  x: Tensor,
  kernel: Tensor,
  bias: Tensor | undefined,
  a: Attrs,
  activation?: FusedActivation,
): Tensor {
  return splits(x.shape[3]!, a)
    ? bySplitting(tf, x, kernel, bias, a, activation)
    : asDepthwise(tf, x, kernel, bias, a, activation)
}

function splits(channels: number, { groups }: Attrs): boolean {
  return groups < fewGroups && channels > groups
}

type Grouped = typeof groupedConv

/** One convolution per group. */
export const bySplitting: Grouped = (tf, x, kernel, bias, a, activation) => {
  const inputs = tf.split(x, a.groups, 3)
  const kernels = tf.split(kernel, a.groups, 3)
  const biases = bias && tf.split(bias, a.groups)
  const outputs = inputs.map((part, g) =>
    tf.fused.conv2d({
      x: part as never,
      filter: kernels[g] as never,
      strides: [...pair(a.stride ?? 1)] as [number, number],
      pad: explicitPad(x, a),
      dilations: [...pair(a.dilation ?? 1)] as [number, number],
      bias: biases?.[g],
      activation: activation ?? 'linear',
    }),
  )
  return tf.concat(outputs, 3)
}

/**
 * One depthwise convolution: every input channel meets the kernels of all filters of its group, then the products
 * are added over the m channels of a group. The sum is an average pool, the fastest reduction over a middle axis;
 * the packed kernel holds the factor m.
 */
export const asDepthwise: Grouped = (tf, x, kernel, bias, a, activation) => {
  const channels = x.shape[3]!
  const perGroup = channels / a.groups
  const filters = a.filters / a.groups
  const packed = kernel.shape[2] === channels ? kernel : pack(tf, kernel, a)
  // The depthwise kernel takes one number as padding; uneven padding is laid down first.
  const sides = explicitPad(x, a)
  const own = tf.groupedConvolution?.(
    ...([x, packed, bias] as const),
    {
      ...{ groups: a.groups, divisor: perGroup, vertical: sides[1], horizontal: sides[2] },
      ...{ strides: pair(a.stride ?? 1), dilations: pair(a.dilation ?? 1) },
    },
    activation,
  )
  if (own) return own
  const even = new Set([...sides[1], ...sides[2]]).size === 1
  const products: Tensor = tf.fused.depthwiseConv2d({
    x: (even ? x : tf.pad(x, sides)) as never,
    filter: packed as never,
    strides: [...pair(a.stride ?? 1)] as [number, number],
    pad: even ? sides[1][0] : 'valid',
    dilations: [...pair(a.dilation ?? 1)] as [number, number],
  })
  const [n, height, width] = products.shape as [number, number, number, number]
  const grouped = tf.reshape(products, [n, height * width * a.groups, perGroup, filters])
  const means = perGroup === 1 ? grouped : tf.avgPool(grouped as never, [1, perGroup], [1, perGroup], 'valid')
  const summed = tf.reshape(means, [n, height, width, a.filters])
  const shifted = bias ? tf.add(summed, bias) : summed
  return activation === 'relu' ? tf.relu(shifted) : shifted
}

/** [kh, kw, m, g·f] → [kh, kw, g·m, f]: the channels of group 0 first, the multiplier f last. */
function pack(tf: Tf, kernel: Tensor, { groups, filters }: Attrs): Tensor {
  const [height, width, perGroup] = kernel.shape as [number, number, number, number]
  const apart = tf.reshape(kernel, [height * width, perGroup, groups, filters / groups])
  const together = tf.reshape(tf.transpose(apart, [0, 2, 1, 3]), [
    height,
    width,
    groups * perGroup,
    filters / groups,
  ])
  return tf.mul(together, perGroup)
}

/** The same on the host, once per network instead of once per run. */
export function packGrouped(kernel: WeightArray, a: Attrs): WeightArray {
  const [height, width, perGroup] = kernel.shape as [number, number, number, number]
  const channels = perGroup * a.groups
  if (splits(channels, a)) return kernel
  const filters = a.filters / a.groups
  const values = new Float32Array(kernel.values.length)
  let to = 0
  for (let tap = 0; tap < height * width; tap++)
    for (let g = 0; g < a.groups; g++)
      for (let member = 0; member < perGroup; member++) {
        const from = (tap * perGroup + member) * a.filters + g * filters
        for (let f = 0; f < filters; f++) values[to++] = kernel.values[from + f] * perGroup
      }
  return { values, shape: [height, width, channels, filters] }
}
