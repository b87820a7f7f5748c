import { defineOp, type FusedActivation, type Tensor, type Tf } from '../op'
import { asMap, channels, type MapShape } from '../shape'
import { patchUnder, summed } from '../unit'
import {
  explainWindow,
  formatPair,
  kernelLetters,
  type Pair,
  pair,
  positions,
  resolveWindow,
  type Slide,
  windowFormula,
} from '../window'
import { groupedConv, packGrouped } from './grouped'
import { editableWindow, explicitPad, groupsProblem, strideSuffix, windowProblem } from './sliding'

export interface ConvAttrs extends Slide {
  readonly filters: number
  /** Filters see only the input channels of their own group; both counts must be divisible by it. */
  readonly groups?: number
  readonly bias?: boolean
}

/** A window of learned weights, slid over a feature map; one output channel per filter. */
export const conv = defineOp<ConvAttrs>('conv', {
  title: 'Convolution',
  shortName: 'conv',
  family: 'convolution',
  defaults: { stride: 1, pad: 0, dilation: 1, groups: 1, bias: false },
  counts: 'weighted',
  editable: {
    filters: { label: 'filters', kind: 'whole', min: 1, max: 8192 },
    ...editableWindow,
    dilation: { label: 'dilation', kind: 'pair', min: 1, max: 64 },
    groups: { label: 'groups', kind: 'whole', min: 1, max: 8192 },
    bias: { label: 'bias', kind: 'switch' },
  },

  check: ([x], a) => {
    return groupsProblem(x, a) ?? windowProblem(asMap(x), a)
  },
  shape: ([x], a) => convShape(asMap(x), a),
  rule: ([x], a) => [
    ...explainWindow(asMap(x), resolveWindow(asMap(x), a)),
    `channels: ${a.filters} filters`,
  ],
  formula: ([x], a) => [...windowFormula(asMap(x), resolveWindow(asMap(x), a)), 'C′ = F'],
  weights: ([x], a) => {
    const [height, width] = pair(a.kernel)
    const depth = channels(x) / a.groups
    return {
      kernel: {
        shape: [height, width, depth, a.filters],
        axes: [...kernelLetters(a), depthLetter(a), 'F'],
        role: 'weight',
        fanIn: height * width * depth,
      },
      ...(a.bias && { bias: { shape: [a.filters], axes: ['F'], role: 'bias', fill: 0 } }),
    }
  },
  macs: ([x], out, a) => {
    const [kernelHeight, kernelWidth] = pair(a.kernel)
    const [height, width] = asMap(out)
    return [
      { name: 'output height', symbol: 'H′', value: height },
      { name: 'output width', symbol: 'W′', value: width },
      { name: 'filters', symbol: 'F', value: a.filters },
      { name: 'kernel height', symbol: kernelLetters(a)[0], value: kernelHeight },
      { name: 'kernel width', symbol: kernelLetters(a)[1], value: kernelWidth },
      {
        name: a.groups === 1 ? 'input channels' : 'input channels per group',
        symbol: depthLetter(a),
        value: channels(x) / a.groups,
      },
    ]
  },
  window: ([x], a) => resolveWindow(asMap(x), a),
  mixes: ([x], a) => {
    const depth = channels(x) / a.groups
    return Array.from({ length: a.groups }, (_, g) => ({
      channels: a.filters / a.groups,
      from: [{ input: 0, from: g * depth, to: (g + 1) * depth }],
    }))
  },

  run: (tf, [x], w, a, activation) => {
    if (!w.kernel) return settled(tf, x, w, a, activation)
    const run = a.groups === 1 ? convolve : groupedConv
    if (!stridesAndDilates(a)) return run(tf, x, w.kernel, w.bias, a, activation)
    // No kernel of tfjs does both at once: every position is computed, and every stride-th one is kept.
    const [, [top, bottom], [left, right]] = explicitPad(x, a)
    const dense = run(
      tf,
      x,
      w.kernel,
      w.bias,
      { ...a, stride: 1, pad: [top, right, bottom, left] },
      activation,
    )
    return tf.stridedSlice(dense, [0, 0, 0, 0], dense.shape, [1, ...pair(a.stride), 1])
  },
  unit: (at, [x], w, a) => {
    const window = resolveWindow(asMap(x.shape), a)
    const depth = channels(x.shape) / a.groups
    const first = Math.floor(at.channel / (a.filters / a.groups)) * depth
    const width = window[1].kernel
    const weight = (i: number, j: number, c: number) =>
      w.kernel(((i * width + j) * depth + c) * a.filters + at.channel)
    return summed(
      Array.from({ length: depth }, (_, c) =>
        patchUnder(x, window, at, first + c, (i, j) => weight(i, j, c)),
      ),
      w.bias?.(at.channel),
    )
  },
  pack: (weights, a) => (a.groups === 1 ? weights : { ...weights, kernel: packGrouped(weights.kernel, a) }),
  settle(tf, { kernel, ...others }, a, macs) {
    const matrices = isMinimal(a) ? tf.winograd?.transform(kernel, macs) : undefined
    if (!matrices) return undefined
    kernel.dispose()
    return { ...others, ...matrices }
  },
  absorbs: true,

  short: (a) => formatPair(a.kernel),
  label: (a) =>
    `${formatPair(a.kernel)} conv, ${a.filters}` +
    strideSuffix(a) +
    (pair(a.dilation).some((step) => step > 1) ? `, dilation ${formatStep(a.dilation)}` : '') +
    (a.groups > 1 ? `, ${a.groups} groups` : ''),
  explain: ([x], a) =>
    `Each output value is the dot product of one filter with one patch of the input, over ${seenBy(channels(x), a)}. ` +
    'The same filter is used at every position, so a pattern is found wherever it is.',
  examples: [
    { inputs: [[5, 5, 1]], attrs: { kernel: 3, filters: 2 } },
    { inputs: [[9, 7, 3]], attrs: { kernel: 3, filters: 4, stride: 2, pad: 1, bias: true } },
    { inputs: [[8, 8, 2]], attrs: { kernel: [1, 3], filters: 3, pad: [0, 1, 0, 1] } },
    { inputs: [[10, 9, 2]], attrs: { kernel: 3, filters: 2, stride: 2, pad: 'same' } },
    { inputs: [[9, 9, 2]], attrs: { kernel: 3, filters: 2, dilation: 2, pad: 2 } },
    { inputs: [[9, 10, 2]], attrs: { kernel: 3, filters: 2, dilation: 2, stride: 2, pad: 'same' } },
    { inputs: [[7, 7, 2]], attrs: { kernel: 3, filters: 2, pad: [2, 0, 1, 3] } },
    { inputs: [[6, 6, 8]], attrs: { kernel: 3, filters: 12, groups: 4, pad: 1, bias: true } },
    { inputs: [[7, 7, 4]], attrs: { kernel: 3, filters: 8, groups: 2, stride: 2, pad: 1 } },
    { inputs: [[6, 6, 3]], attrs: { kernel: 5, filters: 24, groups: 3, pad: 2 } },
  ],
})

