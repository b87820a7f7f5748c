import { relu, sigmoid, softmax, tanh } from '../../nn/ops/activation'
import { clip as clipped, gelu, hardSigmoid, hardSwish, leakyRelu, silu } from '../../nn/ops/gates'
import { add, concat, multiply } from '../../nn/ops/merge'
import { layerNorm } from '../../nn/ops/layerNorm'
import { batchNorm, lrn } from '../../nn/ops/normalization'
import { adaptiveMaxPool, avgPool, globalAvgPool, maxPool } from '../../nn/ops/pooling'
import type { OpSpec } from '../../nn/op'
import { extent, isMap, sameShape } from '../../nn/shape'
import type { FlatNode } from './flat'
import { affineRule, biased } from './affine'
import { resize } from './resize'
import { shapeRules } from './shapes'
import { float, int, ints, type MapsValue, NoRule, type Translator, type Value, word } from './translator'
import { slideOf } from './windows'
import { weighted } from './weighted'

/** What an operator gives. Throws `NoRule` with the reason where it has no counterpart here. */
export type Rule = (node: FlatNode, to: Translator) => Value

/** An op that treats every value alike, wherever it stands. */
export const pointwise =
  (spec: (node: FlatNode, to: Translator) => OpSpec | undefined): Rule =>
  (node, to) => {
    const x = to.maps(node)
    const made = spec(node, to)
    return made ? to.emit(node, made, [x], { keeps: x }) : x
  }

const alias: Rule = (node, to) => {
  const value = to.value(node, 0)
  if (!value) throw new NoRule('its input is not known here')
  return value
}

const clip = pointwise((node, to) => {
  const [low, high] = (['min', 'max'] as const).map((side, i) => {
    const given = node.attributes.get(side)?.f
    if (node.inputs[i + 1] && !to.numbers(node, i + 1)) throw new NoRule('its bounds are computed')
    return given ?? to.numbers(node, i + 1)?.[0] ?? (i === 0 ? -Infinity : Infinity)
  })
  if (!(high < 3e38)) {
    if (low === 0) return relu()
    throw new NoRule(`it has no upper bound, and its lower is ${low}`)
  }
  if (!(low > -3e38)) throw new NoRule(`it has no lower bound, and its upper is ${high}`)
  return clipped({ low, high })
})

/** The mean or maximum over height and width. */
const overMaps =
  (of: () => OpSpec): Rule =>
  (node, to) => {
    const x = to.maps(node)
    if (x.flat || !isMap(to.shapeOf(x))) throw new NoRule('it reduces a vector')
    const axes = ints(node, 'axes') ?? to.numbers(node, 1)
    const wanted = x.last ? '1,2' : '2,3'
    const given = axes && [...axes].map((axis) => (axis < 0 ? axis + 4 : axis)).sort((a, b) => a - b)
    if (given?.join() !== wanted)
      throw new NoRule(`it reduces the dimensions ${given?.join(' and ') ?? 'all'}`)
    const pooled = to.emit(node, of(), [x], { keeps: x })
    return int(node, 'keepdims', 1) === 0 ? { ...pooled, flat: true } : pooled
  }

const globally =
  (of: () => OpSpec): Rule =>
  (node, to) =>
    to.emit(node, of(), [to.map(node)])

const pool =
  (of: (node: FlatNode, slide: ReturnType<typeof slideOf> & { ceil: boolean }) => OpSpec): Rule =>
  (node, to) => {
    const x = to.map(node)
    const slide = slideOf(node, ints(node, 'kernel_shape') ?? [])
    if (slide.dilation !== 1) throw new NoRule('its window is dilated')
    if (node.outputs.length > 1 && node.outputs[1] !== '')
      throw new NoRule('it also outputs the position of the largest value')
    const { kernel, stride, pad } = slide
    if (kernel === 1 && stride === 1 && pad === 0) return x
    return to.emit(node, of(node, { ...slide, ceil: int(node, 'ceil_mode', 0) === 1 }), [x])
  }

