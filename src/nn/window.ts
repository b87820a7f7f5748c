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
  if (!ceil) return Math.floor(steps) + 1
  const count = Math.ceil(steps) + 1
  return (count - 1) * axis.stride >= size + axis.before ? count - 1 : count
}

/** The window formula with its numbers: `⌊(224 + 2·3 − 7)/2⌋ + 1 = 112`. */
export function explainPositions(size: number, axis: AxisWindow, ceil = false): string {
  const { before, after, stride } = axis
  const pad = before === after ? (before === 0 ? '' : ` + 2·${before}`) : ` + ${before} + ${after}`
  const kernel = axis.dilation === 1 ? String(axis.kernel) : `((${axis.kernel} − 1)·${axis.dilation} + 1)`
  const [open, close] = ceil ? ['⌈', '⌉'] : ['⌊', '⌋']
  return `${open}(${size}${pad} − ${kernel})/${stride}${close} + 1 = ${String(positions(size, axis, ceil)).replace('-', '−')}`
}

/** The window formula in letters, in as many lines as `explainWindow` gives. */
export function windowFormula(input: MapShape, window: Window, ceil = false): readonly string[] {
  const [open, close] = ceil ? ['⌈', '⌉'] : ['⌊', '⌋']
  const along = (side: 'H' | 'W', { before, after }: AxisWindow) => {
    const pad = before === after ? '2p' : 'p₁ + p₂'
    const kernel = kernelLetters({ kernel: [window[0].kernel, window[1].kernel] })[side === 'H' ? 0 : 1]
    return `${side}′ = ${open}(${side} + ${pad} − d·(${kernel} − 1) − 1)/s${close} + 1`
  }
  const lines = [along('H', window[0]), along('W', window[1])]
  return explainWindow(input, window, ceil).length === 1 ? [lines[0]] : lines
}

/** Letters for the height and the width of a kernel: one where it is square. */
export function kernelLetters({
  kernel,
}: Pick<Slide, 'kernel'>): readonly [vertical: string, horizontal: string] {
  const [height, width] = pair(kernel)
  return height === width ? ['k', 'k'] : ['kH', 'kW']
}

/** The formula for both axes; one line when they agree. */
export function explainWindow(input: MapShape, window: Window, ceil = false): readonly string[] {
  const [vertical, horizontal] = window.map((axis, a) => explainPositions(input[a], axis, ceil))
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
