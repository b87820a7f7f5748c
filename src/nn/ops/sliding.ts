import type * as core from '@tensorflow/tfjs-core'
import type { Attributes } from '../attribute'
import type { Tensor } from '../op'
import { channels, type MapShape, type Shape } from '../shape'
import { formatPair, overhang, pair, positions, resolveWindow, type Slide } from '../window'

/** What a reader may change of a window; the bounds keep a slip of the finger from filling the memory. */
export const editableWindow = {
  kernel: { label: 'kernel', kind: 'pair', min: 1, max: 255 },
  stride: { label: 'stride', kind: 'pair', min: 1, max: 64 },
  pad: { label: 'padding', kind: 'pad', min: 0, max: 64 },
} as const satisfies Attributes<Slide>

type ExplicitPad = Parameters<typeof core.maxPool>[3]

/** Why the channels of an input cannot be shared out among the groups of a convolution, or nothing. */
export function groupsProblem(
  input: Shape,
  { filters, groups }: { readonly filters: number; readonly groups: number },
): string | undefined {
  if (channels(input) % groups !== 0)
    return `${channels(input)} input channels cannot be divided into ${groups} equal groups`
  if (filters % groups !== 0) return `${filters} filters cannot be divided into ${groups} equal groups`
  return undefined
}

/** What is wrong with a window on this input, or undefined. */
export function windowProblem(input: MapShape, slide: Slide, ceil = false): string | undefined {
  const window = resolveWindow(input, slide)
  for (const [a, side] of (['high', 'wide'] as const).entries()) {
    const axis = window[a]
    if (positions(input[a], axis, ceil) < 1)
      return (
        `a window ${(axis.kernel - 1) * axis.dilation + 1} ${side} does not fit: the input is ${input[a]} ${side} ` +
        `and padding adds ${axis.before + axis.after}`
      )
  }
  return undefined
}

/** The padding in the form that tfjs takes; ceil mode becomes padding below and to the right. */
export function explicitPad(x: Tensor, slide: Slide, ceil = false): Exclude<ExplicitPad, string | number> {
  const input = x.shape.slice(1) as unknown as MapShape
  const window = resolveWindow(input, slide)
  const [below, beside] = overhang(input, window, ceil)
  const [vertical, horizontal] = window
  return [
    [0, 0],
    [vertical.before, vertical.after + below],
    [horizontal.before, horizontal.after + beside],
    [0, 0],
  ]
}

/** ` /2` behind a label when the window moves by more than one pixel, ` /2×1` when the axes differ. */
export function strideSuffix({ stride = 1 }: Slide): string {
  const [vertical, horizontal] = pair(stride)
  if (vertical === horizontal) return vertical === 1 ? '' : ` /${vertical}`
  return ` /${formatPair(stride)}`
}
