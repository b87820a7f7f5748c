import type { GraphNode } from './graph'
import type { Definition } from './op'
import { opOf } from './ops'
import './ops/details'
import type { Shape } from './shape'

/** What an op does, in two sentences. */
export function explained<A extends object>(
  { explain }: Pick<Definition<A>, 'explain'>,
  inputs: readonly Shape[],
  attrs: Required<A>,
): string {
  return typeof explain === 'string' ? explain : explain(inputs, attrs)
}

/** How the shape of a node follows, line by line, with its numbers. */
export const ruleOf = (node: GraphNode): readonly string[] => opOf(node).rule(node.inputShapes, node.attrs)

/** The same in letters. */
export const formulaOf = (node: GraphNode): readonly string[] =>
  opOf(node).formula(node.inputShapes, node.attrs)
