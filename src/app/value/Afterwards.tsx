import { inside, withNumbers } from '../../featuremaps/terms'
import type { NodeId } from '../../nn/graph'
import type { Arithmetic, Unit } from '../../nn/unit'
import { exacter } from '../../ui/format'
import { type Read, writtenOut } from '../number/reads'
import type { Place } from '../number/trail'

interface Props {
  /** The node whose value it is. */
  readonly of: NodeId
  /** What goes on with the value at its own place, in order. */
  readonly reads: readonly Read[]
  readonly at: Unit
  readonly onStep: (place: Place) => void
}

/** What becomes of a value: normalization, shortcut, activation, each with its numbers. */
export function Afterwards({ of, reads, at, onStep }: Props) {
  if (reads.length === 0) return null
  return (
    <ol className="afterwards" aria-label="What becomes of it">
      {reads.map((read, i) => {
        const arithmetic = writtenOut(read, at)
        if (!arithmetic) return null
        return (
          <li key={read.node.id}>
            <button
              type="button"
              className="link"
              title={read.node.id}
              onClick={() => onStep({ node: read.node.id, unit: at })}
            >
              {read.node.label === '+' ? 'addition' : read.node.label}
            </button>{' '}
            <span>
              {written(arithmetic, read, i === 0 ? of : reads[i - 1].node.id)} ={' '}
              <b>{exacter(arithmetic.result)}</b>
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/**
 * The arithmetic on one line, in numbers.
 * @param before the node whose value comes in; others are named
 */
function written(arithmetic: Arithmetic, { node }: Read, before: NodeId): string {
  const { operation, patches } = arithmetic
  if (operation === 'formula') return withNumbers(arithmetic)
  const values = patches.map(({ input, subtotal }, i) => {
    const value = i === 0 ? exacter(subtotal) : inside(subtotal)
    return node.inputs[input] === before ? value : `${value} from ${node.inputs[input]}`
  })
  return values.join(operation === 'product' ? ' · ' : operation === 'sum' ? ' + ' : ', ')
}
