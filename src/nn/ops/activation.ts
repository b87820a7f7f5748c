import { defineOp } from '../op'
import { channels, formatShape, type Shape, unchanged } from '../shape'
import { applied, cellAt, copied, single } from '../unit'
import { allOf } from './dense'

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

/** Keeps what is positive, sets the rest to zero. */
export const relu = defineOp<object>('relu', {
  ...pointwise,
  title: 'ReLU',
  shortName: 'relu',
  defaults: {},
  run: (tf, [x]) => tf.relu(x),
  unit: (at, [x]) => applied(x, at, 'max(0, x)', [], Math.max(0, x.at(at))),
  activation: 'relu',
  label: () => 'ReLU',
  explain:
    'Negative values become zero, positive values pass. Without such a nonlinearity, stacked convolutions would act as one.',
  examples: anyShape,
})

/** Squashes to (0, 1). */
export const sigmoid = defineOp<object>('sigmoid', {
  ...pointwise,
  title: 'Sigmoid',
  shortName: 'sigmoid',
  defaults: {},
  run: (tf, [x]) => tf.sigmoid(x),
  unit: (at, [x]) => applied(x, at, '1 / (1 + e^(−x))', [], 1 / (1 + Math.exp(-x.at(at)))),
  label: () => 'sigmoid',
  explain:
    'Squashes every value into the range from 0 to 1. Far from zero its slope nearly vanishes, and with it the gradient.',
  examples: anyShape,
})

export interface TanhAttrs {
  readonly amplitude?: number
  readonly slope?: number
}

/** amplitude · tanh(slope · x). */
export const tanh = defineOp<TanhAttrs>('tanh', {
  ...pointwise,
  title: 'Hyperbolic tangent',
  shortName: 'tanh',
  defaults: { amplitude: 1, slope: 1 },
  editable: {
    amplitude: { label: 'amplitude', kind: 'number', min: 0, max: 100 },
    slope: { label: 'slope', kind: 'number', min: 0, max: 100 },
  },
  run: (tf, [x], _, a) => {
    const inner = a.slope === 1 ? x : tf.mul(x, a.slope)
    return a.amplitude === 1 ? tf.tanh(inner) : tf.mul(tf.tanh(inner), a.amplitude)
  },
  unit: (at, [x], _, a) =>
    applied(
      x,
      at,
      'a · tanh(s · x)',
      [
        { symbol: 'a', meaning: 'amplitude', value: a.amplitude },
        { symbol: 's', meaning: 'slope', value: a.slope },
      ],
      a.amplitude * Math.tanh(a.slope * x.at(at)),
    ),
  label: () => 'tanh',
  explain:
    'Squashes every value into a range around zero. LeNet-5 used 1.7159·tanh(2x/3), which maps ±1 to ±1.',
  examples: [...anyShape, { inputs: [[5]], attrs: { amplitude: 1.7159, slope: 2 / 3 } }],
})

/** Turns a vector of scores into probabilities. */
export const softmax = defineOp<object>('softmax', {
  ...pointwise,
  family: 'output',
  title: 'Softmax',
  shortName: 'softmax',
  defaults: {},
  mixes: ([x]) => [{ channels: channels(x), from: allOf(x) }],
  run: (tf, [x]) => tf.softmax(x),
  unit: (at, [x]) => {
    const units = Array.from({ length: channels(x.shape) }, (_, channel) => ({ row: 0, column: 0, channel }))
    // Kernels subtract the largest score first, so that no power overflows; the quotient stays the same.
    const top = units.reduce((most, unit) => Math.max(most, x.at(unit)), -Infinity)
    const power = (score: number) => Math.exp(score - top)
    const patches = units.map((unit) => {
      const cell = cellAt(x, unit)
      return single(0, { ...cell, term: power(cell.value) })
    })
    const sum = patches.reduce((total, { subtotal }) => total + subtotal, 0)
    return {
      operation: 'formula',
      patches,
      each: 'e^(x − m)',
      formula: 'e^(x − m) / S',
      letters: [
        { symbol: 'x', meaning: `the score of unit ${at.channel}`, value: x.at(at) },
        { symbol: 'm', meaning: 'the largest score', value: top },
        { symbol: 'S', meaning: 'the sum over all units', value: sum },
      ],
      result: power(x.at(at)) / sum,
    }
  },
  label: () => 'softmax',
  explain:
    'Exponentiates the scores and divides each by the sum of all, so that they are positive and add up to one. The ' +
    'largest score gets the largest share.',
  examples: [{ inputs: [[7]], attrs: {} }],
})

/** Nothing at inference; while training it silences a random share of the values. */
export const dropout = defineOp<{ readonly rate?: number }>('dropout', {
  ...pointwise,
  family: 'regularization',
  title: 'Dropout',
  shortName: 'dropout',
  defaults: { rate: 0.5 },
  editable: { rate: { label: 'rate', kind: 'number', min: 0, max: 1 } },
  run: (_, [x]) => x,
  unit: (at, [x]) => copied(0, cellAt(x, at)),
  passes: true,
  label: (a) => `dropout ${Math.round(a.rate * 100)}%`,
  short: () => 'drop',
  explain:
    'In training, a random share of the values is set to zero, so that no unit can rely on any single other. At ' +
    'inference it does nothing: what you see here is the input.',
  examples: [{ inputs: [[7]], attrs: {} }],
})
