import { defineOp } from '../op'
import { asMap, channels } from '../shape'
import { patchUnder, single, summed } from '../unit'
import {
  explainWindow,
  formatPair,
  kernelLetters,
  pair,
  positions,
  resolveWindow,
  type Slide,
  windowFormula,
} from '../window'
import { allOf } from './dense'
import { editableWindow, explicitPad, windowProblem } from './sliding'

export interface PartialConvAttrs extends Omit<Slide, 'dilation'> {
  /** For every output map the input maps that it reads (LeCun et al. 1998, Table I, read by columns). */
  readonly table: readonly (readonly number[])[]
}

function connections(table: PartialConvAttrs['table']): number {
  return table.reduce((sum, inputs) => sum + inputs.length, 0)
}

/** A convolution whose output maps read only some input maps; the kernel is stored connection by connection. */
export const partialConv = defineOp<PartialConvAttrs>('partialConv', {
  title: 'Partially connected convolution',
  shortName: 'conv',
  family: 'convolution',
  defaults: { stride: 1, pad: 0 },
  counts: 'weighted',
  editable: editableWindow,

  check: ([x], a) => {
    const highest = Math.max(...a.table.flat())
    return highest >= channels(x)
      ? `the connection table names input map ${highest}, but the last one is ${channels(x) - 1}`
      : windowProblem(asMap(x), a)
  },
  shape: ([x], a) => {
    const [height, width] = asMap(x)
    const [vertical, horizontal] = resolveWindow(asMap(x), a)
    return [positions(height, vertical), positions(width, horizontal), a.table.length]
  },
  rule: ([x], a) => [
    ...explainWindow(asMap(x), resolveWindow(asMap(x), a)),
    `${connections(a.table)} of ${channels(x) * a.table.length} pairs of maps are connected`,
  ],
  formula: ([x], a) => [...windowFormula(asMap(x), resolveWindow(asMap(x), a)), 'C′ = F'],
  weights: (_, a) => {
    const [height, width] = pair(a.kernel)
    const pairs = connections(a.table)
    return {
      kernel: {
        shape: [height, width, pairs],
        axes: [...kernelLetters(a), 'P'],
        role: 'weight',
        fanIn: (height * width * pairs) / a.table.length,
      },
      bias: { shape: [a.table.length], axes: ['F'], role: 'bias', fill: 0 },
    }
  },
  macs: (_, out, a) => [
    { name: 'output height', symbol: 'H′', value: asMap(out)[0] },
    { name: 'output width', symbol: 'W′', value: asMap(out)[1] },
    { name: 'kernel height', symbol: kernelLetters(a)[0], value: pair(a.kernel)[0] },
    { name: 'kernel width', symbol: kernelLetters(a)[1], value: pair(a.kernel)[1] },
    { name: 'connected pairs of maps', symbol: 'P', value: connections(a.table) },
  ],
  window: ([x], a) => resolveWindow(asMap(x), a),
  mixes: (_, a) =>
    a.table.map((maps) => ({ channels: 1, from: maps.map((from) => ({ input: 0, from, to: from + 1 })) })),

  run: (tf, [x], w, a) => {
    const [height, width, pairs] = w.kernel.shape as [number, number, number]
    const depth = x.shape[3]!
    const index = denseIndex(a.table, depth, pairs)
    // One more kernel of zeros stands for every pair that is not connected.
    const withZero = tf.concat([w.kernel, tf.zeros([height, width, 1])], 2)
    const kernel = tf.reshape(tf.gather(withZero, index, 2), [height, width, depth, a.table.length])
    return tf.fused.conv2d({
      x: x as never,
      filter: kernel as never,
      strides: [...pair(a.stride)] as [number, number],
      pad: explicitPad(x, a),
      bias: w.bias,
    })
  },

  unit: (at, [x], w, a) => {
    const window = resolveWindow(asMap(x.shape), a)
    const pairs = connections(a.table)
    const before = connections(a.table.slice(0, at.channel))
    return summed(
      a.table[at.channel].map((from, k) =>
        patchUnder(x, window, at, from, (i, j) => w.kernel((i * window[1].kernel + j) * pairs + before + k)),
      ),
      w.bias(at.channel),
    )
  },

  label: (a) => `${formatPair(a.kernel)} conv, ${a.table.length}, partial`,
  short: (a) => formatPair(a.kernel),
  explain:
    'A convolution in which each output map reads only some of the input maps, chosen by a table. That breaks the ' +
    'symmetry between maps, and it saved multiplications when they were expensive.',
  examples: [{ inputs: [[6, 6, 3]], attrs: { kernel: 3, table: [[0, 1], [1, 2], [0, 1, 2], [2]] } }],
})

