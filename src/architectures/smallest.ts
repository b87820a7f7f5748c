import { build } from '../nn/build'
import type { Graph } from '../nn/graph'
import type { Options } from './family'
import { resolve } from './index'

/** Sides to try, in pixels; the network's own input is tried last. */
const sides = [32, 64, 96, 128, 160]

/** Without the pool that keeps a classifier as large as at the network's own input, where a network has the choice. */
function withoutBins(id: string, options: Options): Options {
  return 'adaptive' in resolve(id).options ? { adaptive: false, ...options } : options
}

/** A network at the smallest square input at which it fits together, unless options give one: for tests. */
export function buildSmall(id: string, options: Options = {}): Graph {
  const full = resolve(id, withoutBins(id, options))
  const [height, , channels] = full.architecture.input
  const smaller = 'input' in options ? [] : sides.filter((side) => side < height)
  for (const side of smaller) {
    const graph = build(resolve(id, { ...full.options, input: [side, side, channels] }).architecture)
    if (graph.issues.length === 0) return graph
  }
  return build(full.architecture)
}