/** Which channels of the input a filter sees, in words. */
function seenBy(depth: number, { groups }: Pick<Required<ConvAttrs>, 'groups'>): string {
  if (groups === 1) return 'all its channels'
  const own = depth / groups
  if (!Number.isInteger(own)) return 'the channels of its group'
  return `${own} of its ${depth} channels: ${own === 1 ? 'that' : 'those'} of its group`
}

function depthLetter({ groups }: Pick<Required<ConvAttrs>, 'groups'>): string {
  return groups === 1 ? 'C' : 'C/g'
}

/** `2`, or `1×2` where the axes differ. */
function formatStep(value: Pair): string {
  const [vertical, horizontal] = pair(value)
  return vertical === horizontal ? String(vertical) : formatPair(value)
}

function stridesAndDilates({ stride, dilation }: Required<ConvAttrs>): boolean {
  return pair(stride).some((step) => step > 1) && pair(dilation).some((step) => step > 1)
}

function convShape(input: MapShape, a: Slide & { filters: number }): MapShape {
  const [vertical, horizontal] = resolveWindow(input, a)
  return [positions(input[0], vertical), positions(input[1], horizontal), a.filters]
}

/** What minimal filtering is for: a 3×3 kernel that looks at every place. */
function isMinimal({ kernel, stride, dilation, groups }: Required<ConvAttrs>): boolean {
  const all = (value: Pair, wanted: number) => pair(value).every((size) => size === wanted)
  return all(kernel, 3) && all(stride, 1) && all(dilation, 1) && groups === 1
}

/** A convolution whose kernel has been transformed. */
function settled(
  tf: Tf,
  x: Tensor,
  { bias, ...matrices }: Readonly<Record<string, Tensor>>,
  a: Required<ConvAttrs>,
  activation?: FusedActivation,
): Tensor {
  const [, vertical, horizontal] = explicitPad(x, a)
  return tf.winograd!.convolve(x, matrices, bias, { vertical, horizontal }, activation)
}

/** Dense (ungrouped) convolution with everything that one kernel can do at once. */
function convolve(
  tf: Tf,
  x: Tensor,
  kernel: Tensor,
  bias: Tensor | undefined,
  a: Required<ConvAttrs>,
  activation?: FusedActivation,
): Tensor {
  return tf.fused.conv2d({
    x: x as never,
    filter: kernel as never,
    strides: [...pair(a.stride)] as [number, number],
    pad: explicitPad(x, a),
    dilations: [...pair(a.dilation)] as [number, number],
    bias,
    activation: activation ?? 'linear',
  })
}
