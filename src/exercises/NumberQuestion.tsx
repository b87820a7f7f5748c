import { type FormEvent, type ReactNode, useContext, useId, useState } from 'react'
import { count, measured } from '../ui/format'
import { AnswersContext, useAnswer } from './answers'
import { Frame } from './Frame'
import { isSettled, judge, type Mistake } from './judge'
import { useProgress } from './progress'
import { reveal, useRevealed } from './revealed'

export interface NumberQuestionProps {
  /** Its place in the reader's progress. */
  readonly id: string
  readonly ask: ReactNode
  /** Computed by whoever asks. */
  readonly answer: number
  readonly unit?: string
  /** The share by which an answer may differ. */
  readonly within?: number
  readonly mistakes?: readonly Mistake[]
  /** The arithmetic, shown with the answer. */
  readonly children?: ReactNode
}

/** Predict a number, then see it computed. */
export function NumberQuestion({ id, ask, answer, unit, within, mistakes, children }: NumberQuestionProps) {
  const kept = useAnswer(id)
  const { answer: keep, retry } = useProgress.getState()
  /** What is typed; what was answered, here or in another tab, until something is. */
  const [typed, setTyped] = useState<string | null>(null)
  const isAsked = useRevealed((questions) => questions[id] === true)
  /** What is wrong with how the number was written. */
  const [problem, setProblem] = useState<string>()
  const name = useId()
  const text = typed ?? kept?.given ?? ''
  const verdict = kept && judge(kept.given, answer, { within, mistakes, unit })
  const answers = useContext(AnswersContext)
  const shown = isAsked && answers === 'readers'
  const isOut = shown || answers === 'right' || verdict?.kind === 'right'

  function submit(event: FormEvent): void {
    event.preventDefault()
    const found = judge(text, answer, { within, mistakes, unit })
    setProblem(isSettled(found) ? undefined : found.say)
    if (isSettled(found)) keep(id, text, found.kind === 'right')
  }

  const said = Number.isInteger(answer) ? count(answer) : measured(answer)
  return (
    <Frame
      ask={ask}
      right={verdict && !problem && isSettled(verdict) ? verdict.kind === 'right' : null}
      feedback={
        verdict &&
        !problem &&
        (verdict.kind === 'right'
          ? 'Right.'
          : verdict.kind === 'mistake'
            ? verdict.say
            : `Not yet. ${verdict.say}`)
      }
      explanation={
        isOut && (
          <div className="question-answer">
            <p>
              Computed: <strong data-answer={answer}>{said}</strong>
              {unit === '%' ? unit : unit && ` ${unit}`}
            </p>
            {children}
          </div>
        )
      }
    >
      <form className="question-form" onSubmit={submit}>
        <label htmlFor={name} className="visually-hidden">
          Your prediction
        </label>
        <input
          id={name}
          className="input"
          inputMode="text"
          autoComplete="off"
          placeholder="your prediction"
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby={problem && `${name}-problem`}
          onChange={(event) => setTyped(event.target.value)}
        />
        {unit && <span className="soft">{unit}</span>}
        <button type="submit" className="button primary" disabled={text.trim() === ''}>
          Check
        </button>
        {!isOut && (
          <button type="button" className="button" onClick={() => reveal(id)}>
            Show the answer
          </button>
        )}
        {(kept || shown) && (
          <button
            type="button"
            className="button"
            onClick={() => {
              retry(id)
              setTyped(null)
              reveal(id, false)
              setProblem(undefined)
            }}
          >
            Clear
          </button>
        )}
      </form>
      {problem && (
        <p id={`${name}-problem`} className="problem" role="alert">
          {problem}
        </p>
      )}
    </Frame>
  )
}
