import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useContext, useState } from 'react'
import { AnswersContext, useAnswer } from './answers'
import { Frame } from './Frame'
import { useProgress } from './progress'
import { shuffled } from './random'

interface Props {
  readonly id: string
  readonly ask: ReactNode
  /** In the right order. */
  readonly items: readonly string[]
  readonly children?: ReactNode
}

/** The items in the order of a kept answer; undefined where it is not one of these items. */
function orderIn(given: string | undefined, items: readonly string[]): readonly string[] | undefined {
  const order = given?.split('\n')
  return order?.length === items.length && items.every((item) => order.includes(item)) ? order : undefined
}

/** Put things in order; every item moves with two buttons. */
export function OrderQuestion({ id, ask, items, children }: Props) {
  const kept = useAnswer(id)
  const { answer, retry } = useProgress.getState()
  /** How they were moved; how they were answered, here or in another tab, until one is. */
  const [moved, setMoved] = useState<readonly string[] | null>(null)
  const isPrinted = useContext(AnswersContext) === 'right'
  const order = isPrinted ? items : (moved ?? orderIn(kept?.given, items) ?? shuffled(items, id))
  const placed = order.filter((item, i) => item === items[i]).length
  function move(from: number, by: -1 | 1): void {
    const next = [...order]
    ;[next[from], next[from + by]] = [next[from + by], next[from]]
    setMoved(next)
    if (kept) retry(id)
  }
  return (
    <Frame
      ask={ask}
      right={kept ? kept.right : null}
      feedback={
        kept?.right
          ? 'Right.'
          : `${placed} of ${items.length} ${placed === 1 ? 'is' : 'are'} in the right place.`
      }
      explanation={kept?.right && children ? <div className="question-answer">{children}</div> : undefined}
    >
      <ol className="question-order">
        {order.map((item, i) => (
          <li key={item}>
            <span>{item}</span>
            <button
              type="button"
              className="button icon small"
              disabled={i === 0}
              aria-label={`${item}: up`}
              onClick={() => move(i, -1)}
            >
              <ArrowUp aria-hidden size={16} />
            </button>
            <button
              type="button"
              className="button icon small"
              disabled={i === order.length - 1}
              aria-label={`${item}: down`}
              onClick={() => move(i, 1)}
            >
              <ArrowDown aria-hidden size={16} />
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="button primary"
        onClick={() =>
          answer(
            id,
            order.join('\n'),
            order.every((item, i) => item === items[i]),
          )
        }
      >
        Check
      </button>
    </Frame>
  )
}
