import { dependenciesOf } from '../../nn/reach'
import type { Graph, GroupId, NodeId } from '../../nn/graph'
import { partOf } from '../../nn/quantities'
import { count, percent } from '../../ui/format'

/** What a part needs and feeds, and how much of the input it can see. */
export function traceSentence(graph: Graph, id: NodeId | GroupId): string {
  const { name } = partOf(graph, id)
  const { needs, feeds, readsInput, seen } = dependenciesOf(graph, id)
  const feeding =
    feeds.length === 0 ? 'feeds nothing: it is an output' : `feeds ${operations(feeds.length, 'later')}`
  if (id === graph.input) return `${name} needs nothing and ${feeding}.`
  // The input is where the way ends, and no operation on it.
  const before = needs.length - (readsInput ? 1 : 0)
  const needing = before === 0 ? 'needs only the input' : `needs ${operations(before, 'earlier')}`
  return `${name} ${needing} and ${feeding}. Its middle value sees ${percent(seen)} of the input.`
}

function operations(amount: number, which: 'earlier' | 'later'): string {
  return amount === 1 ? `1 ${which} operation` : `${count(amount)} ${which} operations`
}
