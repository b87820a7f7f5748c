import type { GraphNode } from '../../nn/graph'
import type { OpName } from '../../nn/ops'
import type { TanhAttrs } from '../../nn/ops/activation'
import type { ChannelShuffleAttrs, ChannelSliceAttrs } from '../../nn/ops/channels'
import type { ClipAttrs, LeakyReluAttrs } from '../../nn/ops/gates'
import type { LayerNormAttrs } from '../../nn/ops/layerNorm'
import type { PartialConvAttrs } from '../../nn/ops/lenet'
import type { BatchNormAttrs, LrnAttrs } from '../../nn/ops/normalization'
import { type AvgPoolAttrs, bins, type MaxPoolAttrs } from '../../nn/ops/pooling'
import type { SubsamplePadAttrs } from '../../nn/ops/reshape'
import type { BilinearAttrs } from '../../nn/ops/upsampling'
import { asMap, channels, extent, isMap, volume } from '../../nn/shape'
import { overhang, type Window } from '../../nn/window'
import { connectedOnly } from '../connected'
import { convolved, stamped } from './convolutions'
import type { Emitter } from './emitter'
import {
  along,
  attrsOf,
  isNone,
  laid,
  moving,
  type Sides,
  sidesOf,
  square,
  thinned,
  windowOf,
} from './windows'

/** Writes one node: operations of TensorFlow, channels last, of which the last gives the node's output. */
export type Writer = (node: GraphNode, to: Emitter) => void

const plain =
  (op: string): Writer =>
  (_, to) =>
    void to.operation(op, to.inputs)

function biased(node: GraphNode, to: Emitter, make: (part?: string) => string): void {
  if (!('bias' in node.weights)) return void make()
  to.operation('BiasAdd', [make('unbiased'), to.weight('bias')])
}

const asVector = (node: GraphNode, to: Emitter, part?: string) =>
  to.operation('Reshape', [to.inputs[0], to.integers('row', [-1, volume(node.inputShapes[0])])], {}, part)

function around(node: GraphNode) {
  const window = windowOf(node)
  const [below, beside] = overhang(asMap(node.inputShapes[0]), window, attrsOf<MaxPoolAttrs>(node).ceil)
  const beyond: Sides = [
    [0, below],
    [0, beside],
  ]
  const counted = sidesOf(window)
  const all = counted.map(([before, after], i): readonly [number, number] => [before, after + beyond[i][1]])
  return { window, counted, beyond, all }
}

const pooled = (to: Emitter, op: string, x: string, window: Window, part?: string) =>
  to.operation(op, [x], { ksize: along(window, 'kernel'), ...moving(window) }, part)

