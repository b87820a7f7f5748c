import type { Graph, NodeId } from '../nn/graph'
import { size } from '../nn/totals'
import type { Recognised } from './recognise'
import { valuesOf } from './fit'
import type { FileTensor } from './tensors'

/** Gives the values of one weight of a node, in the order of its shape. */
type Source = (node: NodeId, name: string, column?: number) => Float32Array

/** Values that are no numbers, or a variance that is negative: what training that went wrong leaves. */
export interface Fault {
  readonly name: string
  readonly problem: string
}

/** Every weight that the file has, one after the other; `take` may keep or give away what it gets. */
export async function eachWeight(
  { graph, fit, ...found }: Pick<Recognised, 'graph' | 'layout' | 'isOurs' | 'fit'>,
  take: (node: NodeId, weight: string, values: Float32Array<ArrayBuffer>) => void | Promise<void>,
): Promise<readonly Fault[]> {
  const faults: Fault[] = []
  for (const matched of fit.matched) {
    const values = await valuesOf(graph, found, matched)
    const problem = faultOf(values, matched.weight)
    if (problem) faults.push({ name: matched.tensor.name, problem })
    await take(matched.node, matched.weight, values)
  }
  return faults
}

/**
 * What is wrong with the values of some tensors as their file has them: nothing is laid out for a network.
 * @param isOver ends the reading early, with what was found by then
 */
export async function faultsIn(
  tensors: Iterable<{ readonly tensor: FileTensor; readonly weight: string }>,
  isOver: () => boolean = () => false,
): Promise<readonly Fault[]> {
  const faults: Fault[] = []
  for (const { tensor, weight } of tensors) {
    if (isOver()) break
    const problem = faultOf(await tensor.read(), weight)
    if (problem) faults.push({ name: tensor.name, problem })
  }
  return faults
}

/** What is wrong with the values of a weight, for a sentence that names it. */
export function faultOf(values: Float32Array, weight: string): string | undefined {
  if (!Number.isFinite(traceOf(values)))
    return `${values.filter((value) => !Number.isFinite(value)).length} of its ${values.length} values are NaN or infinite`
  const negative = weight === 'variance' ? values.filter((value) => value < 0).length : 0
  if (negative > 0) return `${negative} of its variances are negative`
  return undefined
}

/** 0, or NaN where a value is none or infinite: one multiplication and addition each, since a file has millions. */
function traceOf(values: Float32Array): number {
  let trace = 0
  for (let i = 0; i < values.length; i++) trace += values[i] * 0
  return trace
}

/** One sentence on all faults of a file; undefined where it has none. */
export function told(faults: readonly Fault[]): string | undefined {
  if (faults.length === 0) return undefined
  const first = faults.slice(0, 3).map(({ name, problem }) => `${name} (${problem})`)
  const more = faults.length > 3 ? `, and ${faults.length - 3} more` : ''
  return `Some weights of the file are damaged, so nothing computed from them can be trusted: ${first.join(', ')}${more}.`
}

/** The weights that were read, and where the file has none the values of `otherwise`. Each call gives a copy. */
export function sourceOf(graph: Graph, read: ReadonlyMap<string, Float32Array>, otherwise: Source): Source {
  return (id, name, column) => {
    const weight = graph.node(id).weights[name]
    const values = read.get(`${id} ${name}`)
    if (!values || values.length !== size(weight)) return otherwise(id, name, column)
    if (column === undefined) return values.slice()
    const columns = weight.shape[weight.shape.length - 1]
    return Float32Array.from({ length: values.length / columns }, (_, i) => values[i * columns + column])
  }
}
