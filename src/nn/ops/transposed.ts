import { type Bins, defineOp, type Mix } from '../op'
import { asMap, channels, extent, type MapShape } from '../shape'
import { type Cell, cellAt, type Patch, type Readable, summed, type Unit } from '../unit'
import { bySide, formatPair, kernelLetters, type Pad, type Pair, pair } from '../window'
import { editableWindow, groupsProblem, strideSuffix } from './sliding'
import { perAxis } from './upsampling'

export interface ConvTransposeAttrs {
  readonly filters: number
  readonly kernel: Pair
  readonly stride?: Pair
  /** Rows and columns that are cut off the output, as padding adds them to the input of a convolution. */
  readonly pad?: Pad
  /** Rows and columns that the output has more, below and to the right: a convolution of that stride loses them. */
  readonly outputPad?: Pair
  readonly groups?: number
  readonly bias?: boolean
}

type Attrs = Required<ConvTransposeAttrs>

/** Along one axis of a transposed convolution. */
export interface TransposedAxis {
  readonly kernel: number
  readonly stride: number
  readonly before: number
  readonly after: number
  readonly extra: number
}

/** Kernel, stride and what is cut off, down and across; `'same'` gives `stride` times as many rows and columns. */
export function transposedAxes(a: Attrs): readonly [TransposedAxis, TransposedAxis] {
  const axis = (i: 0 | 1): TransposedAxis => {
    const [kernel, stride, extra] = [pair(a.kernel)[i], pair(a.stride)[i], pair(a.outputPad)[i]]
    const { pad } = a
    if (pad === 'same') {
      const cut = Math.max(0, kernel - stride)
      const before = Math.floor(cut / 2)
      return { kernel, stride, before, after: cut - before, extra: Math.max(0, stride - kernel) }
    }
    if (typeof pad === 'number') return { kernel, stride, before: pad, after: pad, extra }
    const [top, right, bottom, left] = pad
    return {
      kernel,
      stride,
      extra,
      ...(i === 0 ? { before: top, after: bottom } : { before: left, after: right }),
    }
  }
  return [axis(0), axis(1)]
}

const outputs = (size: number, { kernel, stride, before, after, extra }: TransposedAxis) =>
  (size - 1) * stride - before - after + kernel + extra

/**
 * Which rows of the input output row `i` is made of: those whose stamp reaches it. Where none does, the nearest row
 * stands for it, and counts nothing.
 */
function reached(size: number, axis: TransposedAxis): Bins {
  const { kernel, stride, before } = axis
  return Array.from({ length: outputs(size, axis) }, (_, i) => {
    const at = i + before
    const first = Math.max(0, Math.ceil((at - kernel + 1) / stride))
    const last = Math.min(size - 1, Math.floor(at / stride))
    const nearest = Math.min(size - 1, Math.floor(at / stride))
    return first <= last ? [first, last + 1] : [nearest, nearest + 1]
  })
}

/** `(7 − 1)·2 − 2·1 + 3 + 1 = 14`. */
function explained(size: number, axis: TransposedAxis): string {
  const { kernel, stride, before, after, extra } = axis
  const cut = before === after ? (before === 0 ? '' : ` − 2·${before}`) : ` − ${before} − ${after}`
  const more = extra === 0 ? '' : ` + ${extra}`
  return `(${size} − 1)·${stride}${cut} + ${kernel}${more} = ${String(outputs(size, axis)).replace('-', '−')}`
}

function ruleOf(input: MapShape, a: Attrs): readonly string[] {
  const [vertical, horizontal] = transposedAxes(a).map((axis, i) => explained(input[i], axis))
  return bySide(vertical, horizontal)
}