function meet(node: FlatNode, to: Translator): readonly MapsValue[] {
  const inputs = node.inputs.map((_, i) => to.maps(node, i))
  const rows = inputs.some((x) => x.flat)
  const last = inputs.some((x) => x.last && !x.flat && isMap(to.shapeOf(x)))
  if (last && inputs.some((x) => !x.last && isMap(to.shapeOf(x))))
    throw new NoRule('its inputs are laid out differently')
  return rows && inputs.some((x) => !x.flat || !sameShape(to.shapeOf(x), to.shapeOf(inputs[0])))
    ? inputs.map((x) => to.row(node, x))
    : inputs
}

const sum: Rule = (node, to) => {
  const constant = node.inputs.some((_, i) => to.value(node, i)?.kind === 'constant')
  if (constant) return biased(node, to) ?? affineRule(node, to)
  const inputs = meet(node, to)
  return to.emit(node, add(), inputs, { keeps: inputs[0] })
}

const product: Rule = (node, to) => {
  if (node.inputs.some((_, i) => to.value(node, i)?.kind === 'constant')) return affineRule(node, to)
  const inputs = meet(node, to)
  const gated = gatedByItself(node, to, inputs)
  if (gated) return gated
  // The map first, then what opens and closes its channels.
  const [x, ...gates] = [...inputs].sort((a, b) => positions(to, b) - positions(to, a))
  return to.emit(node, multiply(), [x, ...gates], { keeps: x })
}

/** x · σ(x), which has a name of its own. */
function gatedByItself(node: FlatNode, to: Translator, inputs: readonly MapsValue[]): Value | undefined {
  for (const [i, gate] of inputs.entries()) {
    const { op, inputs: read } = to.pieces[gate.piece]
    const x = inputs[1 - i]
    if (inputs.length !== 2 || read.length !== 1 || read[0] !== x.piece) continue
    if (op === sigmoid.definition.name) return to.emit(node, silu(), [x], { keeps: x })
    if (op === hardSigmoid.definition.name) return to.emit(node, hardSwish(), [x], { keeps: x })
  }
  return undefined
}

function positions(to: Translator, value: MapsValue): number {
  const [height, width] = extent(to.shapeOf(value))
  return height * width
}

const join: Rule = (node, to) => {
  const first = to.value(node, 0)
  if (first?.kind !== 'maps') return shapeRules.Concat!(node, to)
  const inputs = meet(node, to)
  if (inputs.length === 1) return inputs[0]
  const axis = int(node, 'axis', 1)
  const rank = to.sides(inputs[0]).length
  const wanted = inputs[0].last && rank === 4 ? 3 : 1
  if ((axis < 0 ? axis + rank : axis) !== wanted) throw new NoRule(`it joins maps along dimension ${axis}`)
  if (inputs.some((x) => x.order)) throw new NoRule('it joins flattened maps')
  return to.emit(node, concat(), inputs, { keeps: inputs[0] })
}

/** Arithmetic with whole numbers that come from shapes, or else what the operator means for tensors. */
function counted(of: (a: number, b: number) => number, otherwise: Rule): Rule {
  return (node, to) => {
    const [a, b] = [to.numbers(node, 0), to.numbers(node, 1)]
    const isOfShapes = node.inputs.some((_, i) => to.value(node, i)?.kind === 'numbers')
    if (!isOfShapes || !a || !b) return otherwise(node, to)
    const length = Math.max(a.length, b.length)
    if (a.length !== b.length && Math.min(a.length, b.length) !== 1)
      throw new NoRule('it computes with shapes of different lengths')
    const values = Array.from({ length }, (_, i) => of(a[i % a.length], b[i % b.length]))
    return { kind: 'numbers', values }
  }
}

