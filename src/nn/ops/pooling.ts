import type { Attributes } from '../attribute'
import { type Bins, defineOp, type Definition, type Tensor, type Tf } from '../op'
import { asMap, channels, extent, formatShape, type MapShape } from '../shape'
import { cellAt, largest, mean, type Patch, patchUnder, type Readable, tap, type Unit } from '../unit'
import {
  explainWindow,
  formatPair,
  overhang,
  pair,
  positions,
  resolveWindow,
  type Slide,
  type Window,
  windowFormula,
} from '../window'
import { whole } from './dense'
import { editableWindow, explicitPad, strideSuffix, windowProblem } from './sliding'

export interface MaxPoolAttrs extends Omit<Slide, 'dilation'> {
  /** Count a last, partly filled window (Caffe's rounding); floor drops it. */
  readonly ceil?: boolean
}

const editablePool = {
  ...editableWindow,
  ceil: { label: 'count a partly filled last window', kind: 'switch' },
} as const satisfies Attributes<MaxPoolAttrs>

/** What is wrong with a pooling window on this input, or undefined. */
function poolProblem(input: MapShape, a: Required<MaxPoolAttrs>): string | undefined {
  const window = resolveWindow(input, a)
  const idle = window.find(({ kernel, before, after }) => Math.max(before, after) >= kernel)
  return idle
    ? `a window of ${idle.kernel} would lie entirely in the padding of ${Math.max(idle.before, idle.after)}, where there is nothing to pool`
    : windowProblem(input, a, a.ceil)
}

/** What every pool whose window slides has in common. */
const sliding = {
  family: 'pooling',
  counts: 'pooling',

  check: ([x], a) => poolProblem(asMap(x), a),
  shape: ([x], a) => {
    const [height, width, depth] = asMap(x)
    const [vertical, horizontal] = resolveWindow(asMap(x), a)
    return [positions(height, vertical, a.ceil), positions(width, horizontal, a.ceil), depth]
  },
  rule: ([x], a) => explainWindow(asMap(x), resolveWindow(asMap(x), a), a.ceil),
  formula: ([x], a) => windowFormula(asMap(x), resolveWindow(asMap(x), a), a.ceil),
  window: ([x], a) => resolveWindow(asMap(x), a),
} satisfies Partial<Definition<MaxPoolAttrs>>

function poolLabel(kind: string, a: Required<Omit<Slide, 'dilation'>>): string {
  return `${formatPair(a.kernel)} ${kind}${strideSuffix(a)}`
}

/** The largest value under each window, channel by channel. */
export const maxPool = defineOp<MaxPoolAttrs>('maxPool', {
  ...sliding,
  title: 'Max pooling',
  shortName: 'pool',
  defaults: { stride: 1, pad: 0, ceil: false },
  editable: editablePool,

  run: (tf, [x], _, a) =>
    tf.maxPool(
      x as never,
      [...pair(a.kernel)] as [number, number],
      [...pair(a.stride)] as [number, number],
      explicitPad(x, a, a.ceil),
    ),

  unit: (at, [x], _, a) => largest(patchUnder(x, resolveWindow(asMap(x.shape), a), at, at.channel)),

  label: (a) => poolLabel('max', a),
  short: () => 'max',
  explain: 'Keeps the largest value under the window, separately for every channel. It has no weights.',
  examples: [
    { inputs: [[6, 6, 2]], attrs: { kernel: 2, stride: 2 } },
    { inputs: [[8, 8, 2]], attrs: { kernel: 3, stride: 2, ceil: true } },
    { inputs: [[7, 9, 3]], attrs: { kernel: 3, stride: 2, pad: 1 } },
    { inputs: [[5, 5, 2]], attrs: { kernel: 3, pad: 'same' } },
  ],
})

export interface AvgPoolAttrs extends MaxPoolAttrs {
  /** Whether zeros of the padding count into the mean. */
  readonly countPad?: boolean
}

