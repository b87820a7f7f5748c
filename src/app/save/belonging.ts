import type { Options } from '../../architectures/family'
import { findEntry, resolve } from '../../architectures/index'
import type { Wanted } from '../../export/formats'
import { build } from '../../nn/build'
import type { Graph } from '../../nn/graph'
import { computeTheSame } from '../../nn/wiring'

/**
 * The network here, and its options, that makes this graph, or made it before layers were changed: a file that says so is
 * known again when it comes back. Undefined where only a file describes the network.
 */
export function belongingOf(graph: Graph, id: string, given: Options): Wanted['belonging'] {
  try {
    const { file, options } = resolve(id, given)
    const network = file ? file.family : id
    if (network === undefined) return undefined
    const own = resolve(network, options)
    const isChanged = !computeTheSame(build(own.architecture), graph)
    return { network, options: own.options, ...(isChanged && { isChanged }) }
  } catch {
    // The family lacks an option, or has another range for it.
    return undefined
  }
}

/** What files of a network are called that was read from a file: as that one, without its ending. Undefined for others. */
export function fileNameOf(network: string): string | undefined {
  return findEntry(network).file?.name.replace(/(\.weights)?\.\w+$/, '')
}