/** What every operator of a file becomes. */
export const rules: Readonly<Record<string, Rule>> = {
  ...weighted,
  ...shapeRules,

  Relu: pointwise(() => relu()),
  Sigmoid: pointwise(() => sigmoid()),
  Tanh: pointwise(() => tanh()),
  Clip: clip,
  LeakyRelu: pointwise((node) => leakyRelu({ slope: float(node, 'alpha', 0.01) })),
  HardSwish: pointwise(() => hardSwish()),
  Gelu: pointwise((node) => {
    const how = word(node, 'approximate') ?? 'none'
    if (how !== 'none') throw new NoRule(`it is approximated by ${how}`)
    return gelu()
  }),
  HardSigmoid: pointwise((node) => {
    const [alpha, beta] = [float(node, 'alpha', 0.2), float(node, 'beta', 0.5)]
    if (Math.abs(alpha - 1 / 6) > 1e-6 || beta !== 0.5) throw new NoRule(`its slope is ${alpha}`)
    return hardSigmoid()
  }),
  Identity: alias,
  Dropout: alias,

  Softmax(node, to) {
    const x = to.row(node, to.maps(node))
    const rank = to.sides(x).length
    const axis = int(node, 'axis', to.graph.opset < 13 ? 1 : -1)
    if ((axis < 0 ? axis + rank : axis) !== (x.last ? rank - 1 : 1))
      throw new NoRule(`it divides by the sum along dimension ${axis}`)
    return to.emit(node, softmax(), [x], { keeps: x })
  },

  BatchNormalization(node, to) {
    if (int(node, 'training_mode', 0) === 1)
      throw new NoRule('it normalizes with the statistics of the batch, as in training')
    const x = to.maps(node)
    if (x.last || x.flat) throw new NoRule('its channels come last')
    const names = ['gamma', 'beta', 'mean', 'variance'] as const
    const from = Object.fromEntries(
      names.map((name, i) => {
        const constant = to.constant(node, i + 1)
        if (constant?.shape.join() !== String(to.channels(x)))
          throw new NoRule('its values are not one per channel')
        return [name, constant]
      }),
    )
    const weights = Object.fromEntries(names.map((name) => [name, () => from[name].tensor.read()]))
    return to.emit(node, batchNorm({ epsilon: float(node, 'epsilon', 1e-5) }), [x], {
      weights,
      from,
      keeps: x,
    })
  },

  LayerNormalization(node, to) {
    const x = to.maps(node)
    const rank = to.sides(x).length
    const axis = int(node, 'axis', -1)
    const [gamma, beta] = [to.constant(node, 1), to.constant(node, 2)]
    const isOfChannels = x.last || rank === 2
    if (!isOfChannels || (axis < 0 ? axis + rank : axis) !== rank - 1)
      throw new NoRule('it normalizes dimensions other than the channels')
    if ([gamma, beta ?? gamma].some((each) => each?.shape.join() !== String(to.channels(x))) || x.order)
      throw new NoRule('its values are not one per channel')
    return to.emit(node, layerNorm({ epsilon: float(node, 'epsilon', 1e-5) }), [x], {
      weights: {
        gamma: () => gamma!.tensor.read(),
        beta: () => beta?.tensor.read() ?? Promise.resolve(new Float32Array(to.channels(x))),
      },
      from: { gamma: gamma!, ...(beta && { beta }) },
      keeps: x,
    })
  },

  LRN(node, to) {
    const size = int(node, 'size', 1)
    // ONNX divides the sum of squares by the size.
    const alpha = float(node, 'alpha', 1e-4) / size
    const [beta, bias] = [float(node, 'beta', 0.75), float(node, 'bias', 1)]
    return to.emit(node, lrn({ size, alpha, beta, bias }), [to.map(node)])
  },

  MaxPool: pool((_, { kernel, stride, pad, ceil }) => maxPool({ kernel, stride, pad, ceil })),
  AveragePool: pool((node, { kernel, stride, pad, ceil }) =>
    avgPool({ kernel, stride, pad, ceil, countPad: pad !== 0 && int(node, 'count_include_pad', 0) === 1 }),
  ),
  GlobalAveragePool: globally(() => globalAvgPool()),
  GlobalMaxPool: globally(() => adaptiveMaxPool({ grid: 1 })),
  ReduceMean: overMaps(() => globalAvgPool()),
  ReduceMax: overMaps(() => adaptiveMaxPool({ grid: 1 })),

  Resize: resize,
  Upsample: resize,

  Add: counted((a, b) => a + b, sum),
  Sum: sum,
  Mul: counted((a, b) => a * b, product),
  Sub: counted((a, b) => a - b, affineRule),
  Div: counted((a, b) => Math.trunc(a / b), affineRule),
  Concat: join,
}
