import { build, type Edits } from '../nn/build'
import type { Graph } from '../nn/graph'
import type { Options } from './family'
import { type Resolved, resolve } from './index'
import { formatOption } from './options'

/** A network with what follows from it. */
export interface Built {
  readonly resolved: Resolved
  readonly graph: Graph
}

/** The last few, so that every view asks for the graph of the same choice and gets the same one. */
const recent = new Map<string, Built>()
const kept = 16

/** Throws like `resolve` where the choice is not possible. */
export function networkOf(id: string, options: Options, edits: Edits = {}): Built {
  const key = [
    id,
    ...Object.entries(options)
      .map(([name, value]) => `${name}=${formatOption(value)}`)
      .sort(),
    JSON.stringify(edits),
  ].join('&')
  const known = recent.get(key)
  if (known) {
    // Asked for again, it is the last to go.
    recent.delete(key)
    recent.set(key, known)
    return known
  }
  const resolved = resolve(id, options)
  const network = { resolved, graph: build(resolved.architecture, edits) }
  recent.set(key, network)
  if (recent.size > kept) recent.delete(recent.keys().next().value!)
  return network
}

export function graphOf(id: string, options: Options = {}, edits?: Edits): Graph {
  return networkOf(id, options, edits).graph
}
