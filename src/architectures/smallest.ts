import { build } from '../nn/build'
import type { Graph } from '../nn/graph'
import type { Options } from './family'
import { resolve } from './index'

/** Sides to try, in pixels; the network's own input is tried last. */
const sides = [32, 64, 96, 128, 160]

/** A network at the smallest square input at which everything still fits: for tests that only need the structure. */
export function buildSmall(id: string, options: Options = {}): Graph {
  const full = resolve(id, options)
  const [height, , channels] = full.architecture.input
  for (const side of sides.filter((candidate) => candidate < height)) {
    const graph = build(resolve(id, { ...options, input: [side, side, channels] }).architecture)
    if (graph.issues.length === 0) return graph
  }
  return build(full.architecture)
}
