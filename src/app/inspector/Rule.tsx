import { formulaOf, ruleOf } from '../../nn/explained'
import type { GraphNode } from '../../nn/graph'
import { Formula } from './Formula'

/** How the shape of a layer follows, line by line: each formula above the same with its numbers. */
export function Rule({ node, className }: { readonly node: GraphNode; readonly className: string }) {
  const formulas = formulaOf(node)
  return (
    <ul className={className}>
      {ruleOf(node).map((line, i) => (
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
