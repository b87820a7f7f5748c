import type { Graph } from '../../../nn/graph'
import type { Kind } from '../../../ui/look'
import { networksOf } from '../../shared/drawings/networks'

/** Factors on He's initial kernels. */
export const scales = { zero: 0, half: 0.5, he: 1, twice: 2 } as const

/** The network that learns; undefined where the family has no such variant. */
export function networkOf(kind: Kind, blocks: number, bn: boolean): Graph | undefined {
  return networksOf(blocks, bn)[kind]
}

/** Its stages, which are open at first. */
export function stagesOf(graph: Graph): readonly string[] {
  return graph.groups.filter(({ level }) => level === 'stage').map(({ id }) => id)
}
