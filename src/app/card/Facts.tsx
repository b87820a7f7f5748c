import type { GraphNode } from '../../nn/graph'
import { isHidden, type Hidden } from '../../nn/hidden'
import { formatShape } from '../../nn/shape'
import { trainable } from '../../nn/totals'
import { count, short } from '../../ui/format'
import { Hideable } from '../../ui/Hideable'
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
              <Hideable isHidden={hidden !== undefined}>{shapes(inputShapes, axes)}</Hideable>{' '}
              <span aria-label="becomes">→</span>{' '}
            </>
          )}
          <Hideable isHidden={isHidden(hidden, 'output')}>
            <b>{formatShape(shape, axes)}</b>
          </Hideable>
        </dd>
      </div>
      {fits && (
        <>
          <div>
            <dt>parameters</dt>
            <dd>
              <Hideable isHidden={isHidden(hidden, 'parameters')}>
                {trainable(params) === 0 ? 'none' : count(trainable(params))}
              </Hideable>
            </dd>
          </div>
          {macs > 0 && (
            <div>
              <dt>MACs</dt>
              <dd>
                <Hideable isHidden={isHidden(hidden, 'macs')}>{short(macs)}</Hideable>
              </dd>
            </div>
          )}
        </>
      )}
      {!isInput && (
        <div>
          <dt>one value sees</dt>
          <dd>
            <Hideable isHidden={isHidden(hidden, 'field')}>{fieldSize(receptiveField)}</Hideable>
          </dd>
        </div>
      )}
    </dl>
  )
}
