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
import { channels, extent, isMap, volume } from '../../nn/shape'
import { type AxisWindow, pair as axes, span, type Window } from '../../nn/window'
import type { Helper } from './helpers'
import type { Written as ProgramWritten } from '../program/program'
import { call, list, pair, truth } from '../program/python'

type Written = ProgramWritten<Helper>

type Writer = (node: GraphNode) => Written

function attrsOf<A>(node: GraphNode): Required<A> {
  return node.attrs as Required<A>
}

function along(window: Window, of: 'kernel' | 'stride' | 'dilation' | 'before') {
  return pair([window[0][of], window[1][of]])
}

/** An option that stands only where it differs from PyTorch's default. */
const unless = (normal: string, value: string) => (value === normal ? undefined : value)

/** `(left, right, top, bottom)`, as F.pad takes them. */
function sidesOf([vertical, horizontal]: Window): string {
  return `(${[horizontal.before, horizontal.after, vertical.before, vertical.after].join(', ')})`
}

const isEven = (window: Window) => window.every(({ before, after }) => before === after)

const evenPadding = (window: Window) => unless('0', along(window, 'before'))

/** Padding as an argument; where the sides differ, as an operation before. */
function padding(window: Window) {
  const even = isEven(window)
  return {
    argument: even ? evenPadding(window) : undefined,
    of: (x: string) => (even ? x : call('F.pad', [x, sidesOf(window)])),
  }
}

function windowOf(node: GraphNode): Window {
  return opOf(node).window!(node.inputShapes, node.attrs)
}

/** A value that needs no module. */
const value =
  (of: (x: string) => string): Writer =>
  () => ({ value: ([x]) => of(x) })

/** A module that takes its input as it is. */
const module = (made: string, helper?: Helper): Written => ({
  module: made,
  value: ([x], self) => `${self}(${x})`,
  ...(helper && { helper }),
})

/** A pool of PyTorch pads evenly, and by at most half of its kernel. */
function padsItself(window: Window): boolean {
  return isEven(window) && window.every(({ before, kernel }) => before <= Math.floor(kernel / 2))
}

/**
 * Padding that is laid down before a pool: after the map only as much as the last window reaches. Rounding up, PyTorch
 * would else let a window begin in it, which it does not do in padding of its own.
 */
function laidDown(node: GraphNode, window: Window): Window {
  const input = extent(node.inputShapes[0])
  const outputs = extent(node.shape)
  const trimmed = ([0, 1] as const).map((a): AxisWindow => {
    const axis = window[a]
    const reached = (outputs[a] - 1) * axis.stride + span(axis) - axis.before - input[a]
    return { ...axis, after: Math.max(0, Math.min(axis.after, reached)) }
  })
  return trimmed as unknown as Window
}

/** How a pool is called: with padding of its own, where PyTorch can, or on a map with padding laid around it. */
function pooling(node: GraphNode) {
  const window = windowOf(node)
  const kernel = along(window, 'kernel')
  const stride = along(window, 'stride')
  const ceil_mode = attrsOf<MaxPoolAttrs>(node).ceil ? truth(true) : undefined
  const own = padsItself(window)
  const sides = sidesOf(laidDown(node, window))
  return {
    own,
    /** `more` says how padding of its own is treated. */
    by: (of: string, filler?: string, more: Record<string, string | undefined> = {}): Written => {
      const padding = own ? evenPadding(window) : undefined
      const padded = (x: string) => (own ? x : call('F.pad', [x, sides], { value: filler }))
      const options = { stride, padding, ceil_mode, ...(padding !== undefined && more) }
      return { value: ([x]) => call(of, [padded(x), kernel], options) }
    },
    byHelper: (helper: Helper): Written => ({
      value: ([x]) => call(helper, [x, sides, kernel], { stride, ceil_mode }),
      helper,
    }),
  }
}

