import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Graph } from '../nn/graph'
import { canonical, wiringOf } from '../nn/wiring'

const known = new WeakMap<Graph, string>()

/** SHA-256 of what a network computes, in hexadecimal: weights belong to exactly one such number. */
export function graphHash(graph: Graph): string {
  let hash = known.get(graph)
  if (hash === undefined) {
    hash = hexOf(utf8ToBytes(canonical(wiringOf(graph))))
    known.set(graph, hash)
  }
  return hash
}

/** SHA-256 in hexadecimal. Not by `crypto.subtle`, which a page without https does not have. */
export function hexOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}
