import type { GraphNode } from '../../nn/graph'
import { opOf, type OpName } from '../../nn/ops'
import type { TanhAttrs } from '../../nn/ops/activation'
import type { ChannelShuffleAttrs, ChannelSliceAttrs } from '../../nn/ops/channels'
import type { ConvAttrs } from '../../nn/ops/conv'
import type { ClipAttrs, LeakyReluAttrs } from '../../nn/ops/gates'
import type { LayerNormAttrs } from '../../nn/ops/layerNorm'
import type { PartialConvAttrs, RbfAttrs } from '../../nn/ops/lenet'
import type { BatchNormAttrs, LrnAttrs } from '../../nn/ops/normalization'
import type { AvgPoolAttrs, MaxPoolAttrs } from '../../nn/ops/pooling'
import type { SubsamplePadAttrs } from '../../nn/ops/reshape'
import { type ConvTransposeAttrs, transposedAxes } from '../../nn/ops/transposed'
import type { BilinearAttrs, UpsampleAttrs } from '../../nn/ops/upsampling'
import { asMap, channels, extent, isMap } from '../../nn/shape'
import { overhang, pair as axes, resolveWindow, type Window } from '../../nn/window'
import { isDepthwise } from '../depthwise'
import type { Written as ProgramWritten } from '../program/program'
import { call, list, pair, truth } from '../program/python'
import type { Helper } from './helpers'

type Written = ProgramWritten<Helper>
type Writer = (node: GraphNode) => Written

function attrsOf<A>(node: GraphNode): Required<A> {
  return node.attrs as Required<A>
}

const windowOf = (node: GraphNode): Window => opOf(node).window!(node.inputShapes, node.attrs)

const along = (window: Window, of: 'kernel' | 'stride' | 'dilation') => pair([window[0][of], window[1][of]])

/** Always as a pair, as functions that compute with it need it. */
const both = (window: Window, of: 'kernel' | 'stride') => `(${window[0][of]}, ${window[1][of]})`

const unless = (normal: string, value: string) => (value === normal ? undefined : value)

type Sides = readonly [vertical: readonly [number, number], horizontal: readonly [number, number]]

const sidesOf = ([vertical, horizontal]: Window): Sides => [
  [vertical.before, vertical.after],
  [horizontal.before, horizontal.after],
]

const isNone = (sides: Sides) => sides.flat().every((side) => side === 0)

/** `((1, 1), (0, 0))`: rows above and below, columns before and after. */
const written = (sides: Sides) => `(${sides.map((axis) => `(${axis.join(', ')})`).join(', ')})`

const laid = (x: string, sides: Sides, filler?: string) =>
  call('ops.pad', [x, `((0, 0), ${written(sides).slice(1, -1)}, (0, 0))`], { constant_values: filler })

const last = { data_format: '"channels_last"' }

/** Keras pads by itself where the sides are those that it calls "same". */
function paddingOf(node: GraphNode, window: Window) {
  const sides = sidesOf(window)
  const attrs = node.attrs as { kernel: MaxPoolAttrs['kernel']; stride?: MaxPoolAttrs['stride'] }
  const same = sidesOf(resolveWindow(asMap(node.inputShapes[0]), { ...attrs, pad: 'same' }))
  if (isNone(sides)) return { of: (x: string) => x }
  if (written(same) === written(sides)) return { argument: '"same"', of: (x: string) => x }
  return { of: (x: string) => laid(x, sides) }
}

/** Padding of a pool with what rounding up reaches beyond it. */
function around(node: GraphNode) {
  const window = windowOf(node)
  const [below, beside] = overhang(asMap(node.inputShapes[0]), window, attrsOf<MaxPoolAttrs>(node).ceil)
  const [vertical, horizontal] = sidesOf(window)
  return {
    window,
    counted: [vertical, horizontal] as Sides,
    beyond: [
      [0, below],
      [0, beside],
    ] as Sides,
    all: [
      [vertical[0], vertical[1] + below],
      [horizontal[0], horizontal[1] + beside],
    ] as Sides,
  }
}

const nothing: Sides = [
  [0, 0],
  [0, 0],
]

const value =
  (of: (x: string) => string): Writer =>
  () => ({ value: ([x]) => of(x) })

const module = (made: string, helper?: Helper): Written => ({
  module: made,
  value: ([x], self) => `${self}(${x})`,
  ...(helper && { helper }),
})

const pool = (of: string, x: string, window: Window) =>
  call(of, [x, along(window, 'kernel'), along(window, 'stride'), '"valid"'], last)

