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

/** Those that somebody still shows stay the same, however many came after: effects depend on them. */
const shown = new Map<string, WeakRef<Graph>>()
const builtAs = new WeakMap<Graph, Built>()

/** Throws like `resolve` where the choice is not possible. */
export function networkOf(id: string, options: Options, edits: Edits = {}): Built {
  const key = [
    id,
    ...Object.entries(options)
      .map(([name, value]) => `${name}=${formatOption(value)}`)
      .sort(),
    JSON.stringify(edits),
  ].join('&')
  const network = recent.get(key) ?? stillShown(key) ?? made(id, options, edits)
  // Asked for again, it is the last to go.
  recent.delete(key)
  recent.set(key, network)
  if (recent.size > kept) {
    const [[oldest, { graph }]] = recent
    recent.delete(oldest)
    for (const [each, ref] of shown) if (!ref.deref()) shown.delete(each)
    shown.set(oldest, new WeakRef(graph))
  }
  return network
}

function stillShown(key: string): Built | undefined {
  const graph = shown.get(key)?.deref()
  return graph && builtAs.get(graph)
}

function made(id: string, options: Options, edits: Edits): Built {
  const resolved = resolve(id, options)
  const network = { resolved, graph: build(resolved.architecture, edits) }
  builtAs.set(network.graph, network)
  return network
}

export function graphOf(id: string, options: Options = {}, edits?: Edits): Graph {
  return networkOf(id, options, edits).graph
}
