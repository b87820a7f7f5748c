import type { GraphNode } from '../../nn/graph'
import { formatShape } from '../../nn/shape'
import { trainable } from '../../nn/totals'
import { count, short } from '../../ui/format'
import { fieldSize, shapes } from '../inspector/words'
import { useStore } from '../state/store'

/** What a layer is in numbers, in one row. */
export function Facts({ node, isInput }: { readonly node: GraphNode; readonly isInput: boolean }) {
  const axes = useStore((state) => state.axes)
  const { inputShapes, shape, fits, params, macs, receptiveField } = node
  return (
    <dl className="layer-facts">
      <div>
        <dt>shape</dt>
        <dd>
          {inputShapes.length > 0 && (
            <>
              {shapes(inputShapes, axes)} <span aria-label="becomes">→</span>{' '}
            </>
          )}
          <b>{formatShape(shape, axes)}</b>
        </dd>
      </div>
      {fits && (
        <>
          <div>
            <dt>parameters</dt>
            <dd>{trainable(params) === 0 ? 'none' : count(trainable(params))}</dd>
          </div>
          {macs > 0 && (
            <div>
              <dt>MACs</dt>
              <dd>{short(macs)}</dd>
            </div>
          )}
        </>
      )}
      {!isInput && (
        <div>
          <dt>one value sees</dt>
          <dd>{fieldSize(receptiveField)}</dd>
        </div>
      )}
    </dl>
  )
}
