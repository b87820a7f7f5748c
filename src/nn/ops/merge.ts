import { defineOp } from '../op'
import { asMap, channels, formatShape, isMap, sameShape, type Shape, unchanged } from '../shape'
import { cellAt, copied, single, summed } from '../unit'

/** Lays the channels of its inputs behind one another; height and width must agree. */
export const concat = defineOp<object>('concat', {
  title: 'Concatenation',
  shortName: 'concat',
  family: 'merge',
  defaults: {},

  check: (inputs) => {
    const [first] = inputs
    const others = inputs.filter((shape) => isMap(shape) !== isMap(first) || size(shape) !== size(first))
    const sizes = [...new Set(others.map(size))]
    return sizes.length > 0
      ? `concat needs equal height and width: ${size(first)} against ${sizes.join(' and ')}`
      : undefined
  },
  shape: (inputs) => {
    const total = inputs.reduce((sum, shape) => sum + channels(shape), 0)
    const [first] = inputs
    return isMap(first) ? [first[0], first[1], total] : [total]
  },
  rule: (inputs) => [
    `${inputs.map(channels).join(' + ')} = ${inputs.reduce((sum, shape) => sum + channels(shape), 0)} channels`,
  ],
  formula: (inputs) => [
    inputs.length > 4
      ? `${letterOf(inputs)}′ = ${letterOf(inputs)}₁ + ${letterOf(inputs)}₂ + … + ${letterOf(inputs)}ₙ, n = ${inputs.length}`
      : `${letterOf(inputs)}′ = ${inputs.map((_, i) => `${letterOf(inputs)}${'₁₂₃₄'[i]}`).join(' + ')}`,
  ],
  mixes: (inputs) =>
    inputs.map((shape, input) => ({
      channels: channels(shape),
      from: [{ input, from: 0, to: channels(shape) }],
      oneByOne: true,
    })),
  run: (tf, inputs) => tf.concat([...inputs], inputs[0].rank - 1),

  unit: (at, inputs) => {
    let input = 0
    let { channel } = at
    while (channel >= channels(inputs[input].shape)) channel -= channels(inputs[input++].shape)
    return copied(input, cellAt(inputs[input], { ...at, channel }))
  },

  label: () => 'concat',
  explain:
    'The channels of all paths are placed side by side, so the channel counts add up. The values stay as they are: none are added together, and none are lost.',
  examples: [
    {
      inputs: [
        [3, 3, 2],
        [3, 3, 4],
        [3, 3, 1],
      ],
      attrs: {},
    },
    { inputs: [[4], [3]], attrs: {} },
  ],
})

/** Adds its inputs value by value; their shapes must be equal. */
export const add = defineOp<object>('add', {
  title: 'Addition',
  shortName: 'add',
  family: 'merge',
  defaults: {},

  check: (inputs) => mismatch('add', inputs),
  shape: ([first]) => first,
  rule: (inputs) => [`${inputs.map((shape) => formatShape(shape)).join(' + ')}, value by value`],
  formula: ([first]) => unchanged(first),
  run: (tf, [first, ...rest]) => rest.reduce((sum, x) => tf.add(sum, x), first),

  unit: (at, inputs) => summed(inputs.map((x, i) => single(i, cellAt(x, at)))),

  label: () => '+',
  explain:
    'The paths are added value by value, so their shapes must be equal. The gradient passes to each path unchanged.',
  examples: [
    {
      inputs: [
        [3, 3, 2],
        [3, 3, 2],
      ],
      attrs: {},
    },
  ],
})

/** Multiplies its inputs value by value; a 1×1 input gates each channel. */
export const multiply = defineOp<object>('multiply', {
  title: 'Multiplication',
  shortName: 'multiply',
  family: 'merge',
  defaults: {},
  weighs: true,

  check: (inputs) => {
    const gates = inputs.slice(1).filter((shape) => asMap(shape)[0] * asMap(shape)[1] !== 1)
    if (gates.length > 0) return mismatch('multiply', [inputs[0], ...gates])
    const odd = inputs.find((shape) => channels(shape) !== channels(inputs[0]))
    return odd && `multiply needs equal channels: ${channels(inputs[0])} against ${channels(odd)}`
  },
  shape: ([first]) => first,
  rule: (inputs) => [`${inputs.map((shape) => formatShape(shape)).join(' · ')}, value by value`],
  formula: ([first]) => unchanged(first),
  run: (tf, [first, ...rest]) =>
    rest.reduce((product, x) => {
      // A vector would meet the columns of a map, image by image only by chance.
      const gate = x.rank < first.rank ? tf.reshape(x, [x.shape[0], 1, 1, x.shape[1]!]) : x
      return tf.mul(product, gate)
    }, first),

  unit: (at, inputs) => {
    const patches = inputs.map((x, i) => {
      const isGate = asMap(x.shape)[0] * asMap(x.shape)[1] === 1
      return single(i, cellAt(x, isGate ? { row: 0, column: 0, channel: at.channel } : at))
    })
    const result = patches.reduce((product, { subtotal }) => product * subtotal, 1)
    return { operation: 'product', patches, result }
  },

  label: () => '·',
  explain:
    'The paths are multiplied value by value. A 1×1 path acts as a gate that opens or closes whole channels.',
  examples: [
    {
      inputs: [
        [3, 3, 2],
        [3, 3, 2],
      ],
      attrs: {},
    },
    {
      inputs: [
        [4, 4, 3],
        [1, 1, 3],
      ],
      attrs: {},
    },
    { inputs: [[4, 4, 3], [3]], attrs: {} },
  ],
})

/** C for the channels of maps, N for the values of vectors. */
function letterOf([first]: readonly Shape[]): string {
  return isMap(first) ? 'C' : 'N'
}

function size(shape: Shape): string {
  return isMap(shape) ? `${shape[0]}×${shape[1]}` : 'a vector'
}

function mismatch(verb: string, inputs: readonly Shape[]): string | undefined {
  const [first] = inputs
  const other = inputs.find((shape) => !sameShape(shape, first))
  return other && `${verb} needs equal shapes: ${formatShape(first)} against ${formatShape(other)}`
}