/** A convolution run backwards: every value stamps its filters onto a larger map, and stamps that meet are added. */
export const convTranspose = defineOp<ConvTransposeAttrs>('convTranspose', {
  title: 'Transposed convolution',
  shortName: 'upconv',
  family: 'convolution',
  defaults: { stride: 1, pad: 0, outputPad: 0, groups: 1, bias: false },
  counts: 'weighted',
  editable: {
    filters: { label: 'filters', kind: 'whole', min: 1, max: 8192 },
    ...editableWindow,
    outputPad: { label: 'output padding', kind: 'pair', min: 0, max: 63 },
    groups: { label: 'groups', kind: 'whole', min: 1, max: 8192 },
    bias: { label: 'bias', kind: 'switch' },
  },

  check: ([x], a) => {
    const problem = groupsProblem(x, a)
    if (problem) return problem
    for (const [i, axis] of transposedAxes(a).entries()) {
      const { kernel, stride, before, after, extra } = axis
      if (Math.max(before, after) >= kernel)
        return `a padding of ${Math.max(before, after)} would cut off more than a kernel of ${kernel} adds`
      if (extra >= stride && extra > 0)
        return `output padding must be smaller than the stride, and ${extra} is not below ${stride}`
      const side = outputs(extent(x)[i], axis)
      if (side < 1) return `padding cuts the whole map off: ${explained(extent(x)[i], axis)}`
    }
    return undefined
  },
  shape: ([x], a) => {
    const [vertical, horizontal] = transposedAxes(a)
    const [height, width] = extent(x)
    return [outputs(height, vertical), outputs(width, horizontal), a.filters]
  },
  rule: ([x], a) => [...ruleOf(asMap(x), a), `channels: ${a.filters} filters`],
  formula: ([x], a) => {
    const axes = transposedAxes(a)
    const along = (side: 'H' | 'W', { before, after, extra }: TransposedAxis) => {
      const cut = before === after ? '2p' : 'p₁ − p₂'
      return `${side}′ = (${side} − 1)·s − ${cut} + ${kernelLetters(a)[side === 'H' ? 0 : 1]}${extra > 0 ? ' + o' : ''}`
    }
    const lines = [along('H', axes[0]), along('W', axes[1])]
    return [...lines.slice(0, ruleOf(asMap(x), a).length), 'C′ = F']
  },
  letters: (_, a) => {
    const axes = transposedAxes(a)
    const of = (key: keyof TransposedAxis) => perAxis([axes[0][key], axes[1][key]])
    return [
      ['k', 'kernel side', String(axes[0].kernel)],
      ['kH', 'kernel height', String(axes[0].kernel)],
      ['kW', 'kernel width', String(axes[1].kernel)],
      ['s', 'stride', of('stride')],
      ['p', 'padding on each side', of('before')],
      ['p₁', 'padding before', of('before')],
      ['p₂', 'padding after', of('after')],
      ['o', 'output padding', of('extra')],
    ]
  },
  weights: ([x], a) => {
    const [height, width] = pair(a.kernel)
    const [down, across] = pair(a.stride)
    const depth = channels(x) / a.groups
    return {
      kernel: {
        shape: [height, width, depth, a.filters],
        axes: [...kernelLetters(a), depthLetter(a), 'F'],
        role: 'weight',
        // Stamps are `stride` apart, so not all of a kernel meets in one value.
        fanIn: Math.ceil(height / down) * Math.ceil(width / across) * depth,
      },
      ...(a.bias && { bias: { shape: [a.filters], axes: ['F'], role: 'bias', fill: 0 } }),
    }
  },
  macs: ([x], _, a) => {
    const [height, width] = extent(x)
    const [kernelHeight, kernelWidth] = pair(a.kernel)
    return [
      { name: 'input height', symbol: 'H', value: height },
      { name: 'input width', symbol: 'W', value: width },
      { name: 'filters', symbol: 'F', value: a.filters },
      { name: 'kernel height', symbol: kernelLetters(a)[0], value: kernelHeight },
      { name: 'kernel width', symbol: kernelLetters(a)[1], value: kernelWidth },
      {
        name: a.groups === 1 ? 'input channels' : 'input channels per group',
        symbol: depthLetter(a),
        value: channels(x) / a.groups,
      },
    ]
  },
  bins: ([x], a) => {
    const [vertical, horizontal] = transposedAxes(a)
    const [height, width] = extent(x)
    return [reached(height, vertical), reached(width, horizontal)]
  },
  mixes: ([x], a): readonly Mix[] => {
    const depth = channels(x) / a.groups
    return Array.from({ length: a.groups }, (_, g) => ({
      channels: a.filters / a.groups,
      from: [{ input: 0, from: g * depth, to: (g + 1) * depth }],
    }))
  },

  run: (tf, [x], w, a, activation) => {
    const [vertical, horizontal] = transposedAxes(a)
    const [batch, height, width] = x.shape as [number, number, number, number]
    const [rows, columns] = [outputs(height, vertical), outputs(width, horizontal)]
    const parts = a.groups === 1 ? [x] : tf.split(x, a.groups, 3)
    const kernels = a.groups === 1 ? [w.kernel] : tf.split(w.kernel, a.groups, 3)
    const stamped = parts.map((part, g) =>
      tf.conv2dTranspose(
        part as never,
        tf.transpose(kernels[g], [0, 1, 3, 2]) as never,
        [batch, rows, columns, a.filters / a.groups],
        [vertical.stride, horizontal.stride],
        [
          [0, 0],
          [vertical.before, vertical.after],
          [horizontal.before, horizontal.after],
          [0, 0],
        ] as never,
      ),
    )
    const all = stamped.length === 1 ? stamped[0] : tf.concat(stamped, 3)
    const shifted = w.bias ? tf.add(all, w.bias) : all
    return activation === 'relu' ? tf.relu(shifted) : shifted
  },
  unit: (at, [x], w, a) => {
    const depth = channels(x.shape) / a.groups
    const first = Math.floor(at.channel / (a.filters / a.groups)) * depth
    const width = pair(a.kernel)[1]
    const weight = (i: number, j: number, c: number) =>
      w.kernel(((i * width + j) * depth + c) * a.filters + at.channel)
    return summed(
      Array.from({ length: depth }, (_, c) => stamps(x, a, at, first + c, (i, j) => weight(i, j, c))),
      w.bias?.(at.channel),
    )
  },
  absorbs: true,

  short: (a) => formatPair(a.kernel),
  label: (a) =>
    `${formatPair(a.kernel)} transposed conv, ${a.filters}` +
    strideSuffix(a) +
    (a.groups > 1 ? `, ${a.groups} groups` : ''),
  explain:
    'Each input value is multiplied by a whole filter and laid onto a larger map, one stride after its neighbor; ' +
    'where these copies overlap, they are added. The weights are learned, so the network finds its own way to enlarge a map.',
  examples: [
    { inputs: [[3, 4, 3]], attrs: { filters: 2, kernel: 2, stride: 2, bias: true } },
    { inputs: [[4, 3, 2]], attrs: { filters: 3, kernel: 3, stride: 2, pad: 1, outputPad: 1 } },
    { inputs: [[4, 4, 2]], attrs: { filters: 2, kernel: 4, stride: 2, pad: 1, bias: true } },
    { inputs: [[5, 5, 2]], attrs: { filters: 2, kernel: 3, pad: 1 } },
    { inputs: [[3, 3, 4]], attrs: { filters: 6, kernel: 3, stride: 2, pad: [0, 1, 1, 0], groups: 2 } },
    { inputs: [[3, 4, 2]], attrs: { filters: 2, kernel: [2, 3], stride: [3, 1], outputPad: [1, 0] } },
    { inputs: [[4, 5, 2]], attrs: { filters: 2, kernel: 3, stride: 2, pad: 'same' } },
  ],
})

function depthLetter({ groups }: Pick<Attrs, 'groups'>): string {
  return groups === 1 ? 'C' : 'C/g'
}

/** The values of one channel whose stamps reach an output, each with the weight that falls on it. */
function stamps(
  x: Readable,
  a: Attrs,
  at: Unit,
  channel: number,
  weightOf: (tapRow: number, tapColumn: number) => number,
): Patch {
  const [vertical, horizontal] = transposedAxes(a)
  const [height, width] = extent(x.shape)
  const [top, bottom] = reached(height, vertical)[at.row]
  const [left, right] = reached(width, horizontal)[at.column]
  const cells: Cell[] = []
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) {
      const i = at.row + vertical.before - row * vertical.stride
      const j = at.column + horizontal.before - column * horizontal.stride
      const isUnder = i < vertical.kernel && j < horizontal.kernel
      cells.push(cellAt(x, { row, column, channel }, isUnder ? weightOf(i, j) : 0))
    }
  const subtotal = cells.reduce((sum, { term }) => sum + term, 0)
  return { input: 0, channel, rows: bottom - top, columns: right - left, cells, subtotal }
}
