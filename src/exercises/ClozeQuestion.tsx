import { type FormEvent, Fragment, type ReactNode, useState } from 'react'
import { Frame } from './Frame'
import { judge } from './judge'
import { useProgress } from './progress'

/** A gap: a number to type, or a word to choose. */
export type Blank =
  | { readonly answer: number; readonly within?: number }
  | { readonly answer: string; readonly options: readonly string[] }

interface Props {
  readonly id: string
  readonly ask: ReactNode
  /** The sentence; `{}` stands where a gap is. */
  readonly text: string
  readonly blanks: readonly Blank[]
  readonly children?: ReactNode
}

function fits(blank: Blank, given: string): boolean {
  return 'options' in blank ? given === blank.answer : judge(given, blank.answer, blank).kind === 'right'
}

/** Fill the gaps of a sentence. */
export function ClozeQuestion({ id, ask, text, blanks, children }: Props) {
  const kept = useProgress((state) => state.answers[id])
  const { answer } = useProgress.getState()
  const [given, setGiven] = useState<readonly string[]>(() => kept?.given.split('\n') ?? blanks.map(() => ''))
  const right = blanks.filter((blank, i) => fits(blank, given[i] ?? '')).length
  const set = (i: number, value: string) => setGiven(given.map((old, j) => (j === i ? value : old)))

  function submit(event: FormEvent): void {
    event.preventDefault()
    answer(id, given.join('\n'), right === blanks.length)
  }

  return (
    <Frame
      ask={ask}
      right={kept ? kept.right : null}
      feedback={kept?.right ? 'Right.' : `${right} of ${blanks.length} fit.`}
      explanation={kept?.right && children ? <div className="question-answer">{children}</div> : undefined}
    >
      <form className="question-cloze" onSubmit={submit}>
        <p>
          {text.split('{}').map((part, i) => {
            const blank = blanks[i]
            return (
              <Fragment key={i}>
                {part}
                {blank &&
                  i < blanks.length &&
                  ('options' in blank ? (
                    <select
                      className="input inline"
                      aria-label={`Gap ${i + 1}`}
                      value={given[i]}
                      onChange={(event) => set(i, event.target.value)}
                    >
                      <option value="">…</option>
                      {blank.options.map((option) => (
                        <option key={option}>{option}</option>
                      ))}
                    </select>
                  ) : (
                    <input
                      className="input inline"
                      size={7}
                      autoComplete="off"
                      aria-label={`Gap ${i + 1}`}
                      value={given[i]}
                      onChange={(event) => set(i, event.target.value)}
                    />
                  ))}
              </Fragment>
            )
          })}
        </p>
        <button
          type="submit"
          className="button primary"
          disabled={given.some((value) => value.trim() === '')}
        >
          Check
        </button>
      </form>
    </Frame>
  )
}
