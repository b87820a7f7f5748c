import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { count, measured } from '../ui/format'
import { Frame } from './Frame'
import { judge, type Mistake } from './judge'
import { useProgress } from './progress'

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
  const kept = useProgress((state) => state.answers[id])
  const { answer: keep, retry } = useProgress.getState()
  const [text, setText] = useState(kept?.given ?? '')
  const [shown, setShown] = useState(false)
  const [unread, setUnread] = useState(false)
  const name = useId()
  const verdict = kept && judge(kept.given, answer, { within, mistakes })
  const isOut = shown || verdict?.kind === 'right'

  function submit(event: FormEvent): void {
    event.preventDefault()
    const { kind } = judge(text, answer, { within, mistakes })
    setUnread(kind === 'unreadable')
    if (kind !== 'unreadable') keep(id, text, kind === 'right')
  }

  const said = Number.isInteger(answer) ? count(answer) : measured(answer)
  return (
    <Frame
      ask={ask}
      right={verdict && !unread && verdict.kind !== 'unreadable' ? verdict.kind === 'right' : null}
      feedback={
        verdict &&
        !unread &&
        (verdict.kind === 'right'
          ? 'Right.'
          : verdict.kind === 'mistake'
            ? verdict.say
            : `Not that. ${verdict.say}`)
      }
      explanation={
        isOut && (
          <div className="question-answer">
            <p>
              Computed: <strong data-answer={answer}>{said}</strong> {unit}
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
          aria-invalid={unread}
          aria-describedby={unread ? `${name}-problem` : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        {unit && <span className="soft">{unit}</span>}
        <button type="submit" className="button primary" disabled={text.trim() === ''}>
          Check
        </button>
        {!isOut && (
          <button type="button" className="button" onClick={() => setShown(true)}>
            Show the answer
          </button>
        )}
        {(kept || shown) && (
          <button
            type="button"
            className="button"
            onClick={() => {
              retry(id)
              setText('')
              setShown(false)
              setUnread(false)
            }}
          >
            Clear
          </button>
        )}
      </form>
      {unread && (
        <p id={`${name}-problem`} className="problem" role="alert">
          “{text}” is not a number that can be read; write it as 9408, 8.71, 9.4k, 1/4 or 7·7·3.
        </p>
      )}
    </Frame>
  )
}
