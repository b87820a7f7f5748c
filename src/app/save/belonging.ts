import type { Options } from '../../architectures/family'
import { resolve } from '../../architectures/index'
import type { Wanted } from '../../export/formats'
import { build } from '../../nn/build'
import type { Graph } from '../../nn/graph'
import { graphHash } from '../../runtime/graphHash'

/**
 * The network here, and its options, that makes this graph: a file that says so is known again when it comes back.
 * Undefined where none does: layers were changed one by one, or only a file describes the network.
 */
export function belongingOf(graph: Graph, id: string, given: Options): Wanted['belonging'] {
  try {
    const { file, options } = resolve(id, given)
    const network = file ? file.family : id
    if (network === undefined) return undefined
    const own = resolve(network, options)
    return graphHash(build(own.architecture)) === graphHash(graph)
      ? { network, options: own.options }
      : undefined
  } catch {
    // The family lacks an option, or has another range for it.
    return undefined
  }
}
