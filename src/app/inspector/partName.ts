import type { GraphNode, Group } from '../../nn/graph'

/** What a part is called: a path by its number, as its words elsewhere have it. */
export function partName(part: GraphNode | Group): string {
  return 'level' in part && part.level === 'path' ? part.name.replace(/^p(?=\d+$)/, 'path ') : part.name
}
