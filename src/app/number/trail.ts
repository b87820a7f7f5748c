import type { NodeId } from '../../nn/graph'
import type { Unit } from '../../nn/unit'

/** One value of one layer. */
export interface Place {
  readonly node: NodeId
  readonly unit: Unit
}

/**
 * The way that led to a value. Where the value is already on the way, the way ends there; where it is another one of
 * the last layer, it takes that one's place; from anywhere else a new way begins.
 */
export function trailTo(trail: readonly Place[], place: Place): readonly Place[] {
  const at = trail.findIndex((each) => samePlace(each, place))
  if (at >= 0) return trail.slice(0, at + 1)
  const last = trail.at(-1)
  return last?.node === place.node ? [...trail.slice(0, -1), place] : [place]
}

export function samePlace(a: Place, b: Place): boolean {
  return (
    a.node === b.node &&
    a.unit.row === b.unit.row &&
    a.unit.column === b.unit.column &&
    a.unit.channel === b.unit.channel
  )
}
