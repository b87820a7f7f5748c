import { type ReactNode, useMemo } from 'react'
import { ShowingContext } from '../../lessons/context'
import type { Slide } from '../../lessons/course'
import { numbers } from '../../lessons/numbers'
import { components } from '../../lessons/vocabulary/index'
import type { Value, Words } from '../../lessons/vocabulary/Questions'
import { count, measured } from '../../ui/format'
import { Problem } from '../../ui/Problem'
import { useBody } from '../course/useBody'

const say = (words: Words) => (typeof words === 'string' ? words : words(numbers))

/** A question of the slide and its answer, as the lecturer needs both. */
function Asked({ ask, children }: { readonly ask: string; readonly children?: ReactNode }) {
  return (
    <div className="asked">
      <p>
        <strong>{ask}</strong>
      </p>
      {children}
    </div>
  )
}

function Predict({
  ask,
  answer,
  unit,
}: {
  readonly ask: Words
  readonly answer: Value
  readonly unit?: string
}) {
  const value = typeof answer === 'number' ? answer : answer(numbers)
  return (
    <Asked ask={say(ask)}>
      <p>
        {Number.isInteger(value) ? count(value) : measured(value)} {unit}
      </p>
    </Asked>
  )
}

interface ChoiceProps {
  readonly ask: Words
  readonly options: readonly { readonly text: Words; readonly right?: boolean; readonly why: Words }[]
}

function Choice({ ask, options }: ChoiceProps) {
  return (
    <Asked ask={say(ask)}>
      {options
        .filter(({ right }) => right)
        .map(({ text, why }) => (
          <div key={say(text)}>
            <p>{say(text)}</p>
            <p className="soft">{say(why)}</p>
          </div>
        ))}
    </Asked>
  )
}

function Order({ ask, items }: { readonly ask: Words; readonly items: readonly string[] }) {
  return (
    <Asked ask={say(ask)}>
      <ol>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
    </Asked>
  )
}

interface ClozeProps {
  readonly text: string
  readonly blanks: readonly { readonly answer: Value | string }[]
}

function Cloze({ text, blanks }: ClozeProps) {
  const answers = blanks.map(({ answer }) => (typeof answer === 'function' ? answer(numbers) : answer))
  return (
    <Asked
      ask={text
        .split('{}')
        .map((part, i) => part + (i < answers.length ? `[${answers[i]}]` : ''))
        .join('')}
    />
  )
}

const nothing = () => null

/** What the lecturer reads of a lesson: the notes, and every question with its answer. */
const spoken = {
  ...components,
  Predict,
  Choice,
  Order,
  Cloze,
  Practice: nothing,
  Curve: nothing,
  Compare: nothing,
  Table: nothing,
}

/** The notes of a slide; its prose stands on the slide. */
export function SpeakerNotes({ slide }: { readonly slide: Slide }) {
  const { Body, problem, again } = useBody(slide.lesson)
  const showing = useMemo(
    () => ({ lesson: slide.lesson.id, only: slide.step.id, notes: true, folded: 'all' as const }),
    [slide],
  )
  if (problem) return <Problem onRetry={again}>{problem}</Problem>
  if (!Body) return <p className="soft">Loading…</p>
  return (
    <ShowingContext value={showing}>
      <div className="speaker-notes">
        <Body components={spoken as never} />
      </div>
    </ShowingContext>
  )
}
