import type { NodeId } from '../../nn/graph'
import { size } from '../../nn/totals'
import { ImportError } from '../error'
import type { FileTensor } from '../tensors'
import { type Fault, faultOf, told } from '../weights'
import type { ImportedNetwork } from './readOnnx'

/** Weights of a network, by node and name, in the layout of its graph. */
export interface LoadedWeights {
  readonly values: ReadonlyMap<NodeId, Readonly<Record<string, Float32Array>>>
  /** What is wrong with them, a sentence each. */
  readonly notes: readonly string[]
}

/**
 * Every weight of a network, one after the other, in the layout of its graph; `take` may keep or give away what it gets.
 * What is not a number is told, and stays: the maps show how far it spreads.
 * @throws ImportError where values are missing
 */
export async function eachOnnxWeight(
  { graph, weights, initializers }: ImportedNetwork,
  take: (node: NodeId, weight: string, values: Float32Array<ArrayBuffer>) => void | Promise<void>,
): Promise<readonly Fault[]> {
  const faults: Fault[] = []
  for (const node of graph.nodes)
    for (const [name, weight] of Object.entries(node.weights)) {
      const found = await weights.get(node.id)?.[name]?.()
      if (found?.length !== size(weight))
        throw new ImportError(
          `The file has ${found ? `${found.length} values` : 'no values'} for ${node.id}.${name}, but ${size(weight)} are needed.`,
        )
      const problem = faultOf(found, name)
      if (problem)
        faults.push({ name: initializers.get(node.id)?.[name]?.name ?? `${node.id}.${name}`, problem })
      // What is handed out may be given away, and a reader may hand out the same values twice.
      await take(node.id, name, new Float32Array(found))
    }
  return faults
}

/** The tensors of the file that weights come from, each once. */
export function tensorsOf({ initializers }: Pick<ImportedNetwork, 'initializers'>) {
  const found = new Map<string, { readonly tensor: FileTensor; readonly weight: string }>()
  for (const weights of initializers.values())
    for (const [weight, { name, tensor }] of Object.entries(weights)) found.set(name, { tensor, weight })
  return found.values()
}

/** Reads the values of all weights. Throws an `ImportError` where values are missing. */
export async function loadWeights(network: ImportedNetwork): Promise<LoadedWeights> {
  const values = new Map<NodeId, Record<string, Float32Array>>()
  const faults = await eachOnnxWeight(network, (node, name, found) => {
    values.set(node, { ...values.get(node), [name]: found })
  })
  const fault = told(faults)
  return { values, notes: fault === undefined ? [] : [fault] }
}
