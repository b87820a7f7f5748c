import type { Graph, GroupId, NodeId } from '../../../nn/graph'
import { rollsOf } from '../../../nn/rolls'
import type { Motion, WatchedStep } from '../../../runtime/training/measures'

export const quantityNames = ['returning', 'gradient', 'weights', 'update', 'share'] as const

/** What is drawn of a step. */
export type Quantity = (typeof quantityNames)[number]

/** What each is called on its button, in a sentence and in the head of a column. */
export const quantities: Readonly<
  Record<Quantity, { readonly name: string; readonly noun: string; readonly sign: string }>
> = {
  returning: { name: 'gradient back', noun: 'gradient coming back', sign: '‖∂loss/∂output‖' },
  gradient: { name: 'gradient of the weights', noun: 'gradient of the weights', sign: '‖∂loss/∂w‖' },
  weights: { name: 'weights', noun: 'weights', sign: '‖w‖' },
  update: { name: 'update', noun: 'update', sign: '‖Δw‖' },
  share: { name: 'update ÷ weights', noun: 'update as a share of the weights', sign: '‖Δw‖ ÷ ‖w‖' },
}

/** A quantity of one layer with a kernel. Of weights that are zero an update has no share. */
export function valueOf(step: WatchedStep, layer: Motion, quantity: Quantity): number {
  if (quantity === 'returning') return step.returning[layer.id] ?? NaN
  if (quantity === 'share')
    return layer.weights === 0 && layer.update === 0 ? 0 : layer.update / layer.weights
  return layer[quantity]
}

/** The root of the sum of squares: the norm of several tensors as one. */
const together = (values: readonly number[]) => Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0))

/**
 * A quantity of everything that a picture shows as one: a node, a group, or blocks that stand as one box. The gradient
 * that comes back is that of its output; of weights, gradients and updates the norm is that of all kernels inside.
 */
export function amountsOf(graph: Graph, step: WatchedStep, quantity: Quantity): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>()
  const layers = new Map(step.layers.map((layer) => [layer.id, layer]))
  const put = (part: string, inside: readonly NodeId[], output: NodeId) => {
    if (quantity === 'returning') {
      const value = step.returning[output]
      if (value !== undefined) amounts.set(part, value)
      return
    }
    const own = inside.flatMap((id) => layers.get(id) ?? [])
    if (own.length === 0) return
    const of = (name: 'gradient' | 'weights' | 'update') => together(own.map((layer) => layer[name]))
    const whole = {
      id: part,
      output: 0,
      gradient: of('gradient'),
      weights: of('weights'),
      update: of('update'),
    }
    amounts.set(part, valueOf(step, whole, quantity))
  }
  const groupOf = (id: GroupId) => graph.group(id)
  for (const { id } of graph.nodes) put(id, [id], id)
  for (const { id, nodes, output } of graph.groups) if (id !== '') put(id, nodes, output)
  for (const { id, members } of rollsOf(graph)) {
    const blocks = members.map(groupOf)
    put(
      id,
      blocks.flatMap(({ nodes }) => nodes),
      blocks[blocks.length - 1].output,
    )
  }
  return amounts
}

/** Powers of ten around some values, at least three of them apart; null where none can stand on such a scale. */
export function decadesOf(values: Iterable<number>): readonly [low: number, high: number] | null {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (!(value > 0) || value === Infinity) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  if (low > high) return null
  // Never −0, which is no exponent to be read.
  const [first, last] = [Math.floor(Math.log10(low)) || 0, Math.ceil(Math.log10(high)) || 0]
  return [Math.min(first, last - 3), last]
}

/** Where a value stands between the ends of a scale of powers of ten, 0 to 1; nothing and what is below are 0. */
export function shareOf(value: number, [low, high]: readonly [number, number]): number {
  if (value === 0) return 0
  return Math.min(1, Math.max(0, (Math.log10(value) - low) / (high - low)))
}