/** How every op is written. */
export const writers = {
  // The placeholder of the model; `writeTfjs` declares it.
  input: () => {},

  conv(node, to) {
    const x = laid(to, to.inputs[0], sidesOf(windowOf(node)), 'padded')
    biased(node, to, (part) => convolved(node, to, x, part))
  },

  convTranspose: (node, to) => biased(node, to, (part) => stamped(node, to, part)),

  partialConv(node, to) {
    const { table } = attrsOf<PartialConvAttrs>(node)
    const window = windowOf(node)
    const x = laid(to, to.inputs[0], sidesOf(window), 'padded')
    const kernel = to.weight(
      'kernel',
      connectedOnly(node.weights.kernel.shape, table, channels(node.inputShapes[0])),
    )
    const attr = { ...moving(window), dilations: square(1, 1) }
    biased(node, to, (part) => to.operation('Conv2D', [x, kernel], attr, part))
  },

  dense(node, to) {
    const x = isMap(node.inputShapes[0]) ? asVector(node, to, 'unrolled') : to.inputs[0]
    biased(node, to, (part) => to.operation('MatMul', [x, to.weight('kernel')], {}, part))
  },

  rbf(node, to) {
    const [units, length] = node.weights.codes.shape
    const row = to.operation('Reshape', [to.inputs[0], to.integers('row', [-1, 1, length])], {}, 'repeated')
    const codes = to.weight('codes', { shape: [1, units, length], pieces: (values) => [values] })
    const squared = to.operation('SquaredDifference', [row, codes], {}, 'squared')
    to.operation('Sum', [squared, to.integers('axis', [2])])
  },

  batchNorm(node, to) {
    const { epsilon } = attrsOf<BatchNormAttrs>(node)
    const statistics = ['gamma', 'beta', 'mean', 'variance'].map((name) => to.weight(name))
    to.operation('FusedBatchNormV3', [to.inputs[0], ...statistics], {
      U: { type: 'DT_FLOAT' },
      epsilon: { f: epsilon },
      is_training: { b: false },
    })
  },

  lrn(node, to) {
    const { size, bias, alpha, beta } = attrsOf<LrnAttrs>(node)
    const fractions = { bias: { f: bias }, alpha: { f: alpha }, beta: { f: beta } }
    to.operation('LRN', to.inputs, { depth_radius: { i: (size - 1) / 2 }, ...fractions })
  },

  scaleShift(_, to) {
    const scaled = to.operation('Mul', [to.inputs[0], to.weight('coefficient')], {}, 'scaled')
    to.operation('AddV2', [scaled, to.weight('bias')])
  },

  layerNorm(node, to) {
    const [x] = to.inputs
    const axis = to.integers('axis', [isMap(node.shape) ? 3 : 1])
    const mean = (of: string, part: string) =>
      to.operation('Mean', [of, axis], { keep_dims: { b: true } }, part)
    const mu = mean(x, 'mean')
    const variance = mean(to.operation('SquaredDifference', [x, mu], {}, 'squares'), 'variance')
    const { epsilon } = attrsOf<LayerNormAttrs>(node)
    const kept = to.operation('AddV2', [variance, to.floats('epsilon', [epsilon], [])], {}, 'kept')
    const apart = to.operation('Sub', [x, mu], {}, 'apart')
    const even = to.operation('Mul', [apart, to.operation('Rsqrt', [kept], {}, 'scale')], {}, 'even')
    to.operation('AddV2', [to.operation('Mul', [even, to.weight('gamma')], {}, 'scaled'), to.weight('beta')])
  },
  layerScale: (_, to) => void to.operation('Mul', [to.inputs[0], to.weight('coefficient')]),

  relu: plain('Relu'),
  sigmoid: plain('Sigmoid'),
  tanh(node, to) {
    const { amplitude, slope } = attrsOf<TanhAttrs>(node)
    const [x] = to.inputs
    const inner = slope === 1 ? x : to.operation('Mul', [x, to.floats('slope', [slope], [])], {}, 'inner')
    if (amplitude === 1) to.operation('Tanh', [inner])
    else
      to.operation('Mul', [
        to.operation('Tanh', [inner], {}, 'unit'),
        to.floats('amplitude', [amplitude], []),
      ])
  },
  clip: (node, to) => void clipped(to, to.inputs[0], attrsOf<ClipAttrs>(node)),
  leakyRelu: (node, to) =>
    void to.operation('LeakyRelu', to.inputs, { alpha: { f: attrsOf<LeakyReluAttrs>(node).slope } }),
  silu: (_, to) => void to.operation('Mul', [to.inputs[0], to.operation('Sigmoid', to.inputs, {}, 'gate')]),
  gelu(_, to) {
    const [x] = to.inputs
    const inner = to.operation('Mul', [x, to.floats('root', [Math.SQRT1_2], [])], {}, 'inner')
    const erf = to.operation('Erf', [inner], {}, 'erf')
    const moved = to.operation('AddV2', [erf, to.floats('one', [1], [])], {}, 'moved')
    const half = to.operation('Mul', [x, to.floats('factor', [0.5], [])], {}, 'half')
    to.operation('Mul', [half, moved])
  },
  hardSigmoid: (_, to) => void hardGate(to),
  hardSwish: (_, to) => void to.operation('Mul', [to.inputs[0], hardGate(to, 'gate')]),

  // TensorFlow takes the last axis, which is that of the channels.
  softmax: plain('Softmax'),
  dropout: plain('Identity'),

  maxPool(node, to) {
    const { window, all } = around(node)
    pooled(to, 'MaxPool', laid(to, to.inputs[0], all, 'padded', -3e38), window)
  },

  avgPool(node, to) {
    const { window, counted, all } = around(node)
    const sum = pooledMean(to, laid(to, to.inputs[0], all, 'padded'), window)
    const isCounted = attrsOf<AvgPoolAttrs>(node).countPad
    if (isNone(isCounted ? around(node).beyond : all)) return void sum()
    // What was laid around is averaged in as zeros, so each mean is scaled by the share that does not count.
    const [height, width] = extent(node.inputShapes[0])
    const inside = isCounted ? counted : [[0, 0] as const, [0, 0] as const]
    const [rows, columns] = [height, width].map((size, a) =>
      sharesOf(size, inside[a], counted[a][0], window[a], extent(node.shape)[a]),
    )
    const factors = rows.flatMap((row) => columns.map((column) => 1 / (row * column)))
    to.operation('Mul', [sum('mean'), to.floats('factors', factors, [1, rows.length, columns.length, 1])])
  },

  globalAvgPool: (_, to) =>
    void to.operation('Mean', [to.inputs[0], to.integers('axes', [1, 2])], { keep_dims: { b: true } }),
  adaptiveMaxPool: overBins('Max'),
  adaptiveAvgPool: overBins('Mean'),

  add: fold('AddV2'),
  concat: (node, to) =>
    void to.operation('ConcatV2', [...to.inputs, to.integers('axis', [isMap(node.shape) ? 3 : 1], [])], {
      N: { i: to.inputs.length },
    }),
  multiply: fold('Mul'),

  flatten: (node, to) => void asVector(node, to),

  subsamplePad(node, to) {
    const { stride, filters } = attrsOf<SubsamplePadAttrs>(node)
    const more = filters - channels(node.inputShapes[0])
    const kept = thinned(to, to.inputs[0], [stride, stride], 'kept')
    const sides = to.integers('sides', [0, 0, 0, 0, 0, 0, 0, more], [4, 2])
    to.operation('PadV2', [kept, sides, to.floats('filler', [0], [])])
  },

  channelShuffle(node, to) {
    const { groups } = attrsOf<ChannelShuffleAttrs>(node)
    const sides = to.integers('groups', [-1, groups, channels(node.shape) / groups])
    const apart = to.operation('Reshape', [to.inputs[0], sides], {}, 'apart')
    const turned = to.operation('Transpose', [apart, to.integers('turn', [0, 2, 1])], {}, 'turned')
    to.operation('Reshape', [turned, to.integers('channels', [-1, ...node.shape])])
  },
  channelSlice(node, to) {
    const { from } = attrsOf<ChannelSliceAttrs>(node)
    const begin = [...node.shape.map(() => 0), from]
    const size = [...node.shape.map(() => -1), channels(node.shape)]
    to.operation('Slice', [to.inputs[0], to.integers('begin', begin), to.integers('size', size)])
  },

  // Counted from the middles of the pixels, a whole scale never meets the edge between two.
  upsample: (node, to) => void resized(node, to, 'ResizeNearestNeighbor', false),
  bilinear: (node, to) => void resized(node, to, 'ResizeBilinear', attrsOf<BilinearAttrs>(node).corners),

  // A network that has one is refused, because it does not fit together.
  closed: plain('Identity'),
} satisfies Record<OpName, Writer>

