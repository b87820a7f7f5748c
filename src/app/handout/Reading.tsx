import { Fragment, type ReactNode, useMemo } from 'react'
import { AnswersContext } from '../../exercises/answers'
import { ShowingContext } from '../../lessons/context'
import type { Lesson, Slide } from '../../lessons/course'
import type { StepDescription } from '../../lessons/description'
import { components } from '../../lessons/vocabulary/index'
import { Problem } from '../../ui/Problem'
import { useBody } from '../course/useBody'
import { Figure } from './Figure'

interface Props {
  readonly slides: readonly Slide[]
  readonly notes: boolean
  readonly answers: boolean
}

/** Lessons as text: all words with every figure where it belongs, as many pages as they take. */
export function Reading({ slides, notes, answers }: Props) {
  return byLesson(slides).map((own) => <Text key={own[0].key} slides={own} notes={notes} answers={answers} />)
}

/** Slides of one lesson that follow each other stand together. */
function byLesson(slides: readonly Slide[]): readonly (readonly Slide[])[] {
  const groups: Slide[][] = []
  for (const slide of slides) {
    const last = groups.at(-1)
    if (last?.[0].lesson === slide.lesson) last.push(slide)
    else groups.push([slide])
  }
  return groups
}

function Text({ slides, notes, answers }: Props) {
  const [{ lesson }] = slides
  const { Body, problem, again } = useBody(lesson)
  if (problem) return <Problem onRetry={again}>{problem}</Problem>
  if (!Body)
    return (
      <p className="soft" data-waits>
        Loading…
      </p>
    )
  const isWhole = slides.length === lesson.steps.length
  // Of a whole lesson also how its module begins and ends.
  const shown = isWhole ? [null] : slides.map(({ step }) => step.id)
  return (
    <section className="handout-reading" data-lesson={lesson.id} aria-label={lesson.title}>
      {!isWhole && <h1>{lesson.title}</h1>}
      <div className="handout-prose">
        {shown.map((only) => (
          <Fragment key={only}>
            <Words lesson={lesson} only={only} notes={notes} answers={answers}>
              <Body components={components as never} />
            </Words>
          </Fragment>
        ))}
      </div>
      {answers && <Answers slides={slides} Body={Body} />}
    </section>
  )
}

interface WordsProps {
  readonly lesson: Lesson
  readonly only: string | null
  readonly notes: boolean
  readonly answers: boolean
  readonly children: ReactNode
}

function Words({ lesson, only, notes, answers, children }: WordsProps) {
  const showing = useMemo(
    () => ({
      lesson: lesson.id,
      only,
      notes,
      brief: false,
      figure,
      // What a slip tells is often an answer.
      ...(!answers && { folded: 'slips' as const }),
    }),
    [lesson, only, notes, answers],
  )
  return <ShowingContext value={showing}>{children}</ShowingContext>
}

/** What stands below the first words of a step. */
function figure(step: StepDescription, key: string): ReactNode {
  return step.network === undefined && step.show === undefined ? null : (
    <figure className="handout-figure">
      <Figure step={step} slide={key} per="text" />
    </figure>
  )
}

interface AnswersProps {
  readonly slides: readonly Slide[]
  readonly Body: NonNullable<ReturnType<typeof useBody>['Body']>
}

/** The questions again, each with its answer. */
function Answers({ slides, Body }: AnswersProps) {
  return (
    <AnswersContext value="right">
      <h2>Answers</h2>
      {slides.map(({ key, lesson, step }) => (
        <section key={key} className="handout-answers handout-prose" aria-label={`Answers: ${step.title}`}>
          <h3>{step.title}</h3>
          <ShowingContext value={{ lesson: lesson.id, only: step.id, notes: false, folded: 'slips' }}>
            <Body components={components as never} />
          </ShowingContext>
        </section>
      ))}
    </AnswersContext>
  )
}
