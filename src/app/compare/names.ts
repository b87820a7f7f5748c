import type { Graph } from '../../nn/graph'

/** The titles of two networks; a changed one beside its own original says that it is changed. */
export function namesOf(left: Graph, right: Graph): readonly [left: string, right: string] {
  const [one, other] = [left.architecture.title, right.architecture.title]
  return one === other && left !== right ? [`${one} (changed)`, other] : [one, other]
}
