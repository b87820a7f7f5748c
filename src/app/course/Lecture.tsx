import { type ReactNode, useEffect, useMemo } from 'react'
import { FigureContext, ShowingContext } from '../../lessons/context'
import type { Lesson } from '../../lessons/course'
import { components } from '../../lessons/vocabulary/index'
import { Problem } from '../../ui/Problem'
import { useFigure } from '../state/useFigure'
import { slideShown } from './firstSlide'
import { useBody } from './useBody'

interface Props {
  readonly lesson: Lesson
  /** One step, or all of them. */
  readonly only: string | null
  readonly notes: boolean
  /** The few words for a room, in place of the prose of a slide that has them. */
  readonly brief?: boolean
  /** What stands on a page before the question that ends the lesson. */
  readonly end?: ReactNode
  /** Shown while the prose is on its way. */
  readonly waiting: ReactNode
}

/** The prose of a lesson, its words tied to the picture. */
export function Lecture({ lesson, only, notes, brief = false, end, waiting }: Props) {
  const { Body, problem, again } = useBody(lesson)
  const figure = useFigure()
  const showing = useMemo(
    () => ({
      lesson: lesson.id,
      only,
      notes,
      brief,
      folded: only === null ? ('slips' as const) : ('all' as const),
      end,
    }),
    [lesson, only, notes, brief, end],
  )
  const isThere = Body !== undefined || problem !== undefined
  useEffect(() => {
    if (isThere) slideShown()
  }, [isThere])
  if (problem)
    return (
      <>
        {waiting}
        <Problem onRetry={again}>{problem}</Problem>
      </>
    )
  if (!Body) return waiting
  return (
    <FigureContext value={figure}>
      <ShowingContext value={showing}>
        <Body components={components as never} />
      </ShowingContext>
    </FigureContext>
  )
}
