/** Which vertices every way from the first vertex to another one passes. */
export interface Dominators {
  /** The last vertex that every way to all of these passes. */
  common(vertices: readonly number[]): number
  /** How many vertices every way passes before this one. */
  depth(vertex: number): number
  /** The first vertex after `over` that every way to this one passes; `over` must be one of those it passes. */
  below(vertex: number, over: number): number
}

/**
 * Of a graph without circles whose vertices stand in an order in which each comes after those it reads; the first reads
 * none, and vertices that read none hang from it.
 */
export function dominatorsOf(reads: readonly (readonly number[])[]): Dominators {
  const above = new Int32Array(reads.length)
  const depths = new Int32Array(reads.length)
  const meet = (a: number, b: number) => {
    while (a !== b) {
      if (depths[a] >= depths[b]) a = above[a]
      else b = above[b]
    }
    return a
  }
  for (let vertex = 1; vertex < reads.length; vertex++) {
    const inputs = reads[vertex]
    const over = inputs.length === 0 ? 0 : inputs.reduce(meet)
    above[vertex] = over
    depths[vertex] = depths[over] + 1
  }
  const below = (vertex: number, over: number) => {
    let at = vertex
    while (at !== over && above[at] !== over && at !== 0) at = above[at]
    return at
  }
  return { below, common: (vertices) => vertices.reduce(meet), depth: (vertex) => depths[vertex] }
}
