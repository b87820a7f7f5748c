import type { GraphNode } from './graph'
import type { Weight } from './op'
import { opOf } from './ops'
import './ops/details'
import type { Arithmetic, Readable, Unit, WeightAt } from './unit'

/**
 * How one value of a node comes about; undefined for the network's input, which is given.
 * @param inputs the outputs of `node.inputs`, in their order
 * @param weights by their names in `node.weights`
 */
export function arithmeticOf(
  node: GraphNode,
  at: Unit,
  inputs: readonly Readable[],
  weights: Readonly<Record<string, WeightAt>>,
): Arithmetic | undefined {
  return opOf(node).unit?.(at, inputs, weights, node.attrs)
}

/** Whether the last side of a weight counts output channels, so that one of them needs one column of it. */
export function hasColumns({ shape, axes }: Pick<Weight, 'shape' | 'axes'>): boolean {
  return shape.length > 1 && ['F', 'M'].includes(axes[axes.length - 1])
}

/** All values of a weight, or those of one column where `columns` says how many it has. */
export function readingOf(values: Float32Array, columns = 1): WeightAt {
  return (index) => values[Math.floor(index / columns)]
}
