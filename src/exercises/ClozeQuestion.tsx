import { type FormEvent, Fragment, type ReactNode, useContext, useId, useState } from 'react'
import { count, measured } from '../ui/format'
import { AnswersContext, useAnswer } from './answers'
import { Frame } from './Frame'
import { isSettled, judge } from './judge'
import { useProgress } from './progress'

/** A gap: a number to type, or a word to choose. */
export type Blank = (
  | { readonly answer: number; readonly within?: number }
  | { readonly answer: string; readonly options: readonly string[] }
) & {
  /** Where to look again, for who filled it wrongly. */
  readonly hint?: string
}

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

/** What is wrong with how the number in a gap was written; undefined where it can be judged. */
function problemOf(blank: Blank, given: string): string | undefined {
  if ('options' in blank) return undefined
  const verdict = judge(given, blank.answer, blank)
  return isSettled(verdict) ? undefined : verdict.say
}

/** What belongs in a gap. */
function said({ answer }: Blank): string {
  if (typeof answer === 'string') return answer
  return Number.isInteger(answer) ? count(answer) : measured(answer)
}

/** Which gaps to look at again, and what to look for there. */
function toldOf(wrong: readonly number[], blanks: readonly Blank[]): string {
  const gaps = blanks.length
  const which = wrong.map((i) => i + 1)
  const fits =
    gaps === 1
      ? 'That does not fit.'
      : which.length === gaps
        ? 'No gap fits yet.'
        : `${gaps - which.length} of ${gaps} fit; gap ${which.join(' and ')} ${which.length === 1 ? 'does' : 'do'} not.`
  const hints = wrong.flatMap((i) => {
    const { hint } = blanks[i]
    return hint === undefined ? [] : [gaps === 1 ? hint : `Gap ${i + 1}: ${hint}`]
  })
  return [fits, ...hints].join(' ')
}

/** Fill the gaps of a sentence. */
export function ClozeQuestion({ id, ask, text, blanks, children }: Props) {
  const kept = useAnswer(id)
  const { answer } = useProgress.getState()
  /** What is written; what was answered, here or in another tab, until something is. */
  const [written, setWritten] = useState<readonly string[] | null>(null)
  /** By gap, where something else has to be written before it can be checked. */
  const [problems, setProblems] = useState<readonly (string | undefined)[]>([])
  const name = useId()
  // What was checked, not what has been typed since.
  const checked = kept?.given.split('\n')
  const isPrinted = useContext(AnswersContext) === 'right'
  const given = isPrinted ? blanks.map(said) : (written ?? blanks.map((_, i) => checked?.[i] ?? ''))
  const wrong = blanks.flatMap((blank, i) => (checked && !fits(blank, checked[i] ?? '') ? [i] : []))
  /** A gap is marked until something else stands in it. */
  const isWrong = (i: number) =>
    problems[i] !== undefined || (wrong.includes(i) && given[i] === checked?.[i]) || undefined
  const set = (i: number, value: string) => {
    setWritten(given.map((old, j) => (j === i ? value : old)))
    setProblems(problems.map((old, j) => (j === i ? undefined : old)))
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    const found = blanks.map((blank, i) => problemOf(blank, given[i]))
    setProblems(found)
    if (found.some((problem) => problem !== undefined)) return
    answer(
      id,
      given.join('\n'),
      blanks.every((blank, i) => fits(blank, given[i])),
    )
  }

  return (
    <Frame
      ask={ask}
      right={kept ? kept.right : null}
      feedback={kept?.right ? 'Right.' : toldOf(wrong, blanks)}
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
                      aria-invalid={isWrong(i)}
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
                      aria-invalid={isWrong(i)}
                      aria-describedby={problems[i] && `${name}-${i}`}
                      value={given[i]}
                      onChange={(event) => set(i, event.target.value)}
                    />
                  ))}
              </Fragment>
            )
          })}
        </p>
        {problems.map(
          (problem, i) =>
            problem && (
              <p key={i} id={`${name}-${i}`} className="problem" role="alert">
                Gap {i + 1}: {problem}
              </p>
            ),
        )}
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