/** How every op is written. */
export const writers = {
  input: () => ({ value: () => 'image' }),

  conv(node) {
    const { filters, groups, bias, stride, dilation } = attrsOf<ConvAttrs>(node)
    const window = windowOf(node)
    // Keras does not stride and dilate at once: every position is computed, and every stride-th one is kept.
    const [vertical, horizontal] = axes(stride)
    const isBoth = Math.max(vertical, horizontal) > 1 && Math.max(...axes(dilation)) > 1
    const { argument, of } = isBoth
      ? { of: (x: string) => laid(x, sidesOf(window)) }
      : paddingOf(node, window)
    const shared = {
      strides: isBoth ? undefined : unless('1', along(window, 'stride')),
      padding: argument,
      dilation_rate: unless('1', along(window, 'dilation')),
      use_bias: bias ? undefined : truth(false),
      ...last,
    }
    const kernel = along(window, 'kernel')
    return {
      module: isDepthwise(node)
        ? call('layers.DepthwiseConv2D', [kernel], {
            depth_multiplier: unless('1', String(filters / groups)),
            ...shared,
          })
        : call('layers.Conv2D', [filters, kernel], { groups: unless('1', String(groups)), ...shared }),
      value: ([x], self) => `${self}(${of(x)})${isBoth ? `[:, ::${vertical}, ::${horizontal}]` : ''}`,
    }
  },

  convTranspose(node) {
    const attrs = attrsOf<ConvTransposeAttrs>(node)
    const { filters, kernel, stride, groups, bias } = attrs
    const both = transposedAxes(attrs)
    // Whole stamps are laid down, and what padding cuts off is cut off afterwards.
    const extra = both.map(({ extra, after }) => Math.max(0, extra - after))
    const cut = both.map(({ before }, axis) => `${before}:${before + extent(node.shape)[axis]}`)
    const isWhole = both.every(({ before, after, extra }) => before === 0 && extra >= after)
    const sizes = [filters, pair(axes(kernel))]
    const options = {
      strides: pair(axes(stride)),
      output_padding: pair([extra[0], extra[1]]),
      use_bias: bias ? undefined : truth(false),
    }
    return {
      module:
        groups === 1
          ? call('layers.Conv2DTranspose', sizes, { ...options, ...last })
          : call('GroupedConv2DTranspose', [...sizes, groups], options),
      value: ([x], self) => `${self}(${x})${isWhole ? '' : `[:, ${cut.join(', ')}]`}`,
      ...(groups > 1 && { helper: 'GroupedConv2DTranspose' as const }),
    }
  },

  partialConv(node) {
    const { table } = attrsOf<PartialConvAttrs>(node)
    const window = windowOf(node)
    const sides = sidesOf(window)
    return {
      module: call('PartialConv2D', [list(table.map(list)), both(window, 'kernel'), both(window, 'stride')]),
      value: ([x], self) => `${self}(${isNone(sides) ? x : laid(x, sides)})`,
      helper: 'PartialConv2D',
    }
  },

  dense: (node) => ({
    module: call('layers.Dense', [node.weights.kernel.shape[1]], {
      use_bias: 'bias' in node.weights ? undefined : truth(false),
    }),
    value: ([x], self) => `${self}(${isMap(node.inputShapes[0]) ? unrolled(node, x) : x})`,
  }),

  rbf: (node) => module(call('RadialBasis', [list(attrsOf<RbfAttrs>(node).codes.map(list))]), 'RadialBasis'),

  batchNorm: (node) =>
    module(call('layers.BatchNormalization', [], { epsilon: attrsOf<BatchNormAttrs>(node).epsilon })),

  lrn(node) {
    const { size, bias, alpha, beta } = attrsOf<LrnAttrs>(node)
    return {
      value: ([x]) => call('local_response_normalization', [x, size, bias, alpha, beta]),
      helper: 'local_response_normalization',
    }
  },

  scaleShift: () => module('ScaleShift()', 'ScaleShift'),

  layerNorm: (node) =>
    module(call('layers.LayerNormalization', [], { epsilon: attrsOf<LayerNormAttrs>(node).epsilon })),
  layerScale: () => module('LayerScale()', 'LayerScale'),

  relu: value((x) => `ops.relu(${x})`),
  sigmoid: value((x) => `ops.sigmoid(${x})`),
  tanh(node) {
    const { amplitude, slope } = attrsOf<TanhAttrs>(node)
    const times = (factor: number) => (factor === 1 ? '' : `${factor} * `)
    return { value: ([x]) => `${times(amplitude)}ops.tanh(${times(slope)}${x})` }
  },
  clip(node) {
    const { low, high } = attrsOf<ClipAttrs>(node)
    return {
      value: ([x]) => (low === 0 && high === 6 ? `ops.relu6(${x})` : call('ops.clip', [x, low, high])),
    }
  },
  leakyRelu: (node) => ({
    value: ([x]) => call('ops.leaky_relu', [x], { negative_slope: attrsOf<LeakyReluAttrs>(node).slope }),
  }),
  silu: value((x) => `ops.silu(${x})`),
  gelu: value((x) => `ops.gelu(${x}, approximate=False)`),
  hardSigmoid: value((x) => `ops.hard_sigmoid(${x})`),
  hardSwish: value((x) => `ops.hard_silu(${x})`),
  softmax: value((x) => `ops.softmax(${x}, axis=-1)`),
  dropout: (node) => module(call('layers.Dropout', [attrsOf<{ rate: number }>(node).rate])),

  maxPool(node) {
    const { window, all } = around(node)
    return {
      value: ([x]) => pool('ops.max_pool', isNone(all) ? x : laid(x, all, 'float("-inf")'), window),
    }
  },
  avgPool(node) {
    const { countPad } = attrsOf<AvgPoolAttrs>(node)
    const { window, counted, beyond, all } = around(node)
    const isPlain = isNone(countPad ? beyond : all)
    if (isPlain) {
      const sides = countPad ? counted : nothing
      return { value: ([x]) => pool('ops.average_pool', isNone(sides) ? x : laid(x, sides), window) }
    }
    const [inside, outside] = countPad ? [counted, beyond] : [nothing, all]
    const sizes = [along(window, 'kernel'), along(window, 'stride')]
    return {
      value: ([x]) => call('mean_of_map', [x, written(inside), written(outside), ...sizes]),
      helper: 'mean_of_map',
    }
  },
  globalAvgPool: value((x) => `ops.mean(${x}, axis=(1, 2), keepdims=True)`),
  adaptiveMaxPool: overBins('ops.max'),
  adaptiveAvgPool: overBins('ops.mean'),

  add: () => ({ value: (inputs) => inputs.join(' + ') }),
  concat: () => ({ value: (inputs) => call('ops.concatenate', [list(inputs)], { axis: -1 }) }),
  multiply: (node) => ({
    value: (inputs) =>
      inputs
        .map((x, i) => (isMap(node.shape) && !isMap(node.inputShapes[i]) ? `${x}[:, None, None]` : x))
        .join(' * '),
  }),

  flatten: (node) => ({ value: ([x]) => unrolled(node, x) }),
  subsamplePad(node) {
    const { stride, filters } = attrsOf<SubsamplePadAttrs>(node)
    const more = filters - channels(node.inputShapes[0])
    const cut = (x: string) => `${x}[:, ::${stride}, ::${stride}]`
    return { value: ([x]) => call('ops.pad', [cut(x), `((0, 0), (0, 0), (0, 0), (0, ${more}))`]) }
  },

  channelShuffle(node) {
    const { groups } = attrsOf<ChannelShuffleAttrs>(node)
    const depth = channels(node.shape)
    const apart = (x: string) => call('ops.reshape', [x, `(-1, ${groups}, ${depth / groups})`])
    const turned = (x: string) => call('ops.transpose', [apart(x), '(0, 2, 1)'])
    return { value: ([x]) => call('ops.reshape', [turned(x), `(-1, ${node.shape.join(', ')})`]) }
  },
  channelSlice(node) {
    const { from, to } = attrsOf<ChannelSliceAttrs>(node)
    return { value: ([x]) => `${x}[..., ${from}:${to}]` }
  },

  upsample(node) {
    const [down, across] = axes(attrsOf<UpsampleAttrs>(node).scale)
    const rows = (x: string) => (down === 1 ? x : call('ops.repeat', [x, down], { axis: 1 }))
    return {
      value: ([x]) => (across === 1 ? rows(x) : call('ops.repeat', [rows(x), across], { axis: 2 })),
    }
  },
  bilinear(node) {
    const { corners } = attrsOf<BilinearAttrs>(node)
    const size = `(${extent(node.shape).join(', ')})`
    return {
      value: ([x]) => call('bilinear', [x, size], { corners: corners ? truth(true) : undefined }),
      helper: 'bilinear',
    }
  },

  // A network that has one is refused, because it does not fit together.
  closed: value((x) => x),
} satisfies Record<OpName, Writer>

/** A map as a vector: row by row, and at each position channel by channel. */
function unrolled({ inputShapes: [shape] }: GraphNode, x: string): string {
  return call('ops.reshape', [x, `(-1, ${shape.reduce((product, side) => product * side, 1)})`])
}

function overBins(reduce: string): Writer {
  return (node) => ({
    value: ([x]) => call('over_bins', [x, attrsOf<{ grid: number }>(node).grid, reduce]),
    helper: 'over_bins',
  })
}
