import type { GraphNode } from '../../nn/graph'
import { opOf, type OpName } from '../../nn/ops'
import type { TanhAttrs } from '../../nn/ops/activation'
import type { ChannelShuffleAttrs, ChannelSliceAttrs } from '../../nn/ops/channels'
import type { ConvAttrs } from '../../nn/ops/conv'
import type { ClipAttrs, LeakyReluAttrs } from '../../nn/ops/gates'
import type { LayerNormAttrs } from '../../nn/ops/layerNorm'
import type { PartialConvAttrs } from '../../nn/ops/lenet'
import type { BatchNormAttrs, LrnAttrs } from '../../nn/ops/normalization'
import type { AvgPoolAttrs, MaxPoolAttrs } from '../../nn/ops/pooling'
import type { SubsamplePadAttrs } from '../../nn/ops/reshape'
import { type ConvTransposeAttrs, transposedAxes } from '../../nn/ops/transposed'
import type { BilinearAttrs, UpsampleAttrs } from '../../nn/ops/upsampling'
import { asMap, channels, extent, isMap } from '../../nn/shape'
import { overhang, pair, type Window } from '../../nn/window'
import { filtersInside, outermostFilters, withZeros } from './arrange'
import { binsOf } from './bins'
import type { Attributes, Emitter } from './emitter'

/** Writes one node: operators of ONNX (opset 17, channels first), of which the last gives the node's output. */
export type Writer = (node: GraphNode, to: Emitter) => void

/** An operator that means the same in ONNX and needs nothing but its inputs. */
const plain =
  (type: string): Writer =>
  (_, to) =>
    void to.operator(type, to.inputs)

function attrsOf<A>(node: GraphNode): Required<A> {
  return node.attrs as Required<A>
}

function windowOf(node: GraphNode): Window {
  return opOf(node).window!(node.inputShapes, node.attrs)
}

/** Kernel, strides and explicit padding; what ceil mode reaches beyond the input becomes padding at the end. */
function sliding([vertical, horizontal]: Window, [below, beside]: readonly [number, number] = [0, 0]) {
  return {
    kernel_shape: [vertical.kernel, horizontal.kernel],
    strides: [vertical.stride, horizontal.stride],
    pads: [vertical.before, horizontal.before, vertical.after + below, horizontal.after + beside],
  }
}

function dilationsOf(window: Window) {
  return { dilations: window.map((axis) => axis.dilation) }
}

function reach(node: GraphNode, window: Window) {
  return overhang(asMap(node.inputShapes[0]), window, attrsOf<MaxPoolAttrs>(node).ceil)
}

function biasOf(node: GraphNode, to: Emitter): readonly string[] {
  return 'bias' in node.weights ? [to.weight('bias')] : []
}

/** The input as a vector. Layerwise unrolls a map channels last, so channels go last before. */
function unroll(node: GraphNode, to: Emitter, part?: string): string {
  const [height, width] = extent(node.inputShapes[0])
  const [x] = to.inputs
  const ordered = height * width === 1 ? x : to.operator('Transpose', [x], { perm: [0, 2, 3, 1] }, 'ordered')
  return to.operator('Flatten', [ordered], { axis: 1 }, part)
}

/** A weight per channel, so that it meets the channels of a map. */
function perChannel(node: GraphNode, to: Emitter, name: string): string {
  const [count] = node.weights[name].shape
  return to.weight(name, { shape: [count, 1, 1], pieces: (values) => [values] })
}

/** A hard sigmoid as PyTorch has it. */
const sixth = { alpha: { float: 1 / 6 }, beta: { float: 0.5 } }

