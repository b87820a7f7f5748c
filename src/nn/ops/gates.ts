import { defineOp, type Tensor, type Tf } from '../op'
import { formatShape, type Shape, unchanged } from '../shape'
import { applied } from '../unit'

// Activations of networks after the lecture's: variants of ReLU, and the gates of MobileNet and EfficientNet.

const pointwise = {
  family: 'activation',
  shape: ([x]: readonly Shape[]) => x,
  rule: ([x]: readonly Shape[]) => [`${formatShape(x)} in, the same out`],
  formula: ([x]: readonly Shape[]) => unchanged(x),
} as const

const anyShape: readonly { inputs: readonly Shape[]; attrs: object }[] = [
  { inputs: [[3, 4, 2]], attrs: {} },
  { inputs: [[7]], attrs: {} },
]

export interface ClipAttrs {
  readonly low?: number
  readonly high?: number
}

/** Values below and above two bounds become the bounds; from 0 to 6 it is ReLU6 (Sandler et al. 2018). */
export const clip = defineOp<ClipAttrs>('clip', {
  ...pointwise,
  title: 'Clipped ReLU',
  shortName: 'clip',
  defaults: { low: 0, high: 6 },
  editable: {
    high: { label: 'largest value', kind: 'number', min: 0, max: 1000 },
  },
  run: (tf, [x], _, a) => tf.clipByValue(x, a.low, a.high),
  unit: (at, [x], _, a) =>
    applied(
      x,
      at,
      'min(h, max(l, x))',
      [
        { symbol: 'l', meaning: 'the smallest value', value: a.low },
        { symbol: 'h', meaning: 'the largest value', value: a.high },
      ],
      Math.min(a.high, Math.max(a.low, x.at(at))),
    ),
  label: (a) => (a.low === 0 ? `ReLU${a.high}` : `${a.low} to ${a.high}`),
  explain: (_, a) =>
    `Values below ${a.low} become ${a.low}, values above ${a.high} become ${a.high}. The upper bound keeps activations ` +
    'in a range that few bits can hold, which networks for phones rely on.',
  examples: [...anyShape, { inputs: [[5]], attrs: { high: 1 } }],
})

export interface LeakyReluAttrs {
  readonly slope?: number
}

/** Negative values are scaled down instead of set to zero (Maas et al. 2013). */
export const leakyRelu = defineOp<LeakyReluAttrs>('leakyRelu', {
  ...pointwise,
  title: 'Leaky ReLU',
  shortName: 'relu',
  defaults: { slope: 0.01 },
  editable: { slope: { label: 'slope of negative values', kind: 'number', min: 0, max: 1 } },
  run: (tf, [x], _, a) => tf.leakyRelu(x, a.slope),
  unit: (at, [x], _, a) => {
    const value = x.at(at)
    return applied(
      x,
      at,
      'max(0, x) + s · min(0, x)',
      [{ symbol: 's', meaning: 'slope of negative values', value: a.slope }],
      value < 0 ? a.slope * value : value,
    )
  },
  label: () => 'leaky ReLU',
  explain:
    'Positive values pass, negative ones are multiplied by a small slope. A unit that is negative for every image ' +
    'still has a gradient, so it can recover.',
  examples: [...anyShape, { inputs: [[5]], attrs: { slope: 0.2 } }],
})

/** x · sigmoid(x), also called swish. */
export const silu = defineOp<object>('silu', {
  ...pointwise,
  title: 'SiLU',
  shortName: 'silu',
  defaults: {},
  run: (tf, [x]) => tf.mul(x, tf.sigmoid(x)),
  unit: (at, [x]) => applied(x, at, 'x / (1 + e^(−x))', [], x.at(at) / (1 + Math.exp(-x.at(at)))),
  label: () => 'SiLU',
  explain:
    'Each value is multiplied by its own sigmoid: large values pass, very negative ones vanish, and the bend between ' +
    'them is smooth. EfficientNet uses it in place of ReLU.',
  examples: anyShape,
})

/** x · Φ(x), where Φ is the distribution of a normal variable (Hendrycks & Gimpel 2016). */
export const gelu = defineOp<object>('gelu', {
  ...pointwise,
  title: 'GELU',
  shortName: 'gelu',
  defaults: {},
  run: (tf, [x]) => tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1)),
  unit: (at, [x]) => {
    const value = x.at(at)
    const share = (1 + erf(value * Math.SQRT1_2)) / 2
    return applied(
      x,
      at,
      'x · Φ',
      [{ symbol: 'Φ', meaning: 'share of a normal distribution below x', value: share }],
      value * share,
    )
  },
  label: () => 'GELU',
  explain:
    'Each value is multiplied by the share of a normal distribution that lies below it, so that it resembles a ReLU ' +
    'whose bend is smooth. ConvNeXt uses it once in each block.',
  examples: anyShape,
})

/** The error function to seven digits (Abramowitz & Stegun, 7.1.26), as the kernels compute it. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x))
  const series = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592]
  const sum = series.reduce((total, factor) => (total + factor) * t, 0)
  return Math.sign(x) * (1 - sum * Math.exp(-x * x))
}

const sixth = (x: number) => Math.min(1, Math.max(0, x / 6 + 0.5))

const hardGate = (tf: Tf, x: Tensor) => tf.clipByValue(tf.add(tf.mul(x, 1 / 6), 0.5), 0, 1)

/** A sigmoid made of three straight lines: min(1, max(0, x/6 + 1/2)). */
export const hardSigmoid = defineOp<object>('hardSigmoid', {
  ...pointwise,
  title: 'Hard sigmoid',
  shortName: 'sigmoid',
  defaults: {},
  run: (tf, [x]) => hardGate(tf, x),
  unit: (at, [x]) => applied(x, at, 'min(1, max(0, x/6 + 1/2))', [], sixth(x.at(at))),
  label: () => 'hard sigmoid',
  explain:
    'Three straight lines in place of the curve of a sigmoid: 0 up to −3, 1 from 3 on, a slope between them. No ' +
    'exponential has to be computed.',
  examples: anyShape,
})

/** x · hardSigmoid(x) (Howard et al. 2019). */
export const hardSwish = defineOp<object>('hardSwish', {
  ...pointwise,
  title: 'Hard swish',
  shortName: 'swish',
  defaults: {},
  run: (tf, [x]) => tf.mul(x, hardGate(tf, x)),
  unit: (at, [x]) => applied(x, at, 'x · min(1, max(0, x/6 + 1/2))', [], x.at(at) * sixth(x.at(at))),
  label: () => 'hard swish',
  explain:
    'Each value is multiplied by its own hard sigmoid, so it resembles SiLU without an exponential. MobileNetV3 uses ' +
    'it where maps are small.',
  examples: anyShape,
})
