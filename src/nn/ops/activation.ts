import { defineOp } from '../op'
import { formatShape, type Shape, unchanged } from '../shape'

const pointwise = {
  family: 'activation',
  glyph: 'curve',
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
  activation: 'relu',
  label: () => 'ReLU',
  explain:
    'Negative values become zero, positive ones pass. Without such a bend, stacked convolutions would be one.',
  examples: anyShape,
})

/** Squashes to (0, 1). */
export const sigmoid = defineOp<object>('sigmoid', {
  ...pointwise,
  title: 'Sigmoid',
  shortName: 'sigmoid',
  defaults: {},
  run: (tf, [x]) => tf.sigmoid(x),
  label: () => 'sigmoid',
  explain:
    'Squashes every value to between 0 and 1. Far from zero its slope vanishes, which starves deep networks.',
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
  label: () => 'tanh',
  explain:
    'Squashes every value symmetrically around zero. LeNet-5 used 1.7159·tanh(2x/3), which maps ±1 to ±1.',
  examples: [...anyShape, { inputs: [[5]], attrs: { amplitude: 1.7159, slope: 2 / 3 } }],
})

/** Turns a vector of scores into probabilities. */
export const softmax = defineOp<object>('softmax', {
  ...pointwise,
  family: 'output',
  glyph: 'bars',
  title: 'Softmax',
  shortName: 'softmax',
  defaults: {},
  run: (tf, [x]) => tf.softmax(x),
  label: () => 'softmax',
  explain:
    'Exponentiates the scores and divides by their sum, so that they are positive and add to one. The largest score ' +
    'keeps the largest share.',
  examples: [{ inputs: [[7]], attrs: {} }],
})

/** Nothing at inference; while training it silences a random share of the values. */
export const dropout = defineOp<{ readonly rate?: number }>('dropout', {
  ...pointwise,
  family: 'regularization',
  glyph: 'holes',
  title: 'Dropout',
  shortName: 'dropout',
  defaults: { rate: 0.5 },
  editable: { rate: { label: 'rate', kind: 'number', min: 0, max: 1 } },
  run: (tf, [x]) => tf.reshape(x, x.shape),
  passes: true,
  label: (a) => `dropout ${Math.round(a.rate * 100)} %`,
  explain:
    'While training, a random share of the values is set to zero, so that no unit can rely on one other. At ' +
    'inference it does nothing: what you see here is the input.',
  examples: [{ inputs: [[7]], attrs: {} }],
})
