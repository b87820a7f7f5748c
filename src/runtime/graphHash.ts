import type { Graph } from '../nn/graph'
import { canonical, wiringOf } from '../nn/wiring'
import { sha256 } from './sha256'

const known = new WeakMap<Graph, string>()

/** SHA-256 of what a network computes, in hexadecimal: weights belong to exactly one such number. */
export function graphHash(graph: Graph): string {
  let hash = known.get(graph)
  if (hash === undefined) {
    hash = sha256(new TextEncoder().encode(canonical(wiringOf(graph))))
    known.set(graph, hash)
  }
  return hash
}
