import type { Graph, NodeId } from '../../../nn/graph'
import type { Flow } from '../../../runtime/training/measures'
import { measured } from '../../../ui/format'
import { inPowers } from '../../shared/powers'
import { type Answer, type Measured, pair } from './job'

/** Blocks in each stage that can be chosen; two convolutions each, in three stages, make 8 to 164 layers. */
export const depths = [1, 2, 3, 5, 7, 9, 18, 27] as const

/** What is drawn of every layer. */
export type Quantity = Exclude<keyof Flow, 'id'>

/** What each is called on its button and at the beginning of a sentence. */
export const quantities: Readonly<Record<Quantity, { readonly name: string; readonly noun: string }>> = {
  output: { name: 'signal forward', noun: 'The signal' },
  returning: { name: 'gradient back', noun: 'The gradient coming back' },
  kernel: { name: 'gradient of the weights', noun: 'The gradient of the weights' },
}

/** How the value at the first convolution lies to the one at the last; the fully connected layer after the mean is left out. */
export function firstToLast({ layers }: Measured, quantity: Quantity): number {
  return layers[0][quantity] / layers[layers.length - 2][quantity]
}

/** Where a number left what 32 bits can hold, as a clause; undefined where all of them are held. */
export function lost({ loss, layers }: Measured): string | undefined {
  const over = layers.findIndex(({ output }) => !Number.isFinite(output))
  if (over >= 0) return `not a number: the signal overflowed in layer ${over + 1}`
  if (!Number.isFinite(loss)) return 'not a number: the loss overflowed'
  const wild = layers.findLastIndex(
    ({ returning, kernel }) => !Number.isFinite(returning) || !Number.isFinite(kernel),
  )
  if (wild >= 0) return `not a number: the gradient overflowed in layer ${wild + 1}`
  const none = layers.findIndex(({ output }) => output === 0)
  if (none >= 0) return `zero: the signal is too small for a 32-bit number from layer ${none + 1} on`
  const gone = layers.findLastIndex(({ returning }) => returning === 0)
  if (gone >= 0)
    return `zero: the gradient is too small for a 32-bit number in layer ${gone + 1} and all layers before it`
  return undefined
}

/**
 * Behind a signal that overflowed nothing is a number any more; a ReLU makes zeros of what is none on some backends,
 * and a loss that looks well.
 */
export function honest({ loss, layers }: Measured): Measured {
  const over = layers.findIndex(({ output }) => !Number.isFinite(output))
  if (over < 0) return { loss, layers }
  return {
    loss: NaN,
    layers: layers.map(({ id, output }, i) => ({
      ...{ id, returning: NaN, kernel: NaN },
      output: i < over ? output : NaN,
    })),
  }
}

/** What was measured, as a sentence. */
export function sentence(flows: Answer['flows'], quantity: Quantity): string {
  const clauses = pair.map((kind) => {
    const why = lost(flows[kind])
    return `${kind} ${why ?? `${inPowers(measured(firstToLast(flows[kind], quantity)))} times`}`
  })
  return `${quantities[quantity].noun}, first convolution compared with the last: ${clauses.join('; ')}.`
}

/** The narrowest axis: six powers of ten, so that what is level looks level. */
const narrowest = [1e-6, 1] as const

/** Ends of a logarithmic axis for these values; those that no such axis has are left out. */
export function domainOf(values: readonly number[]): readonly [number, number] {
  const drawn = values.filter((value) => Number.isFinite(value) && value > 0)
  return [
    10 ** Math.floor(Math.log10(Math.min(narrowest[0], ...drawn))),
    10 ** Math.ceil(Math.log10(Math.max(narrowest[1], ...drawn))),
  ]
}

/** Neighbouring layers whose maps have one size, and the size. */
export interface Stretch {
  /** Places of its first and its last layer, the first of all being 1. */
  readonly from: number
  readonly to: number
  readonly size: string
}

/** The stages of a network, as its maps get smaller; a layer without a map is in none. */
export function stretches(graph: Graph, ids: readonly NodeId[]): readonly Stretch[] {
  const found: Stretch[] = []
  ids.forEach((id, i) => {
    const { shape } = graph.node(id)
    if (shape.length < 3) return
    const [size, last] = [`${shape[0]}×${shape[1]}`, found.at(-1)]
    if (last?.size === size) found[found.length - 1] = { ...last, to: i + 1 }
    else found.push({ from: i + 1, to: i + 1, size })
  })
  return found
}
