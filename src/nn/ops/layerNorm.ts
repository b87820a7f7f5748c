import { defineOp } from '../op'
import { channels, formatShape, unchanged } from '../shape'
import { applied, cellAt, single } from '../unit'
import { allOf } from './dense'

// What ConvNeXt took over from transformers (Liu et al. 2022).

export interface LayerNormAttrs {
  readonly epsilon?: number
}

/** Normalizes the channels of every position among themselves, then scales by γ and shifts by β (Ba et al. 2016). */
export const layerNorm = defineOp<LayerNormAttrs>('layerNorm', {
  title: 'Layer normalization',
  shortName: 'ln',
  family: 'normalization',
  defaults: { epsilon: 1e-6 },
  editable: { epsilon: { label: 'epsilon', kind: 'number', min: 0, max: 1 } },

  shape: ([x]) => x,
  rule: ([x]) => [
    `${formatShape(x)} in, the same out; statistics per position, over ${channels(x)} channels`,
  ],
  formula: ([x]) => unchanged(x),
  mixes: ([x]) => [{ channels: channels(x), from: allOf(x) }],
  weights: ([x]) => {
    const each = { shape: [channels(x)], axes: ['C'] }
    return { gamma: { ...each, role: 'gamma', fill: 1 }, beta: { ...each, role: 'beta', fill: 0 } }
  },
  run(tf, [x], w, a) {
    const apart = tf.sub(x, tf.mean(x, -1, true))
    const scale = tf.rsqrt(tf.add(tf.mean(tf.square(apart), -1, true), a.epsilon))
    return tf.add(tf.mul(tf.mul(apart, scale), w.gamma), w.beta)
  },

  unit: (at, [x], w, a) => {
    const count = channels(x.shape)
    const patches = Array.from({ length: count }, (_, channel) => single(0, cellAt(x, { ...at, channel })))
    const sum = patches.reduce((total, { subtotal }) => total + subtotal, 0)
    const mu = sum / count
    const variance = patches.reduce((total, { subtotal }) => total + (subtotal - mu) ** 2, 0) / count
    const [gamma, beta] = [w.gamma(at.channel), w.beta(at.channel)]
    const value = x.at(at)
    return {
      operation: 'formula',
      patches,
      each: 'x',
      formula: 'γ · (x − S / C) / √(σ² + ε) + β',
      letters: [
        { symbol: 'x', meaning: `the value of channel ${at.channel}`, value },
        { symbol: 'S', meaning: 'the sum of all channels here', value: sum },
        { symbol: 'C', meaning: 'channels', value: count },
        { symbol: 'σ²', meaning: 'their variance', value: variance },
        { symbol: 'ε', meaning: 'against division by zero', value: a.epsilon },
        { symbol: 'γ', meaning: 'scale of the channel', value: gamma },
        { symbol: 'β', meaning: 'shift of the channel', value: beta },
      ],
      result: (gamma * (value - mu)) / Math.sqrt(variance + a.epsilon) + beta,
    }
  },

  label: () => 'LN',
  explain:
    'At every position, subtracts the mean of all channels there and divides by their standard deviation; then γ and β ' +
    'apply a learned scale and shift. It uses one image at a time, so it works the same way during and after training.',
  examples: [
    { inputs: [[3, 4, 6]], attrs: {} },
    { inputs: [[7]], attrs: { epsilon: 1e-3 } },
  ],
})

/** One learned factor per channel on the way of a residual block (Touvron et al. 2021). */
export const layerScale = defineOp<object>('layerScale', {
  title: 'Layer scale',
  shortName: 'scale',
  family: 'normalization',
  defaults: {},

  shape: ([x]) => x,
  rule: ([x]) => [`${formatShape(x)} in, the same out`],
  formula: ([x]) => unchanged(x),
  weights: ([x]) => ({ coefficient: { shape: [channels(x)], axes: ['C'], role: 'weight', fill: 1 } }),
  run: (tf, [x], w) => tf.mul(x, w.coefficient),
  affine: (w) => ({ scale: w.coefficient, shift: new Float32Array(w.coefficient.length) }),

  unit: (at, [x], w) => {
    const factor = w.coefficient(at.channel)
    const letters = [{ symbol: 'λ', meaning: 'factor of the channel', value: factor }]
    return applied(x, at, 'λ · x', letters, factor * x.at(at))
  },

  label: () => 'scale',
  explain:
    'Each channel is multiplied by one learned factor before the shortcut is added. Training begins with factors near ' +
    'zero, so that at first each block adds almost nothing to its shortcut.',
  examples: [
    { inputs: [[4, 4, 3]], attrs: {} },
    { inputs: [[5]], attrs: {} },
  ],
})
