import { type AxisOrder, formatShape, type Shape } from '../../nn/shape'
import { count } from '../../ui/format'
import type { Ribbon, Strip } from './river'

interface End {
  /** A layer or a block; null for the image. */
  readonly id: string | null
  readonly shape: Shape
}

/** What a ribbon lies between. */
export interface Joins {
  readonly from: End
  /** Null for the values at the end. */
  readonly to: End | null
}

const nameOf = ({ id }: End) => id ?? 'the image'

/** What a strip is: its path, its channels, and what it comes from and leads to, with their shapes. */
export function stripWords({ from, to }: Joins, { path, channels }: Strip, order: AxisOrder): string {
  const source = `${nameOf(from)} (${formatShape(from.shape, order)})`
  const part = path === null ? '' : `path ${path + 1}: `
  const share = (end: End) =>
    path === null
      ? formatShape(end.shape, order)
      : `${count(channels)} of the ${count(end.shape[2]!)} channels of ${formatShape(end.shape, order)}`
  if (!to) return `${part}${share(from)} from ${nameOf(from)}, on the way to the classes`
  return `${nameOf(to)}, ${part}${share(to)}, from ${source}`
}

/** The whole of a ribbon, for those who reach it by keys: the sum of its paths. */
export function ribbonWords({ from, to, strips, arc }: Ribbon, order: AxisOrder): string {
  const sum =
    strips.length > 1 ? ` = ${strips.map(({ channels }) => count(channels)).join(' + ')} channels` : ''
  if (!to) return `${formatShape(from.shape, order)} from ${nameOf(from)}, on the way to the classes`
  const whole = `${nameOf(to)}: ${formatShape(to.shape, order)}${sum}, from ${nameOf(from)} (${formatShape(from.shape, order)})`
  return arc === null ? whole : `${whole}; ${arcWords({ from, to }, order)}`
}

/** What an arc over a block is. */
export function arcWords({ from }: Joins, order: AxisOrder): string {
  return `a shortcut adds the input of the block, ${formatShape(from.shape, order)} from ${nameOf(from)}`
}
