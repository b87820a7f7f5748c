import type { GraphNode } from '../../nn/graph'
import { isHidden, type Hidden } from '../../nn/hidden'
import { unknown } from '../../nn/unknown'
import { formatShape } from '../../nn/shape'
import { trainable } from '../../nn/totals'
import { count, short } from '../../ui/format'
import { fieldSize, shapes } from '../inspector/words'
import { useStore } from '../state/store'

interface Props {
  readonly node: GraphNode
  readonly isInput: boolean
  /** What of its numbers waits for an answer. */
  readonly hidden?: Hidden
}

/** What a layer is in numbers, in one row; question marks while a question hides them. */
export function Facts({ node, isInput, hidden }: Props) {
  const axes = useStore((state) => state.axes)
  const { inputShapes, shape, fits, params, macs, receptiveField } = node
  return (
    <dl className="layer-facts">
      <div>
        <dt>shape</dt>
        <dd>
          {inputShapes.length > 0 && (
            <>
              {hidden ? unknown : shapes(inputShapes, axes)} <span aria-label="becomes">→</span>{' '}
            </>
          )}
          <b>{isHidden(hidden, 'output') ? unknown : formatShape(shape, axes)}</b>
        </dd>
      </div>
      {fits && (
        <>
          <div>
            <dt>parameters</dt>
            <dd>
              {isHidden(hidden, 'parameters')
                ? unknown
                : trainable(params) === 0
                  ? 'none'
                  : count(trainable(params))}
            </dd>
          </div>
          {macs > 0 && (
            <div>
              <dt>MACs</dt>
              <dd>{isHidden(hidden, 'macs') ? unknown : short(macs)}</dd>
            </div>
          )}
        </>
      )}
      {!isInput && (
        <div>
          <dt>one value sees</dt>
          <dd>{isHidden(hidden, 'field') ? unknown : fieldSize(receptiveField)}</dd>
        </div>
      )}
    </dl>
  )
}
