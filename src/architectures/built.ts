import { build, type Edits } from '../nn/build'
import type { Graph } from '../nn/graph'
import type { Family, Options } from './family'
import { findEntry, type Resolved, resolve } from './index'
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

/** A file that is opened again, for another size of image, is another network of the same name. */
const turns = new WeakMap<Family, number>()
let turn = 0

function turnOf(family: Family): number {
  const known = turns.get(family) ?? turn++
  turns.set(family, known)
  return known
}

/** Throws like `resolve` where the choice is not possible. */
export function networkOf(id: string, options: Options, edits: Edits = {}): Built {
  const key = [
    `${id} ${turnOf(findEntry(id).family)}`,
    ...Object.entries(options)
      .map(([name, value]) => `${name}=${formatOption(value)}`)
      .sort(),
    JSON.stringify(edits),
  ].join('&')
  const network = recent.get(key) ?? made(resolve(id, options), edits, shown.get(key)?.deref())
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

const made = (resolved: Resolved, edits: Edits, graph = build(resolved.architecture, edits)): Built => ({
  resolved,
  graph,
})

export function graphOf(id: string, options: Options = {}, edits?: Edits): Graph {
  return networkOf(id, options, edits).graph
}