function resized(node: GraphNode, to: Emitter, op: string, corners: boolean): string {
  const size = to.integers('size', extent(node.shape))
  return to.operation(op, [to.inputs[0], size], {
    align_corners: { b: corners },
    half_pixel_centers: { b: !corners },
  })
}

const pooledMean = (to: Emitter, x: string, window: Window) => (part?: string) =>
  pooled(to, 'AvgPool', x, window, part)

/** For every window along one axis the share of its rows that counts. */
function sharesOf(
  size: number,
  [before, after]: readonly [number, number],
  padded: number,
  { kernel, stride }: Window[0],
  outputs: number,
): readonly number[] {
  return Array.from({ length: outputs }, (_, i) => {
    const first = i * stride - padded
    const from = Math.max(first, -before)
    const to = Math.min(first + kernel, size + after)
    return (to - from) / kernel
  })
}

function clipped(to: Emitter, x: string, { low, high }: Required<ClipAttrs>, part?: string): string {
  return to.operation(
    'ClipByValue',
    [x, to.floats('low', [low], []), to.floats('high', [high], [])],
    {},
    part,
  )
}

/** min(1, max(0, x/6 + 1/2)). */
function hardGate(to: Emitter, part?: string): string {
  const scaled = to.operation('Mul', [to.inputs[0], to.floats('sixth', [1 / 6], [])], {}, 'scaled')
  const moved = to.operation('AddV2', [scaled, to.floats('half', [0.5], [])], {}, 'moved')
  return clipped(to, moved, { low: 0, high: 1 }, part)
}

/** Every bin on its own: cut the map, make one row or column of each piece, lay the pieces together again. */
function overBins(reduce: string): Writer {
  return (node, to) => {
    const cut = (x: string, axis: 1 | 2, name: string, part?: string) => {
      const all = bins(extent(node.inputShapes[0])[axis - 1], extent(node.shape)[axis - 1])
      const pieces = all.map(([from, end], i) => {
        const begin = [0, 0, 0, 0]
        const size = [-1, -1, -1, -1]
        begin[axis] = from
        size[axis] = end - from
        const bounds = [to.integers(`${name}${i}.begin`, begin), to.integers(`${name}${i}.size`, size)]
        const piece = to.operation('Slice', [x, ...bounds], {}, `${name}${i}`)
        const axes = to.integers(`${name}${i}.axis`, [axis])
        return to.operation(reduce, [piece, axes], { keep_dims: { b: true } }, `${name}${i}.one`)
      })
      const along = to.integers(`${name}.axis`, [axis], [])
      return to.operation('ConcatV2', [...pieces, along], { N: { i: pieces.length } }, part)
    }
    cut(cut(to.inputs[0], 1, 'row', 'rows'), 2, 'column')
  }
}

/** An operation of two inputs, over and over. A vector that meets a map becomes 1×1 first. */
function fold(op: string): Writer {
  return (node, to) => {
    const [first, ...rest] = to.inputs.map((x, i) =>
      isMap(node.shape) && !isMap(node.inputShapes[i])
        ? to.operation(
            'Reshape',
            [x, to.integers(`map${i}`, [-1, 1, 1, channels(node.shape)])],
            {},
            `gate${i}`,
          )
        : x,
    )
    rest.reduce(
      (sum, x, i) => to.operation(op, [sum, x], {}, i < rest.length - 1 ? `${i + 2}inputs` : undefined),
      first,
    )
  }
}
