import { type ReactNode, useContext, useId } from 'react'
import { AnswersContext, useAnswer } from './answers'
import { Frame } from './Frame'
import { orderOf } from './random'
import { useProgress } from './progress'

export interface Option {
  readonly text: ReactNode
  readonly right?: boolean
  /** Said to somebody who chose it. */
  readonly why: ReactNode
}

interface Props {
  readonly id: string
  readonly ask: ReactNode
  readonly options: readonly Option[]
  /** Another way out than to choose. */
  readonly action?: ReactNode
  readonly children?: ReactNode
}

/** One of a few, in an order that only the question decides; every option says why it is or is not the one. */
export function ChoiceQuestion({ id, ask, options, action, children }: Props) {
  const kept = useAnswer(id)
  const { answer } = useProgress.getState()
  const name = useId()
  const isPrinted = useContext(AnswersContext) === 'right'
  const chosen = isPrinted ? options.find(({ right }) => right) : kept && options[Number(kept.given)]
  return (
    <Frame
      ask={ask}
      right={chosen ? chosen.right === true : null}
      feedback={chosen?.why}
      explanation={chosen?.right && children ? <div className="question-answer">{children}</div> : undefined}
    >
      <div className="question-options" role="radiogroup" aria-label="Answers">
        {orderOf(options.length, id).map((i) => (
          <label key={i} className="question-option">
            <input
              type="radio"
              name={name}
              checked={chosen === options[i]}
              onChange={() => answer(id, String(i), options[i].right === true)}
            />
            <span>{options[i].text}</span>
          </label>
        ))}
      </div>
      {action}
    </Frame>
  )
}