/** Where each entry of the dense kernel [input map, output map] is found among the connections; `pairs` is zero. */
export function denseIndex(table: PartialConvAttrs['table'], depth: number, pairs: number): number[] {
  const index = new Array<number>(depth * table.length).fill(pairs)
  let next = 0
  table.forEach((inputs, output) => inputs.forEach((from) => (index[from * table.length + output] = next++)))
  return index
}

const digitHeight = 12
const digitWidth = 7

/** The ten digits as 7×12 drawings, −1 paper and +1 ink: the targets that LeNet-5's output units compare with. */
export const digitCodes: readonly (readonly number[])[] = [
  '.###. #...# #...# #...# #...# #...# #...# #...# #...# .###.',
  '..#.. .##.. #.#.. ..#.. ..#.. ..#.. ..#.. ..#.. ..#.. #####',
  '.###. #...# ....# ....# ...#. ..#.. .#... #.... #.... #####',
  '.###. #...# ....# ....# ..##. ....# ....# ....# #...# .###.',
  '...#. ..##. ..##. .#.#. .#.#. #..#. ##### ...#. ...#. ...#.',
  '##### #.... #.... #.... ####. ....# ....# ....# #...# .###.',
  '.###. #...# #.... #.... ####. #...# #...# #...# #...# .###.',
  '##### ....# ....# ...#. ...#. ..#.. ..#.. .#... .#... .#...',
  '.###. #...# #...# #...# .###. #...# #...# #...# #...# .###.',
  '.###. #...# #...# #...# #...# .#### ....# ....# #...# .###.',
].map((drawing) => {
  const rows = ['.....', ...drawing.split(' '), '.....'].map((row) => `.${row}.`)
  return [...rows.join('')].map((dot) => (dot === '#' ? 1 : -1))
})

export interface RbfAttrs {
  /** One code per unit, as long as the input. */
  readonly codes: readonly (readonly number[])[]
}

/** Euclidean radial basis units: the squared distance of the input to each unit's fixed code. */
export const rbf = defineOp<RbfAttrs>('rbf', {
  title: 'Radial basis units',
  shortName: 'rbf',
  family: 'output',
  defaults: {},
  counts: 'weighted',

  check: ([x], a) =>
    channels(x) === a.codes[0].length
      ? undefined
      : `the codes have ${a.codes[0].length} values, but there are ${channels(x)} inputs`,
  shape: (_, a) => [a.codes.length],
  rule: (_, a) => [`${a.codes.length} units, one code of ${a.codes[0].length} values each`],
  formula: () => ['N′ = M'],
  weights: (_, a) => ({
    codes: {
      shape: [a.codes.length, a.codes[0].length],
      axes: ['M', 'N'],
      role: 'fixed',
      values: a.codes.flat(),
      ...(a.codes[0].length === digitHeight * digitWidth && { picture: [digitHeight, digitWidth] as const }),
    },
  }),
  mixes: ([x], a) => [{ channels: a.codes.length, from: allOf(x) }],
  run: (tf, [x], w) => {
    const [units, length] = w.codes.shape as [number, number]
    const apart = tf.sub(tf.reshape(x, [x.shape[0], 1, length]), tf.reshape(w.codes, [1, units, length]))
    return tf.sum(tf.square(apart), 2)
  },

  unit: (at, [x], w) => {
    const length = channels(x.shape)
    const patches = Array.from({ length }, (_, channel) => {
      const unit = { row: 0, column: 0, channel }
      const value = x.at(unit)
      const weight = w.codes(at.channel * length + channel)
      return single(0, { unit, value, weight, term: (value - weight) ** 2 })
    })
    return { ...summed(patches), each: '(x − c)²' }
  },

  label: (a) => `RBF, ${a.codes.length}`,
  short: () => 'RBF',
  explain:
    'Each unit outputs the squared distance between its input and a small drawing of its digit, so the smallest value ' +
    'wins. The drawings are designed by hand, not trained.',
  examples: [
    {
      inputs: [[4]],
      attrs: {
        codes: [
          [1, -1, 1, -1],
          [-1, -1, 1, 1],
        ],
      },
    },
  ],
})