/** The mean under each window, channel by channel. */
export const avgPool = defineOp<AvgPoolAttrs>('avgPool', {
  ...sliding,
  title: 'Average pooling',
  shortName: 'pool',
  defaults: { stride: 1, pad: 0, ceil: false, countPad: false },
  editable: { ...editablePool, countPad: { label: 'count the zeros of the padding', kind: 'switch' } },

  run: (tf, [x], _, a) => {
    const size = [...pair(a.kernel)] as [number, number]
    const strides = [...pair(a.stride)] as [number, number]
    if (!a.countPad) return tf.avgPool(x as never, size, strides, explicitPad(x, a, a.ceil))
    // tfjs never counts padding, so the zeros are laid down first; what ceil mode adds is not counted by anyone.
    const padded = tf.pad(x, explicitPad(x, a))
    const input = x.shape.slice(1) as unknown as MapShape
    const [below, beside] = overhang(input, resolveWindow(input, a), a.ceil)
    return tf.avgPool(padded as never, size, strides, [
      [0, 0],
      [0, below],
      [0, beside],
      [0, 0],
    ])
  },

  unit: (at, [x], _, a) => {
    const window = resolveWindow(asMap(x.shape), a)
    const patch = patchUnder(x, window, at, at.channel)
    const inside = patch.cells.filter((cell) => cell.unit).length
    return mean(patch, a.countPad ? countedWithPad(asMap(x.shape), window, at) : inside)
  },

  label: (a) => poolLabel('avg', a),
  short: () => 'avg',
  explain:
    'Replaces the values under the window by their mean, separately for every channel. It has no weights.',
  examples: [
    { inputs: [[6, 6, 2]], attrs: { kernel: 2, stride: 2 } },
    { inputs: [[7, 7, 2]], attrs: { kernel: 3, stride: 2, pad: 1 } },
    { inputs: [[7, 7, 2]], attrs: { kernel: 3, stride: 2, pad: 1, countPad: true } },
    { inputs: [[14, 14, 2]], attrs: { kernel: 5, stride: 3 } },
    { inputs: [[8, 8, 2]], attrs: { kernel: 3, stride: 2, ceil: true } },
    { inputs: [[8, 8, 2]], attrs: { kernel: 3, stride: 2, pad: 1, ceil: true, countPad: true } },
    { inputs: [[9, 9, 2]], attrs: { kernel: 2, stride: 2, pad: 1, ceil: true, countPad: true } },
  ],
})

/** Positions under the window that lie on the input or its padding; what ceil mode adds beyond counts for nobody. */
function countedWithPad(input: MapShape, window: Window, at: Unit): number {
  const [rows, columns] = ([0, 1] as const).map((a) => {
    const axis = window[a]
    const position = a === 0 ? at.row : at.column
    return Array.from({ length: axis.kernel }, (_, i) => tap(axis, position, i)).filter(
      (index) => index < input[a] + axis.after,
    ).length
  })
  return rows * columns
}

/** The mean of each whole map: one number per channel. */
export const globalAvgPool = defineOp<object>('globalAvgPool', {
  title: 'Global average pooling',
  shortName: 'avgpool',
  family: 'pooling',
  defaults: {},
  counts: 'pooling',

  shape: ([x]) => [1, 1, channels(x)],
  rule: ([x]) => [`${formatShape(x)}: one mean of ${extent(x).join('×')} values per channel`],
  formula: () => ['H′ = W′ = 1, C′ = C'],
  window: ([x]) => {
    const [height, width] = extent(x)
    return [whole(height), whole(width)]
  },
  averages: true,
  run: (tf, [x]) => tf.mean(x, [1, 2], true),

  unit: (at, [x]) => {
    const [height, width] = extent(x.shape)
    const patch = patchUnder(
      { shape: asMap(x.shape), at: x.at },
      [whole(height), whole(width)],
      { row: 0, column: 0, channel: at.channel },
      at.channel,
    )
    return mean(patch, height * width)
  },

  label: () => 'global avg',
  short: () => 'avg',
  explain:
    'Each channel becomes one number, its mean over all positions. It takes the place of large fully connected ' +
    'layers and works for any image size.',
  examples: [{ inputs: [[7, 5, 6]], attrs: {} }],
})

interface Grid {
  /** Bins per side. */
  readonly grid: number
}

