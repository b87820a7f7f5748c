import type { Colouring } from '../../diagram/look'
import type { Graph } from '../../nn/graph'
import type { Family } from '../../nn/op'
import { quantities, type QuantityId } from '../../nn/quantities'
import { isRolled, rollsOf } from '../../nn/rolls'
import { atLeast, bytes, short } from '../../ui/format'
import { visibleAs } from '../state/network'
import type { Intent } from '../state/intent'

/** What the colours of a picture stand for; undefined for the paths, which need no further word. */
export function colouringOf(
  graph: Graph,
  expanded: ReadonlySet<string>,
  colour: Intent['colour'],
): Colouring | undefined {
  if (colour === 'path') return undefined
  return colour === 'family' ? byFamily(graph) : byAmount(graph, expanded, colour)
}

function byFamily(graph: Graph): Colouring {
  const families = new Map<string, Family>(graph.nodes.map((node) => [node.id, node.family]))
  return {
    by: 'family',
    of: (id) => families.get(id) ?? null,
    families: [...new Set(families.values())],
  }
}

/** From nothing to the most that any box on the screen has; a closed group counts as a whole. */
function byAmount(graph: Graph, expanded: ReadonlySet<string>, id: QuantityId): Colouring {
  const quantity = quantities[id]
  const amounts = new Map<string, number>()
  const put = (part: string, of: readonly string[]) => {
    const values = of.map((each) => quantity.of(graph, each)).filter((value) => value !== null)
    if (values.length === 0) return
    amounts.set(part, quantity.adds ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values))
  }
  const parts = [...graph.nodes.map((node) => node.id), ...graph.groups.map((group) => group.id)]
  for (const part of parts) if (part !== '') put(part, [part])
  for (const roll of rollsOf(graph)) put(roll.id, roll.members)
  const rolled = rollsOf(graph).filter((roll) => isRolled(roll, expanded))
  const shown = new Set([
    ...graph.nodes.map((node) => visibleAs(graph, expanded, node.id)),
    ...rolled.map((roll) => roll.id),
  ])
  const most = Math.max(...[...amounts].map(([part, amount]) => (shown.has(part) ? amount : 0)))
  const words = (value: number) => (id === 'memory' ? bytes(value) : `${short(value)} ${quantity.unit}`)
  return {
    by: 'amount',
    name: quantity.name,
    shares: new Map([...amounts].map(([part, amount]) => [part, Math.min(1, amount / (most || 1))])),
    least: '0',
    most: atLeast(words(most), quantity.adds && graph.totals.incomplete),
    flows: id === 'memory' || id === 'field',
  }
}