/** How every op is written. */
export const writers = {
  // The input of the file; `writeOnnx` declares it.
  input: () => {},

  conv(node, to) {
    const window = windowOf(node)
    const { shape } = node.weights.kernel
    const kernel = to.weight('kernel', outermostFilters(shape))
    to.operator('Conv', [to.inputs[0], kernel, ...biasOf(node, to)], {
      ...sliding(window),
      ...dilationsOf(window),
      group: attrsOf<ConvAttrs>(node).groups,
    })
  },

  convTranspose(node, to) {
    const attrs = attrsOf<ConvTransposeAttrs>(node)
    const [vertical, horizontal] = transposedAxes(attrs)
    const kernel = to.weight('kernel', filtersInside(node.weights.kernel.shape, attrs.groups))
    to.operator('ConvTranspose', [to.inputs[0], kernel, ...biasOf(node, to)], {
      kernel_shape: [vertical.kernel, horizontal.kernel],
      strides: [vertical.stride, horizontal.stride],
      pads: [vertical.before, horizontal.before, vertical.after, horizontal.after],
      output_padding: [vertical.extra, horizontal.extra],
      group: attrs.groups,
    })
  },

  partialConv(node, to) {
    const window = windowOf(node)
    const { table } = attrsOf<PartialConvAttrs>(node)
    const { shape } = node.weights.kernel
    const depth = channels(node.inputShapes[0])
    const kernel = to.weight('kernel', withZeros(shape, table, depth))
    to.operator('Conv', [to.inputs[0], kernel, ...biasOf(node, to)], {
      ...sliding(window),
      ...dilationsOf(window),
    })
  },

  dense(node, to) {
    const x = isMap(node.inputShapes[0]) ? unroll(node, to, 'unrolled') : to.inputs[0]
    to.operator('Gemm', [x, to.weight('kernel'), ...biasOf(node, to)])
  },

  rbf(node, to) {
    const [units, length] = node.weights.codes.shape
    const row = to.operator('Reshape', [to.inputs[0], to.integers('row', [0, 1, length])], {}, 'repeated')
    const codes = to.weight('codes', { shape: [1, units, length], pieces: (values) => [values] })
    const apart = to.operator('Sub', [row, codes], {}, 'apart')
    const squared = to.operator('Mul', [apart, apart], {}, 'squared')
    to.operator('ReduceSum', [squared, to.integers('axis', [2])], { keepdims: 0 })
  },

  batchNorm(node, to) {
    const { epsilon } = attrsOf<BatchNormAttrs>(node)
    const statistics = ['gamma', 'beta', 'mean', 'variance'].map((name) => to.weight(name))
    to.operator('BatchNormalization', [to.inputs[0], ...statistics], { epsilon: { float: epsilon } })
  },

  lrn(node, to) {
    const { size, bias, alpha, beta } = attrsOf<LrnAttrs>(node)
    to.operator('LRN', to.inputs, {
      size,
      bias: { float: bias },
      // ONNX divides the sum of squares by `size`.
      alpha: { float: alpha * size },
      beta: { float: beta },
    })
  },

  scaleShift(node, to) {
    const scaled = to.operator('Mul', [to.inputs[0], perChannel(node, to, 'coefficient')], {}, 'scaled')
    to.operator('Add', [scaled, perChannel(node, to, 'bias')])
  },

  layerNorm(node, to) {
    const { epsilon } = attrsOf<LayerNormAttrs>(node)
    const affine = [to.weight('gamma'), to.weight('beta')]
    const attrs = { axis: -1, epsilon: { float: epsilon } }
    if (!isMap(node.shape)) return void to.operator('LayerNormalization', [to.inputs[0], ...affine], attrs)
    // ONNX normalizes over the last sides, so channels go there and back.
    const last = to.operator('Transpose', to.inputs, { perm: [0, 2, 3, 1] }, 'last')
    const even = to.operator('LayerNormalization', [last, ...affine], attrs, 'even')
    to.operator('Transpose', [even], { perm: [0, 3, 1, 2] })
  },

  layerScale(node, to) {
    const factor = isMap(node.shape) ? perChannel(node, to, 'coefficient') : to.weight('coefficient')
    to.operator('Mul', [to.inputs[0], factor])
  },

  relu: plain('Relu'),
  sigmoid: plain('Sigmoid'),

  tanh(node, to) {
    const { amplitude, slope } = attrsOf<TanhAttrs>(node)
    const [x] = to.inputs
    const inner = slope === 1 ? x : to.operator('Mul', [x, to.floats('slope', [slope])], {}, 'inner')
    if (amplitude === 1) to.operator('Tanh', [inner])
    else to.operator('Mul', [to.operator('Tanh', [inner], {}, 'unit'), to.floats('amplitude', [amplitude])])
  },

  clip(node, to) {
    const { low, high } = attrsOf<ClipAttrs>(node)
    to.operator('Clip', [to.inputs[0], to.float('low', low), to.float('high', high)])
  },
  leakyRelu: (node, to) =>
    void to.operator('LeakyRelu', to.inputs, { alpha: { float: attrsOf<LeakyReluAttrs>(node).slope } }),
  silu: (_, to) => void to.operator('Mul', [to.inputs[0], to.operator('Sigmoid', to.inputs, {}, 'gate')]),
  gelu(_, to) {
    const [x] = to.inputs
    const inner = to.operator('Div', [x, to.floats('root', [Math.SQRT2])], {}, 'inner')
    const moved = to.operator(
      'Add',
      [to.operator('Erf', [inner], {}, 'erf'), to.floats('one', [1])],
      {},
      'moved',
    )
    to.operator('Mul', [to.operator('Mul', [x, moved], {}, 'twice'), to.floats('half', [0.5])])
  },
  hardSigmoid: (_, to) => void to.operator('HardSigmoid', to.inputs, sixth),
  hardSwish: plain('HardSwish'),

  softmax: (_, to) => void to.operator('Softmax', to.inputs, { axis: 1 }),
  dropout: plain('Identity'),

  maxPool(node, to) {
    const window = windowOf(node)
    to.operator('MaxPool', to.inputs, { ...sliding(window, reach(node, window)), ...dilationsOf(window) })
  },

  avgPool(node, to) {
    const window = windowOf(node)
    const beyond = reach(node, window)
    if (!attrsOf<AvgPoolAttrs>(node).countPad) {
      to.operator('AveragePool', to.inputs, { ...sliding(window, beyond), count_include_pad: 0 })
      return
    }
    // The padding counts, but not what ceil mode adds: zeros first, then a pool that counts what it finds.
    const [vertical, horizontal] = window
    const sides = [0, 0, vertical.before, horizontal.before, 0, 0, vertical.after, horizontal.after]
    const padded = to.operator('Pad', [to.inputs[0], to.integers('sides', sides)], {}, 'padded')
    const bare = window.map((axis) => ({ ...axis, before: 0, after: 0 })) as unknown as Window
    to.operator('AveragePool', [padded], { ...sliding(bare, beyond), count_include_pad: 0 })
  },

  globalAvgPool: plain('GlobalAveragePool'),

  adaptiveMaxPool: overBins('MaxPool', 'ReduceMax'),
  adaptiveAvgPool: overBins('AveragePool', 'ReduceMean'),

  add: fold('Add'),
  concat: (_, to) => void to.operator('Concat', to.inputs, { axis: 1 }),
  multiply: fold('Mul'),

  flatten: (node, to) => void unroll(node, to),

  subsamplePad(node, to) {
    const { stride, filters } = attrsOf<SubsamplePadAttrs>(node)
    const [height, width, depth] = asMap(node.inputShapes[0])
    const bounds = Object.entries({
      from: [0, 0],
      end: [height, width],
      axes: [2, 3],
      steps: [stride, stride],
    })
    const inputs = [to.inputs[0], ...bounds.map(([name, values]) => to.integers(name, values))]
    const kept = to.operator('Slice', inputs, {}, 'kept')
    to.operator('Pad', [kept, to.integers('sides', [0, 0, 0, 0, 0, filters - depth, 0, 0])])
  },

  channelShuffle(node, to) {
    const { groups } = attrsOf<ChannelShuffleAttrs>(node)
    const depth = channels(node.shape)
    const rest = isMap(node.shape) ? extent(node.shape) : []
    const apart = to.integers('groups', [0, groups, depth / groups, ...rest])
    const grouped = to.operator('Reshape', [to.inputs[0], apart], {}, 'apart')
    const perm = [0, 2, 1, ...rest.map((_, i) => i + 3)]
    const turned = to.operator('Transpose', [grouped], { perm }, 'turned')
    to.operator('Reshape', [turned, to.integers('channels', [0, depth, ...rest])])
  },
  channelSlice(node, to) {
    const bounds = Object.entries({ ...attrsOf<ChannelSliceAttrs>(node), axis: 1 })
    to.operator('Slice', [to.inputs[0], ...bounds.map(([name, value]) => to.integers(name, [value]))])
  },

  upsample: (node, to) =>
    void resized(node, to, {
      mode: 'nearest',
      coordinate_transformation_mode: 'asymmetric',
      nearest_mode: 'floor',
    }),
  bilinear: (node, to) =>
    void resized(node, to, {
      mode: 'linear',
      coordinate_transformation_mode: attrsOf<BilinearAttrs>(node).corners ? 'align_corners' : 'half_pixel',
    }),

  // A network that has one is refused, because it does not fit together.
  closed: plain('Identity'),
} satisfies Record<OpName, Writer>