/** What pools into a fixed grid of bins have in common: bin i covers ⌊i·n/g⌋ to ⌈(i+1)·n/g⌉, as in PyTorch. */
const binned = {
  shortName: 'pool',
  family: 'pooling',
  defaults: {},
  counts: 'pooling',
  editable: { grid: { label: 'bins per side', kind: 'whole', min: 1, max: 64 } },

  shape: ([x], a) => [a.grid, a.grid, channels(x)],
  rule: ([x], a) => [`${extent(x).join('×')} into ${a.grid}×${a.grid} bins, whatever the input`],
  formula: () => ['H′ = W′ = number of bins, C′ = C'],
  window: ([x], a) => {
    const [vertical, horizontal] = extent(x).map((size) => ({
      kernel: Math.max(...bins(size, a.grid).map(([from, to]) => to - from)),
      stride: Math.floor(size / a.grid),
      dilation: 1,
      before: 0,
      after: 0,
    }))
    return [vertical, horizontal]
  },
  bins: ([x], a) => [bins(extent(x)[0], a.grid), bins(extent(x)[1], a.grid)],
} satisfies Partial<Definition<Grid>>

/** The largest value of each bin of a fixed grid, whatever the input. */
export const adaptiveMaxPool = defineOp<Grid>('adaptiveMaxPool', {
  ...binned,
  title: 'Adaptive max pooling',

  check: ([x], a) => {
    const smallest = Math.min(...extent(x))
    return a.grid > smallest
      ? `${a.grid} bins per side need an input of at least that size, but it is ${smallest}`
      : undefined
  },
  run: (tf, [x], _, a) => overBins(tf.max, tf, x, a),
  unit: (at, [x], _, a) => largest(binUnder(x, a, at)),

  label: (a) => `${a.grid}×${a.grid} bins, max`,
  short: () => 'max',
  explain:
    'Divides the map into a fixed grid and keeps the largest value of each bin. The output has the same size for ' +
    'every image, which is what spatial pyramid pooling needs.',
  examples: [
    { inputs: [[13, 13, 2]], attrs: { grid: 6 } },
    { inputs: [[13, 10, 3]], attrs: { grid: 3 } },
    { inputs: [[5, 4, 2]], attrs: { grid: 1 } },
  ],
})

/**
 * The mean of each bin of a fixed grid, whatever the input. A map with fewer rows than bins fills several of them with
 * the same row, so that torchvision's VGG takes an image of 32×32.
 */
export const adaptiveAvgPool = defineOp<Grid>('adaptiveAvgPool', {
  ...binned,
  title: 'Adaptive average pooling',

  run: (tf, [x], _, a) => overBins(tf.mean, tf, x, a),
  unit: (at, [x], _, a) => {
    const patch = binUnder(x, a, at)
    return mean(patch, patch.cells.length)
  },

  label: (a) => `${a.grid}×${a.grid} bins, avg`,
  short: () => 'avg',
  explain:
    'Divides the map into a fixed grid and replaces each bin by its mean. The output has the same size for every ' +
    'image, so fully connected layers can follow.',
  examples: [
    { inputs: [[9, 9, 2]], attrs: { grid: 3 } },
    { inputs: [[8, 11, 3]], attrs: { grid: 6 } },
    { inputs: [[1, 2, 2]], attrs: { grid: 3 } },
  ],
})

/** First row and the row after the last of each of `count` bins over `size` rows. */
export function bins(size: number, count: number): Bins {
  return Array.from({ length: count }, (_, i) => [
    Math.floor((i * size) / count),
    Math.ceil(((i + 1) * size) / count),
  ])
}

/** Each bin becomes one value by `reduce`, first along the rows, then along the columns. */
function overBins(reduce: Tf['max'] | Tf['mean'], tf: Tf, x: Tensor, { grid }: Grid): Tensor {
  const along = (map: Tensor, axis: 1 | 2) => {
    const parts = bins(map.shape[axis]!, grid).map(([from, to]) => {
      const begin = [0, 0, 0, 0]
      const size = [-1, -1, -1, -1]
      begin[axis] = from
      size[axis] = to - from
      return reduce(tf.slice(map, begin, size), axis, true) as Tensor
    })
    return parts.length === 1 ? parts[0] : tf.concat(parts, axis)
  }
  return along(along(x, 1), 2)
}

/** The values of one channel that lie in the bin of an output. */
function binUnder(x: Readable, { grid }: Grid, at: Unit): Patch {
  const [height, width] = extent(x.shape)
  const [top, bottom] = bins(height, grid)[at.row]
  const [left, right] = bins(width, grid)[at.column]
  const cells = []
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++)
      cells.push(cellAt(x, { row, column, channel: at.channel }))
  const subtotal = cells.reduce((sum, { term }) => sum + term, 0)
  return { input: 0, channel: at.channel, rows: bottom - top, columns: right - left, cells, subtotal }
}
