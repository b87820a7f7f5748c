import { opOf } from '../../nn/ops'
import type { GraphNode } from '../../nn/graph'
import { Formula } from './Formula'

/** How the shape of a layer follows, line by line: each formula above the same with its numbers. */
export function Rule({ node, className }: { readonly node: GraphNode; readonly className: string }) {
  const op = opOf(node)
  const formulas = op.formula(node.inputShapes, node.attrs)
  return (
    <ul className={className}>
      {op.rule(node.inputShapes, node.attrs).map((line, i) => (
        <li key={line}>
          {formulas[i] && (
            <>
              <Formula text={formulas[i]} />
              <br />
            </>
          )}
          {line}
        </li>
      ))}
    </ul>
  )
}
