import type { Graph, GraphNode } from './graph'
import { opOf } from './ops'
import { sameShape } from './shape'

/**
 * The nodes that go on with every value of a node at its own place: normalizations, activations, an addition. They end
 * where something looks elsewhere, or where several read what there is.
 */
export function afterwards(graph: Graph, node: GraphNode): readonly GraphNode[] {
  const found: GraphNode[] = []
  let last = node
  for (;;) {
    const readers = graph.readers(last.id)
    const next = readers.length === 1 ? graph.node(readers[0]) : undefined
    if (!next || !staysInPlace(next, last)) return found
    found.push(next)
    last = next
  }
}

function staysInPlace(node: GraphNode, { shape }: GraphNode): boolean {
  const { window, bins, mixes, unrolls } = opOf(node)
  return !window && !bins && !mixes && !unrolls && node.fits && sameShape(node.shape, shape)
}
