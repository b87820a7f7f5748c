import { type ReactNode, useContext } from 'react'
import { AnswersContext } from '../../exercises/answers'
import { type Blank, ClozeQuestion } from '../../exercises/ClozeQuestion'
import { ChoiceQuestion } from '../../exercises/ChoiceQuestion'
import { NumberQuestion } from '../../exercises/NumberQuestion'
import { OrderQuestion } from '../../exercises/OrderQuestion'
import type { PracticeKind, PracticeName } from '../../exercises/practice'
import { PracticeQuestion } from '../../exercises/Practice'
import { useProgress } from '../../exercises/progress'
import { reveal, useRevealed } from '../../exercises/revealed'
import { ShowingContext, useStep } from '../context'
import { showAll, usePassed, useShownLessons } from '../held'
import { useHiding } from '../hidden'
import { Card } from './Card'
import { numbers, type Numbers } from '../numbers'

/** A text, or one with computed numbers in it. */
export type Words = string | ((n: Numbers) => string)

/** A number, or one that is computed from networks. */
export type Value = number | ((n: Numbers) => number)

const say = (words: Words) => (typeof words === 'string' ? words : words(numbers))
const get = (value: Value) => (typeof value === 'number' ? value : value(numbers))

/** The place of a question in the reader's progress; it lasts as long as the question is asked in these words. */
function useQuestion(ask: string): string {
  const { key } = useStep()
  return `${key}#${ask.slice(0, 60)}`
}

interface PredictProps {
  readonly ask: Words
  readonly answer: Value
  readonly unit?: string
  readonly within?: number
  readonly mistakes?: readonly { readonly value: Value; readonly say: Words }[]
  /** On a page, what follows would give the answer away, so it waits for one. */
  readonly holds?: boolean
  /** What waits for the answer: nodes of the picture, whose numbers are question marks until then, or readouts of the lab. */
  readonly hides?: readonly string[]
  readonly children?: ReactNode
}

/** Predict first, then see it computed. */
export function Predict({ ask, answer, mistakes = [], holds = false, hides = [], ...rest }: PredictProps) {
  const text = say(ask)
  const id = useQuestion(text)
  const isRight = useProgress((state) => state.answers[id]?.right === true)
  const isAsked = useRevealed((questions) => questions[id] === true)
  useHiding(useStep().key, id, hides, isRight || isAsked)
  return (
    <>
      <Card title={text}>
        <NumberQuestion
          {...rest}
          id={id}
          ask={text}
          answer={get(answer)}
          mistakes={mistakes.map((mistake) => ({ value: get(mistake.value), say: say(mistake.say) }))}
        />
      </Card>
      {holds && <Waiting question={id} />}
    </>
  )
}

/** Stands where a page ends until a question is answered; the style sheet hides what follows. Paper goes on. */
function Waiting({ question }: { readonly question: string }) {
  const { lesson, only } = useContext(ShowingContext)
  const isAnswered = useProgress((state) => question in state.answers)
  const isShown = useShownLessons((lessons) => lessons.includes(lesson))
  const isPassed = usePassed((questions) => questions.includes(question))
  const isOnPaper = useContext(AnswersContext) !== 'readers'
  if (only !== null || isAnswered || isShown || isPassed || isOnPaper) return null
  return (
    <p className="step-waits" data-question={question}>
      The rest of this page waits for your answer.{' '}
      <button type="button" className="button small" onClick={() => showAll(lesson)}>
        Read on without answering
      </button>
    </p>
  )
}

interface ChoiceProps {
  readonly ask: Words
  readonly options: readonly { readonly text: Words; readonly right?: boolean; readonly why: Words }[]
  /** As on `<Predict>`. */
  readonly holds?: boolean
  readonly hides?: readonly string[]
  readonly children?: ReactNode
}

export function Choice({ ask, options, holds = false, hides = [], children }: ChoiceProps) {
  const text = say(ask)
  const id = useQuestion(text)
  const isAnswered = useProgress((state) => id in state.answers)
  const isAsked = useRevealed((questions) => questions[id] === true)
  const isSettled = isAnswered || isAsked
  useHiding(useStep().key, id, hides, isSettled)
  return (
    <>
      <Card title={text}>
        <ChoiceQuestion
          id={id}
          ask={text}
          options={options.map((option) => ({ ...option, text: say(option.text), why: say(option.why) }))}
          action={
            hides.length > 0 &&
            !isSettled && (
              <button type="button" className="button small" onClick={() => reveal(id)}>
                Show it in the figure
              </button>
            )
          }
        >
          {children}
        </ChoiceQuestion>
      </Card>
      {holds && <Waiting question={id} />}
    </>
  )
}

interface OrderProps {
  readonly ask: Words
  /** In the right order. */
  readonly items: readonly string[]
  /** As on `<Predict>`. */
  readonly hides?: readonly string[]
  readonly children?: ReactNode
}

export function Order({ ask, hides = [], ...rest }: OrderProps) {
  const text = say(ask)
  const id = useQuestion(text)
  useHiding(
    useStep().key,
    id,
    hides,
    useProgress((state) => id in state.answers),
  )
  return (
    <Card title={text}>
      <OrderQuestion {...rest} id={id} ask={text} />
    </Card>
  )
}

type LessonBlank = (
  | { readonly answer: Value; readonly within?: number }
  | { readonly answer: string; readonly options: readonly string[] }
) & { readonly hint?: string }

interface ClozeProps {
  readonly ask?: Words
  /** The sentence; `{}` stands where a gap is. */
  readonly text: string
  readonly blanks: readonly LessonBlank[]
  readonly children?: ReactNode
}

export function Cloze({ ask = 'Fill in the blanks.', blanks, ...rest }: ClozeProps) {
  const asked = blanks.map((blank): Blank =>
    'options' in blank ? blank : { ...blank, answer: get(blank.answer) },
  )
  const id = useQuestion(rest.text)
  useHiding(
    useStep().key,
    id,
    [],
    useProgress((state) => id in state.answers),
  )
  return (
    <Card title={say(ask)}>
      <ClozeQuestion {...rest} id={id} ask={say(ask)} blanks={asked} />
    </Card>
  )
}

interface PracticeProps {
  readonly of: PracticeName
  /** What the slide practices; the exercise has to be of this kind. */
  readonly kind: PracticeKind
}

/** Generated questions, with other numbers as often as one likes. */
export function Practice({ of }: PracticeProps) {
  return (
    <Card title="Practice with other numbers">
      <PracticeQuestion id={useQuestion(`practice ${of}`)} name={of} />
    </Card>
  )
}
