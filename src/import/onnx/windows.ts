import type { Pad } from '../../nn/window'
import type { FlatNode } from './flat'
import { ints, type MapsValue, NoRule, word } from './translator'

/** Longest side of a window, stride or padding. */
const largest = 1024

/** A pair as short as it can be written. */
export function square(values: readonly number[]): number | readonly [number, number] {
  return values[0] === values[1] ? values[0] : [values[0], values[1]]
}

/** Kernel, stride, padding and dilation of an operator that slides a window. */
export function slideOf(node: FlatNode, kernel: readonly number[], laid?: MapsValue['pads']) {
  if (kernel.length !== 2)
    throw new NoRule(`its window has ${kernel.length} dimensions, and only two are supported here`)
  const strides = ints(node, 'strides') ?? [1, 1]
  const dilations = ints(node, 'dilations') ?? [1, 1]
  for (const sides of [kernel, strides, dilations])
    if (sides.length !== 2 || !sides.every((side) => side >= 1 && side <= largest))
      throw new NoRule(`a window cannot have the sides ${sides.join('×')}`)
  return {
    kernel: square(kernel),
    stride: square(strides),
    dilation: square(dilations),
    pad: padOf(node, laid),
  }
}

function padOf(node: FlatNode, laid: MapsValue['pads'] = [0, 0, 0, 0]): Pad {
  const auto = word(node, 'auto_pad') ?? 'NOTSET'
  const isLaid = laid.some((side) => side > 0)
  if (auto === 'SAME_UPPER' && !isLaid) return 'same'
  if (auto !== 'NOTSET' && auto !== 'VALID' && auto !== '')
    throw new NoRule(`padding of the kind ${auto} is not supported here`)
  const [top, left, bottom, right] = (auto === 'NOTSET' && ints(node, 'pads')) || [0, 0, 0, 0]
  if (![top, left, bottom, right].every((side) => side >= 0 && side <= largest))
    throw new NoRule('its padding removes rows or columns')
  const sides = [top + laid[0], right + laid[1], bottom + laid[2], left + laid[3]] as const
  return sides.every((side) => side === sides[0]) ? sides[0] : sides
}