/** How every op is written. */
export const writers = {
  input: () => ({ value: () => 'image' }),

  conv(node) {
    const { filters, groups, bias } = attrsOf<ConvAttrs>(node)
    const window = windowOf(node)
    const { argument, of } = padding(window)
    return {
      module: call('nn.Conv2d', [channels(node.inputShapes[0]), filters, along(window, 'kernel')], {
        stride: unless('1', along(window, 'stride')),
        padding: argument,
        dilation: unless('1', along(window, 'dilation')),
        groups: unless('1', String(groups)),
        bias: bias ? undefined : truth(false),
      }),
      value: ([x], self) => `${self}(${of(x)})`,
    }
  },

  convTranspose(node) {
    const attrs = attrsOf<ConvTransposeAttrs>(node)
    const [vertical, horizontal] = transposedAxes(attrs)
    const both = [vertical, horizontal]
    const isEven = both.every(({ before, after }) => before === after)
    // PyTorch cuts evenly; other sides are cut off afterwards.
    const extra = both.map(({ extra, after }) => (isEven ? extra : Math.max(0, extra - after)))
    const cut = both.map(({ before }, axis) => `${before}:${before + extent(node.shape)[axis]}`)
    const { filters, groups, bias } = attrs
    return {
      module: call('nn.ConvTranspose2d', [channels(node.inputShapes[0]), filters, pair(axes(attrs.kernel))], {
        stride: unless('1', pair(axes(attrs.stride))),
        padding: isEven ? unless('0', pair([vertical.before, horizontal.before])) : undefined,
        output_padding: unless('0', pair([extra[0], extra[1]])),
        groups: unless('1', String(groups)),
        bias: bias ? undefined : truth(false),
      }),
      value: ([x], self) => `${self}(${x})${isEven ? '' : `[:, :, ${cut.join(', ')}]`}`,
    }
  },

  partialConv(node) {
    const { table } = attrsOf<PartialConvAttrs>(node)
    const window = windowOf(node)
    const { argument, of } = padding(window)
    const kernel = `(${window[0].kernel}, ${window[1].kernel})`
    return {
      module: call('PartialConv2d', [channels(node.inputShapes[0]), list(table.map(list)), kernel], {
        stride: unless('1', along(window, 'stride')),
        padding: argument,
      }),
      value: ([x], self) => `${self}(${of(x)})`,
      helper: 'PartialConv2d',
    }
  },

  dense(node) {
    const [x] = node.inputShapes
    const { shape } = node.weights.kernel
    const made = call('nn.Linear', [volume(x), shape[1]], {
      bias: 'bias' in node.weights ? undefined : truth(false),
    })
    return {
      module: made,
      value: ([input], self) => `${self}(${isMap(x) ? call('torch.flatten', [input, 1]) : input})`,
    }
  },

  rbf: (node) => module(call('RadialBasis', [list(attrsOf<RbfAttrs>(node).codes.map(list))]), 'RadialBasis'),

  batchNorm(node) {
    const kind = isMap(node.shape) ? 'nn.BatchNorm2d' : 'nn.BatchNorm1d'
    const { epsilon } = attrsOf<BatchNormAttrs>(node)
    return module(call(kind, [channels(node.shape)], { eps: epsilon === 1e-5 ? undefined : epsilon }))
  },

  // PyTorch divides the sum of squares by the size.
  lrn(node) {
    const { size, bias, alpha, beta } = attrsOf<LrnAttrs>(node)
    return module(call('nn.LocalResponseNorm', [size], { alpha: alpha * size, beta, k: bias }))
  },

  scaleShift: (node) => module(call('ScaleShift', [channels(node.shape)]), 'ScaleShift'),

  layerNorm(node) {
    const { epsilon } = attrsOf<LayerNormAttrs>(node)
    const made = call('nn.LayerNorm', [channels(node.shape)], { eps: epsilon === 1e-5 ? undefined : epsilon })
    if (!isMap(node.shape)) return module(made)
    return {
      module: made,
      value: ([x], self) => `${self}(${x}.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)`,
    }
  },
  layerScale: (node) =>
    module(call('LayerScale', [channels(node.shape), isMap(node.shape) ? 3 : 1]), 'LayerScale'),

  relu: value((x) => `F.relu(${x})`),
  sigmoid: value((x) => `torch.sigmoid(${x})`),
  tanh(node) {
    const { amplitude, slope } = attrsOf<TanhAttrs>(node)
    const times = (factor: number) => (factor === 1 ? '' : `${factor} * `)
    return { value: ([x]) => `${times(amplitude)}torch.tanh(${times(slope)}${x})` }
  },
  clip(node) {
    const { low, high } = attrsOf<ClipAttrs>(node)
    return {
      value: ([x]) => (low === 0 && high === 6 ? `F.relu6(${x})` : call('torch.clamp', [x, low, high])),
    }
  },
  leakyRelu: (node) => ({ value: ([x]) => call('F.leaky_relu', [x, attrsOf<LeakyReluAttrs>(node).slope]) }),
  silu: value((x) => `F.silu(${x})`),
  gelu: value((x) => `F.gelu(${x})`),
  hardSigmoid: value((x) => `F.hardsigmoid(${x})`),
  hardSwish: value((x) => `F.hardswish(${x})`),
  softmax: value((x) => `F.softmax(${x}, dim=1)`),
  dropout: (node) => module(call('nn.Dropout', [attrsOf<{ rate: number }>(node).rate])),

  maxPool: (node) => pooling(node).by('F.max_pool2d', 'float("-inf")'),
  avgPool(node) {
    const { countPad } = attrsOf<AvgPoolAttrs>(node)
    const { own, by, byHelper } = pooling(node)
    if (!own && !countPad) return byHelper('mean_of_map')
    return by('F.avg_pool2d', undefined, { count_include_pad: countPad ? undefined : truth(false) })
  },
  globalAvgPool: value((x) => `${x}.mean((2, 3), keepdim=True)`),
  adaptiveMaxPool: (node) => ({
    value: ([x]) => call('F.adaptive_max_pool2d', [x, attrsOf<{ grid: number }>(node).grid]),
  }),
  adaptiveAvgPool: (node) => ({
    value: ([x]) => call('F.adaptive_avg_pool2d', [x, attrsOf<{ grid: number }>(node).grid]),
  }),

  add: () => ({ value: (inputs) => inputs.join(' + ') }),
  concat: () => ({ value: (inputs) => call('torch.cat', [list(inputs), 1]) }),
  multiply: (node) => ({
    value: (inputs) =>
      inputs
        .map((x, i) => (isMap(node.shape) && !isMap(node.inputShapes[i]) ? `${x}[:, :, None, None]` : x))
        .join(' * '),
  }),

  flatten: value((x) => `torch.flatten(${x}, 1)`),
  subsamplePad(node) {
    const { stride, filters } = attrsOf<SubsamplePadAttrs>(node)
    const more = filters - channels(node.inputShapes[0])
    const cut = (x: string) => `${x}[:, :, ::${stride}, ::${stride}]`
    return { value: ([x]) => call('F.pad', [cut(x), `(0, 0, 0, 0, 0, ${more})`]) }
  },

  channelShuffle(node) {
    const { groups } = attrsOf<ChannelShuffleAttrs>(node)
    // PyTorch shuffles maps; a vector is one of 1×1.
    const [as, back] = isMap(node.shape) ? ['', ''] : ['[:, :, None]', '[:, :, 0]']
    return { value: ([x]) => `${call('F.channel_shuffle', [`${x}${as}`, groups])}${back}` }
  },
  channelSlice(node) {
    const { from, to } = attrsOf<ChannelSliceAttrs>(node)
    return { value: ([x]) => `${x}[:, ${from}:${to}]` }
  },

  upsample: (node) => ({
    value: ([x]) =>
      call('F.interpolate', [x], { scale_factor: pair(axes(attrsOf<UpsampleAttrs>(node).scale)) }),
  }),
  bilinear(node) {
    const { scale, corners } = attrsOf<BilinearAttrs>(node)
    const how = { scale_factor: pair(axes(scale)), mode: '"bilinear"', align_corners: truth(corners) }
    return { value: ([x]) => call('F.interpolate', [x], how) }
  },

  // A network that has one is refused, because it does not fit together.
  closed: value((x) => x),
} satisfies Record<OpName, Writer>
