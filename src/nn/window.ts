import type { MapShape } from './shape'

/** One number for both axes, or [vertical, horizontal]. */
export type Pair = number | readonly [vertical: number, horizontal: number]

/**
 * Padding: `'same'` keeps ⌈input/stride⌉ positions (the odd pixel goes below and to the right, as TensorFlow
 * does), a number pads all four sides, a list pads each.
 */
export type Pad = 'same' | number | readonly [top: number, right: number, bottom: number, left: number]

/** Along one axis: sizes in pixels, `before` and `after` are the padding. */
export interface AxisWindow {
  readonly kernel: number
  readonly stride: number
  readonly dilation: number
  readonly before: number
  readonly after: number
}

/** A window that slides over a map, vertically and horizontally. */
export type Window = readonly [vertical: AxisWindow, horizontal: AxisWindow]

/** What an op that slides a window has among its attributes. */
export interface Slide {
  readonly kernel: Pair
  readonly stride?: Pair
  readonly pad?: Pad
  readonly dilation?: Pair
}

export function pair(value: Pair): readonly [vertical: number, horizontal: number] {
  return typeof value === 'number' ? [value, value] : value
}

/** `3×3`, or `1×7` when the sides differ. */
export function formatPair(value: Pair): string {
  return pair(value).join('×')
}

/** Pixels that a dilated kernel spans: (k − 1)·d + 1. */
export function span(axis: Pick<AxisWindow, 'kernel' | 'dilation'>): number {
  return (axis.kernel - 1) * axis.dilation + 1
}

/** Resolves `'same'` and shorthands against the input. */
export function resolveWindow(input: MapShape, slide: Slide): Window {
  const kernel = pair(slide.kernel)
  const stride = pair(slide.stride ?? 1)
  const dilation = pair(slide.dilation ?? 1)
  const pad = slide.pad ?? 0
  const axis = (a: 0 | 1): AxisWindow => {
    const shared = { kernel: kernel[a], stride: stride[a], dilation: dilation[a] }
    if (pad === 'same') {
      const total = Math.max(
        0,
        (Math.ceil(input[a] / shared.stride) - 1) * shared.stride + span(shared) - input[a],
      )
      return { ...shared, before: Math.floor(total / 2), after: Math.ceil(total / 2) }
    }
    if (typeof pad === 'number') return { ...shared, before: pad, after: pad }
    return { ...shared, before: a === 0 ? pad[0] : pad[3], after: a === 0 ? pad[2] : pad[1] }
  }
  return [axis(0), axis(1)]
}

/**
 * Positions of a window along one axis: ⌊(n + p − k)/s⌋ + 1. In ceil mode a last, partly filled window is
 * added when it starts inside the input or its leading padding (Caffe's and PyTorch's rule).
 */
export function positions(size: number, axis: AxisWindow, ceil = false): number {
  const steps = (size + axis.before + axis.after - span(axis)) / axis.stride
  return ceil
    ? Math.min(Math.ceil(steps) + 1, Math.ceil((size + axis.before) / axis.stride))
    : Math.floor(steps) + 1
}

/**
 * Whether rounding up can, for some size of the input, give a window that would begin beyond the input. The last one
 * begins less than a stride behind the last place where a whole window stands.
 */
function mayBeginBeyond(axis: AxisWindow, ceil: boolean): boolean {
  return ceil && axis.after + axis.stride > span(axis)
}

/** `⌊(…)/s⌋ + 1`; where a last window may have to be dropped, the number of those that begin soon enough bounds it. */
function rounded(steps: string, starts: string, axis: AxisWindow, ceil: boolean): string {
  const [open, close] = ceil ? ['⌈', '⌉'] : ['⌊', '⌋']
  const count = `${open}${steps}${close} + 1`
  return mayBeginBeyond(axis, ceil) ? `min(${count}, ⌈${starts}⌉)` : count
}

/** The window formula with its numbers: `⌊(224 + 2·3 − 7)/2⌋ + 1 = 112`. */
export function explainPositions(size: number, axis: AxisWindow, ceil = false): string {
  const { before, after, stride } = axis
  const pad = before === after ? (before === 0 ? '' : ` + 2·${before}`) : ` + ${before} + ${after}`
  const kernel = axis.dilation === 1 ? String(axis.kernel) : `((${axis.kernel} − 1)·${axis.dilation} + 1)`
  const starts = before === 0 ? `${size}/${stride}` : `(${size} + ${before})/${stride}`
  const count = rounded(`(${size}${pad} − ${kernel})/${stride}`, starts, axis, ceil)
  return `${count} = ${String(positions(size, axis, ceil)).replace('-', '−')}`
}

/** The window formula in letters, in as many lines as `explainWindow` gives for the axes. */
export function windowFormula(input: MapShape, window: Window, ceil = false): readonly string[] {
  const along = (side: 'H' | 'W', axis: AxisWindow) => {
    const [pad, first] = axis.before === axis.after ? ['2p', 'p'] : ['p₁ + p₂', 'p₁']
    const kernel = kernelLetters({ kernel: [window[0].kernel, window[1].kernel] })[side === 'H' ? 0 : 1]
    const steps = `(${side} + ${pad} − d·(${kernel} − 1) − 1)/s`
    return `${side}′ = ${rounded(steps, `(${side} + ${first})/s`, axis, ceil)}`
  }
  const lines = [along('H', window[0]), along('W', window[1])]
  return alongAxes(input, window, ceil).length === 1 ? [lines[0]] : lines
}

/** Letters for the height and the width of a kernel: one where it is square. */
export function kernelLetters({
  kernel,
}: Pick<Slide, 'kernel'>): readonly [vertical: string, horizontal: string] {
  const [height, width] = pair(kernel)
  return height === width ? ['k', 'k'] : ['kH', 'kW']
}

/** The formula for both axes, one line when they agree; below them, what rounding up leaves out. */
export function explainWindow(input: MapShape, window: Window, ceil = false): readonly string[] {
  const lines = alongAxes(input, window, ceil)
  return window.some((axis) => mayBeginBeyond(axis, ceil))
    ? [...lines, 'a last window that would begin beyond the map, in the padding, is dropped']
    : lines
}

function alongAxes(input: MapShape, window: Window, ceil: boolean): readonly string[] {
  const [vertical, horizontal] = window.map((axis, a) => explainPositions(input[a], axis, ceil))
  return bySide(vertical, horizontal)
}

/** What is said of both axes: one line when it is the same. */
export function bySide(vertical: string, horizontal: string): readonly string[] {
  return vertical === horizontal ? [vertical] : [`height: ${vertical}`, `width: ${horizontal}`]
}

/**
 * Extra rows and columns that a ceil-mode window reaches beyond the padded input, so that a kernel which
 * only knows floor mode computes the same positions.
 */
export function overhang(
  input: MapShape,
  window: Window,
  ceil: boolean,
): readonly [vertical: number, horizontal: number] {
  const along = (a: 0 | 1) => {
    const axis = window[a]
    const reached = (positions(input[a], axis, ceil) - 1) * axis.stride + span(axis)
    return Math.max(0, reached - (input[a] + axis.before + axis.after))
  }
  return [along(0), along(1)]
}
