import type { GraphNode, Issue, NodeId } from './graph'
import { opOf } from './ops'
import { asMap, extent, isMap, sameShape, type Shape } from './shape'

/** An extent that any window fits into. */
const large = 4096

/** After an impossible edit the sides may be below one; the picture goes on with one. */
export function possible(shape: Shape): Shape {
  return shape.map((side) => (side >= 1 ? Math.floor(side) : 1)) as unknown as Shape
}

/**
 * Tells a fault from what follows from it. The output of a node that does not fit is a guess; an issue behind it that
 * another guess would not raise is a consequence, and says so.
 * @param nodes in topological order
 */
export function withCauses(nodes: readonly GraphNode[], issues: readonly Issue[]): readonly Issue[] {
  const follows = new Map<NodeId, NodeId>()
  const broken = new Set(issues.map(({ node }) => node))
  nodes.forEach((node, place) => {
    if (!broken.has(node.id) || follows.has(node.id)) return
    for (const guess of guesses(node))
      for (const id of mended(nodes.slice(place + 1), node.id, guess, broken))
        if (!follows.has(id)) follows.set(id, node.id)
  })
  return issues.map((issue) => {
    const cause = follows.get(issue.node)
    return cause === undefined
      ? issue
      : { ...issue, message: `${issue.message}; this follows from ${cause}`, follows: cause }
  })
}

/** What else the output of a node that does not fit might have been. */
function guesses({ op, attrs, inputShapes, shape }: GraphNode): readonly Shape[] {
  const shapeOf = (inputs: readonly Shape[]) => opOf({ op }).shape(inputs, attrs)
  const [first] = inputShapes
  const own = shapeOf(inputShapes)
  // Of several paths any may be the right one.
  const others = inputShapes.slice(1).map((one, i) => shapeOf([one, ...inputShapes.toSpliced(i + 1, 1)]))
  // A window that does not fit might have kept the map, or the map might have been larger.
  const isCut = isMap(first) && isMap(own) && !sameShape(own, possible(own))
  const uncut = isCut
    ? [[...extent(first), own[2]] as const, possible(shapeOf([[large, large, asMap(first)[2]]]))]
    : []
  return [...others, ...uncut].filter((guess) => !sameShape(guess, shape))
}

/** The nodes that would fit if the output of `start` were `guess`, and do not as it is. */
function mended(
  after: readonly GraphNode[],
  start: NodeId,
  guess: Shape,
  broken: ReadonlySet<NodeId>,
): readonly NodeId[] {
  const changed = new Map<NodeId, Shape>([[start, guess]])
  return after.flatMap((node) => {
    if (!node.inputs.some((id) => changed.has(id))) return []
    const op = opOf(node)
    const inputs = node.inputs.map((id, i) => changed.get(id) ?? node.inputShapes[i])
    const shape = possible(op.shape(inputs, node.attrs))
    if (!sameShape(shape, node.shape)) changed.set(node.id, shape)
    return broken.has(node.id) && op.check?.(inputs, node.attrs) === undefined ? [node.id] : []
  })
}
