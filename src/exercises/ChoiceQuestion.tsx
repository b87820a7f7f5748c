import { type ReactNode, useId } from 'react'
import { Frame } from './Frame'
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
  readonly children?: ReactNode
}

/** One of a few; every option says why it is or is not the one. */
export function ChoiceQuestion({ id, ask, options, children }: Props) {
  const kept = useProgress((state) => state.answers[id])
  const { answer } = useProgress.getState()
  const name = useId()
  const chosen = kept ? options[Number(kept.given)] : undefined
  return (
    <Frame
      ask={ask}
      right={chosen ? chosen.right === true : null}
      feedback={chosen?.why}
      explanation={chosen?.right && children ? <div className="question-answer">{children}</div> : undefined}
    >
      <div className="question-options" role="radiogroup" aria-label="Answers">
        {options.map((option, i) => (
          <label key={i} className="question-option">
            <input
              type="radio"
              name={name}
              checked={kept?.given === String(i)}
              onChange={() => answer(id, String(i), option.right === true)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    </Frame>
  )
}
