import type { GraphNode } from '../../nn/graph'
import { explained, formulaOf } from '../../nn/explained'
import { opOf } from '../../nn/ops'
import { flopsPerMac, trainable } from '../../nn/totals'
import { count } from '../../ui/format'
import { Formula, Letters } from '../inspector/Formula'
import { Product } from '../inspector/Product'
import { fieldWords, roles, weightFormula } from '../inspector/words'
import { Rule } from '../inspector/Rule'

/** What the layer does, and how its shape and its counts come about. */
export function Sums({ node }: { readonly node: GraphNode }) {
  const op = opOf(node)
  const formulas = formulaOf(node)
  const factors = op.macs?.(node.inputShapes, node.shape, node.attrs) ?? []
  const weights = Object.entries(node.weights)
  return (
    <div className="layer-sums">
      <p>{explained(op, node.inputShapes, node.attrs)}</p>
      <details>
        <summary>Where its shape comes from</summary>
        <Rule node={node} className="layer-rule" />
        <Letters formulas={formulas} node={node} />
        {node.inputs.length > 0 && <p>{fieldWords(node)}</p>}
      </details>
      {node.fits && weights.length > 0 && (
        <details>
          <summary>Its {count(trainable(node.params))} parameters</summary>
          <ul className="layer-rule">
            {weights.map(([name, weight]) => (
              <li key={name}>
                {name}: <Formula text={weight.axes.join('·')} /> = {weightFormula(weight)}{' '}
                <span className="soft">({roles[weight.role]})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {node.fits && factors.length > 0 && (
        <details>
          <summary>Its {count(node.macs)} multiply-accumulates</summary>
          <Product factors={factors} result={node.macs} unit="MACs" />
          <p className="soft small-text">
            × {flopsPerMac} = {count(node.macs * flopsPerMac)} FLOPs. Adding a bias is not counted.
          </p>
        </details>
      )}
    </div>
  )
}
