import type { NodeId } from '../../nn/graph'
import { size } from '../../nn/totals'
import { ImportError } from '../error'
import type { ImportedNetwork } from './readOnnx'

/** Weights of a network, by node and name, in the layout of its graph. */
export interface LoadedWeights {
  readonly values: ReadonlyMap<NodeId, Readonly<Record<string, Float32Array>>>
  /** What is wrong with them, a sentence each. */
  readonly notes: readonly string[]
}

/**
 * Reads the values of all weights. What is not a number is told, and stays: the maps show how far it spreads.
 * @throws ImportError where values are missing
 */
export async function loadWeights({ graph, weights, initializers }: ImportedNetwork): Promise<LoadedWeights> {
  const values = new Map<NodeId, Record<string, Float32Array>>()
  const bad: string[] = []
  for (const node of graph.nodes) {
    const named: Record<string, Float32Array> = {}
    for (const [name, weight] of Object.entries(node.weights)) {
      const found = await weights.get(node.id)?.[name]?.()
      if (found?.length !== size(weight))
        throw new ImportError(
          `The file has ${found ? `${found.length} values` : 'no values'} for ${node.id}.${name}, and ${size(weight)} are needed.`,
        )
      const broken = found.reduce((count, value) => count + (Number.isFinite(value) ? 0 : 1), 0)
      if (broken > 0) {
        const tensor = initializers.get(node.id)?.[name]?.name ?? `${node.id}.${name}`
        bad.push(`${tensor} (${broken.toLocaleString('en')} of ${found.length.toLocaleString('en')})`)
      }
      named[name] = found
    }
    if (Object.keys(named).length > 0) values.set(node.id, named)
  }
  const more = bad.length > 3 ? `, and ${bad.length - 3} more` : ''
  const notes =
    bad.length > 0
      ? [`Some weights are no numbers (NaN or infinite): ${bad.slice(0, 3).join(', ')}${more}.`]
      : []
  return { values, notes }
}
