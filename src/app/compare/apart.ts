import type { Diff } from '../../nn/diff'
import type { NodeId } from '../../nn/graph'
import type { Trace } from '../../nn/trace'

/** How far the weights of a layer lie from those of its partner. */
export interface Apart {
  readonly left: NodeId
  readonly right: NodeId
  /** ‖right − left‖ / ‖left‖ over all values that both have, or ‖right‖ where all of the left are 0. */
  readonly relative: number
  /** The largest difference of two values. */
  readonly largest: number
}

/** Layers of both networks whose weights can be laid beside each other: partners with a weight of one name and shape. */
export function partners({ left, right }: Diff): readonly (readonly [NodeId, NodeId, readonly string[]])[] {
  return left.graph.nodes.flatMap(({ id, weights }) => {
    const partner = left.partner.get(id)
    if (partner === undefined || right.graph.has(partner) !== 'node') return []
    const beside = right.graph.node(partner).weights
    const names = Object.entries(weights)
      .filter(([name, { shape }]) => name in beside && beside[name].shape.join() === shape.join())
      .map(([name]) => name)
    return names.length === 0 ? [] : [[id, partner, names] as const]
  })
}

/**
 * The distances of two runs, layer by layer in the order of the left one, as they are read.
 * @param known so many layers are left out
 */
export async function* apart(diff: Diff, one: Trace, other: Trace, known = 0): AsyncGenerator<Apart> {
  for (const [left, right, names] of partners(diff).slice(known)) {
    let [norm, between, largest] = [0, 0, 0]
    for (const name of names) {
      const [a, b] = await Promise.all([one.weights(left, name), other.weights(right, name)])
      for (let i = 0; i < a.length; i++) {
        const difference = b[i] - a[i]
        norm += a[i] ** 2
        between += difference ** 2
        largest = Math.max(largest, Math.abs(difference))
      }
    }
    yield { left, right, relative: Math.sqrt(norm > 0 ? between / norm : between), largest }
  }
}
