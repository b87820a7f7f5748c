import type { GraphNode } from '../../nn/graph'
import { opOf } from '../../nn/ops'
import type { Window } from '../../nn/window'
import { type Emitter, numbers, text } from './emitter'

export function attrsOf<A>(node: GraphNode): Required<A> {
  return node.attrs as Required<A>
}

export const windowOf = (node: GraphNode): Window => opOf(node).window!(node.inputShapes, node.attrs)

export type Sides = readonly (readonly [before: number, after: number])[]

export const sidesOf = (window: Window): Sides => window.map(({ before, after }) => [before, after])

export const isNone = (sides: Sides) => sides.flat().every((side) => side === 0)

/** The map with rows and columns around it; as it is where there are none. */
export function laid(to: Emitter, x: string, sides: Sides, part: string, filler = 0): string {
  if (isNone(sides)) return x
  const all = to.integers(`${part}.sides`, [0, 0, ...sides.flat(), 0, 0], [4, 2])
  return to.operation('PadV2', [x, all, to.floats(`${part}.filler`, [filler], [])], {}, part)
}

export const square = (vertical: number, horizontal: number) => numbers([1, vertical, horizontal, 1])

export const along = ([vertical, horizontal]: Window, of: 'kernel' | 'stride' | 'dilation') =>
  square(vertical[of], horizontal[of])

/** How a window moves over what is laid out for it. */
export const moving = (window: Window) => ({ strides: along(window, 'stride'), padding: text('VALID') })

/** Every stride-th row and column. */
export function thinned(
  to: Emitter,
  x: string,
  [down, across]: readonly [number, number],
  part?: string,
): string {
  const places = ['from', 'to', 'steps'].map((name, i) =>
    to.integers(
      name,
      [
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [1, down, across, 1],
      ][i],
    ),
  )
  return to.operation('StridedSlice', [x, ...places], { begin_mask: { i: 15 }, end_mask: { i: 15 } }, part)
}
