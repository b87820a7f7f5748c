import type { FusedActivation, Tensor, Tf } from '../op'
import { pair, type Slide } from '../window'
import { explicitPad } from './sliding'

/**
 * A grouped convolution as one depthwise convolution: tfjs has no groups. Every input channel is convolved with
 * the kernels of all filters of its group, then the products are summed over the channels of a group.
 *
 * Shapes: x [n, h, w, g·m], kernel [kh, kw, m, g·f] with the filters of group 0 first; result [n, h', w', g·f].
 * The other forms, splitting into g convolutions or one dense convolution with zeros, were measured slower from
 * eight groups on; below that, splitting wins.
 */
export function groupedConv(
  tf: Tf,
  x: Tensor,
  kernel: Tensor,
  bias: Tensor | undefined,
  a: Slide & { groups: number; filters: number },
  activation?: FusedActivation,
): Tensor {
  const perGroup = x.shape[3]! / a.groups
  if (a.groups < 8 && perGroup > 1) return bySplitting(tf, x, kernel, bias, a, activation)
  return asDepthwise(tf, x, kernel, bias, a, activation)
}

type Grouped = typeof groupedConv

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

export const asDepthwise: Grouped = (tf, x, kernel, bias, a, activation) => {
  const [kernelHeight, kernelWidth, perGroup] = kernel.shape as [number, number, number, number]
  const filters = a.filters / a.groups
  // [kh, kw, m, g·f] → [kh, kw, g·m, f]: the multiplier f comes last, the channel (group, then member) before it.
  const depthwise = tf.reshape(
    tf.transpose(tf.reshape(kernel, [kernelHeight * kernelWidth, perGroup, a.groups, filters]), [0, 2, 1, 3]),
    [kernelHeight, kernelWidth, a.groups * perGroup, filters],
  )
  // The depthwise kernel takes one number as padding; uneven padding is laid down first.
  const sides = explicitPad(x, a)
  const even = new Set([...sides[1], ...sides[2]]).size === 1
  const products: Tensor = tf.fused.depthwiseConv2d({
    x: (even ? x : tf.pad(x, sides)) as never,
    filter: depthwise as never,
    strides: [...pair(a.stride ?? 1)] as [number, number],
    pad: even ? sides[1][0] : 'valid',
    dilations: [...pair(a.dilation ?? 1)] as [number, number],
  })
  const [n, height, width] = products.shape as [number, number, number, number]
  const summed =
    perGroup === 1
      ? products
      : tf.reshape(tf.sum(tf.reshape(products, [n * height * width * a.groups, perGroup, filters]), 1), [
          n,
          height,
          width,
          a.filters,
        ])
  const shifted = bias ? tf.add(summed, bias) : summed
  return activation === 'relu' ? tf.relu(shifted) : shifted
}
