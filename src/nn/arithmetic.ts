import type { GraphNode } from './graph'
import type { Weight } from './op'
import { opOf } from './ops'
import { asMap, type Shape } from './shape'
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

/** Why a shape has no such value, as a sentence; undefined where it has. */
export function unitProblem(shape: Shape, { row, column, channel }: Unit): string | undefined {
  const [height, width, depth] = asMap(shape)
  const isIn = (index: number, size: number) => Number.isInteger(index) && index >= 0 && index < size
  if (isIn(row, height) && isIn(column, width) && isIn(channel, depth)) return undefined
  return shape.length === 3
    ? `its rows go from 0 to ${height - 1}, its columns from 0 to ${width - 1}, its channels from 0 to ${depth - 1}`
    : `its units go from 0 to ${depth - 1}`
}
