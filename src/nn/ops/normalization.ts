import { defineOp } from '../op'
import { asMap, channels, formatShape, unchanged } from '../shape'
import { applied, cellAt, single } from '../unit'

export interface BatchNormAttrs {
  readonly epsilon?: number
}

/** Normalizes every channel with its running statistics, then scales by γ and shifts by β. */
export const batchNorm = defineOp<BatchNormAttrs>('batchNorm', {
  title: 'Batch normalization',
  shortName: 'bn',
  family: 'normalization',
  defaults: { epsilon: 1e-5 },
  editable: { epsilon: { label: 'epsilon', kind: 'number', min: 0, max: 1 } },

  shape: ([x]) => x,
  rule: ([x]) => [`${formatShape(x)} in, the same out; statistics per channel`],
  formula: ([x]) => unchanged(x),
  weights: ([x]) => {
    const each = { shape: [channels(x)], axes: ['C'] }
    return {
      gamma: { ...each, role: 'gamma', fill: 1 },
      beta: { ...each, role: 'beta', fill: 0 },
      mean: { ...each, role: 'running', fill: 0 },
      variance: { ...each, role: 'running', fill: 1 },
    }
  },
  run: (tf, [x], w, a) =>
    tf.batchNorm(
      x as never,
      w.mean as never,
      w.variance as never,
      w.beta as never,
      w.gamma as never,
      a.epsilon,
    ),
  affine: (w, a) => {
    const scale = w.gamma.map((gamma, c) => gamma / Math.sqrt(w.variance[c] + a.epsilon))
    return { scale, shift: w.beta.map((beta, c) => beta - w.mean[c] * scale[c]) }
  },

  unit: (at, [x], w, a) => {
    const [gamma, beta, mu, variance] = [w.gamma, w.beta, w.mean, w.variance].map((of) => of(at.channel))
    return applied(
      x,
      at,
      'γ · (x − μ) / √(σ² + ε) + β',
      [
        { symbol: 'γ', meaning: 'scale of the channel', value: gamma },
        { symbol: 'μ', meaning: 'running mean', value: mu },
        { symbol: 'σ²', meaning: 'running variance', value: variance },
        { symbol: 'ε', meaning: 'against division by zero', value: a.epsilon },
        { symbol: 'β', meaning: 'shift of the channel', value: beta },
      ],
      (gamma * (x.at(at) - mu)) / Math.sqrt(variance + a.epsilon) + beta,
    )
  },

  label: () => 'BN',
  explain:
    'At inference, subtracts each channel’s running mean and divides by its running standard deviation; then γ and ' +
    'β apply a learned scale and shift. In training, mean and variance come from the batch instead.',
  examples: [{ inputs: [[4, 3, 6]], attrs: {} }],
})

export interface LrnAttrs {
  /** Neighbouring channels that are summed over, the channel itself in the middle; odd. */
  readonly size?: number
  readonly bias?: number
  /** Multiplies the sum of squares itself, as in the AlexNet paper (Caffe and ONNX divide it by `size`). */
  readonly alpha?: number
  readonly beta?: number
}

/** Divides by the energy of the neighbouring channels (Krizhevsky et al. 2012, section 3.3). */
export const lrn = defineOp<LrnAttrs>('lrn', {
  title: 'Local response normalization',
  shortName: 'norm',
  family: 'normalization',
  defaults: { size: 5, bias: 2, alpha: 1e-4, beta: 0.75 },
  editable: {
    size: { label: 'neighboring channels', kind: 'whole', min: 1, max: 8191 },
    bias: { label: 'bias k', kind: 'number', min: 0, max: 1000 },
    alpha: { label: 'alpha', kind: 'number', min: 0, max: 1000 },
    beta: { label: 'beta', kind: 'number', min: 0, max: 10 },
  },

  check: (_, a) =>
    a.size % 2 === 1 ? undefined : `the number of neighboring channels must be odd, but it is ${a.size}`,
  shape: ([x]) => x,
  rule: ([x]) => [`${formatShape(x)} in, the same out`],
  formula: ([x]) => unchanged(x),
  mixes: ([x], a) => {
    const reach = (a.size - 1) / 2
    return Array.from({ length: channels(x) }, (_, channel) => ({
      channels: 1,
      from: [
        { input: 0, from: Math.max(0, channel - reach), to: Math.min(channels(x), channel + reach + 1) },
      ],
    }))
  },
  run: (tf, [x], _, a) =>
    tf.localResponseNormalization(x as never, (a.size - 1) / 2, a.bias, a.alpha, a.beta),

  unit: (at, [x], _, a) => {
    const reach = (a.size - 1) / 2
    const first = Math.max(0, at.channel - reach)
    const last = Math.min(channels(x.shape) - 1, at.channel + reach)
    const patches = Array.from({ length: last - first + 1 }, (_, i) => {
      const cell = cellAt(x, { ...at, channel: first + i })
      return single(0, { ...cell, term: cell.value ** 2 })
    })
    const energy = patches.reduce((sum, { subtotal }) => sum + subtotal, 0)
    const value = x.at(at)
    return {
      operation: 'formula',
      patches,
      each: 'x²',
      formula: 'x / (k + α · S)^β',
      letters: [
        { symbol: 'x', meaning: `the value of channel ${at.channel}`, value },
        { symbol: 'S', meaning: 'the sum of the squares', value: energy },
        { symbol: 'k', meaning: 'bias', value: a.bias },
        { symbol: 'α', meaning: 'weight of the neighbors', value: a.alpha },
        { symbol: 'β', meaning: 'power', value: a.beta },
      ],
      result: value / (a.bias + a.alpha * energy) ** a.beta,
    }
  },

  label: () => 'LRN',
  explain:
    'Divides each value by a power of the energy in the neighboring channels at the same position, so that strong ' +
    'responses damp their neighbors. VGG found no benefit, and networks with batch normalization do without it.',
  examples: [
    { inputs: [[3, 3, 8]], attrs: { alpha: 0.1 } },
    { inputs: [[2, 2, 4]], attrs: { size: 3, bias: 1, alpha: 0.5, beta: 0.5 } },
  ],
})

/** One learned coefficient and one bias per map: the trainable part of LeNet-5's subsampling (1998, II-B). */
export const scaleShift = defineOp<object>('scaleShift', {
  title: 'Coefficient and bias per map',
  shortName: 'scale',
  family: 'normalization',
  defaults: {},

  shape: ([x]) => x,
  rule: ([x]) => [`${formatShape(x)} in, the same out`],
  formula: ([x]) => unchanged(x),
  weights: ([x]) => ({
    coefficient: { shape: [asMap(x)[2]], axes: ['C'], role: 'weight', fill: 1 },
    bias: { shape: [asMap(x)[2]], axes: ['C'], role: 'bias', fill: 0 },
  }),
  run: (tf, [x], w) => tf.add(tf.mul(x, w.coefficient), w.bias),
  affine: (w) => ({ scale: w.coefficient, shift: w.bias }),

  unit: (at, [x], w) =>
    applied(
      x,
      at,
      'a · x + b',
      [
        { symbol: 'a', meaning: 'coefficient of the map', value: w.coefficient(at.channel) },
        { symbol: 'b', meaning: 'bias of the map', value: w.bias(at.channel) },
      ],
      w.coefficient(at.channel) * x.at(at) + w.bias(at.channel),
    ),

  label: () => 'scale',
  explain:
    'Each map is multiplied by one learned coefficient and shifted by one learned bias. Together with the averaging ' +
    'before it, this is the trainable subsampling of LeNet-5 in 1998.',
  examples: [{ inputs: [[4, 4, 3]], attrs: {} }],
})