/** A map that becomes `scale` times larger; the second input is for crops and stays out. */
function resized(node: GraphNode, to: Emitter, how: Attributes): string {
  const scales = to.floats('scales', [1, 1, ...pair(attrsOf<UpsampleAttrs>(node).scale)])
  return to.operator('Resize', [to.inputs[0], '', scales], how)
}

/** Adaptive pooling: the operator `pool` where the bins slide, or else every bin by `reduce`. */
function overBins(pool: string, reduce: string): Writer {
  return (node, to) => {
    const [rows, columns] = extent(node.inputShapes[0]).map((size) => binsOf(size, extent(node.shape)[0]))
    if (rows.uniform && columns.uniform) {
      to.operator(pool, to.inputs, {
        kernel_shape: [rows.uniform.size, columns.uniform.size],
        strides: [rows.uniform.step, columns.uniform.step],
      })
      return
    }
    // Bins of different sizes: cut the map, make one value of each piece, lay the pieces together again.
    const cut = (x: string, axis: 2 | 3, name: string, bins: typeof rows.bins, part?: string) => {
      const pieces = bins.map(([from, end], i) => {
        const bounds = [from, end, axis].map((n, k) => to.integers(`${name}${i}.${'fta'[k]}`, [n]))
        const piece = to.operator('Slice', [x, ...bounds], {}, `${name}${i}`)
        return to.operator(reduce, [piece], { axes: [axis], keepdims: 1 }, `${name}${i}.one`)
      })
      return to.operator('Concat', pieces, { axis }, part)
    }
    cut(cut(to.inputs[0], 2, 'row', rows.bins, 'rows'), 3, 'column', columns.bins)
  }
}

/** An operator of two inputs, over and over. A vector that meets a map becomes 1×1 first. */
function fold(type: string): Writer {
  return (node, to) => {
    const shaped = to.inputs.map((x, i) =>
      isMap(node.shape) && !isMap(node.inputShapes[i])
        ? to.operator('Reshape', [x, to.integers(`map${i}`, [0, -1, 1, 1])], {}, `gate${i}`)
        : x,
    )
    const [first, ...rest] = shaped
    rest.reduce(
      (sum, x, i) => to.operator(type, [sum, x], {}, i < rest.length - 1 ? `${i + 2}inputs` : undefined),
      first,
    )
  }
}
