import { useMemo } from 'react'
import { ShowingContext } from '../../lessons/context'
import type { Slide } from '../../lessons/course'
import { components } from '../../lessons/vocabulary/index'
import { Problem } from '../../ui/Problem'
import { useBody } from '../course/useBody'

interface Props {
  readonly slide: Slide
  readonly notes: boolean
  /** The few words for a room instead of all. */
  readonly brief?: boolean
}

/** The words of a slide on paper, with its questions; slips, which give answers away, stay folded. */
export function Prose({ slide: { lesson, step }, notes, brief = false }: Props) {
  const { Body, problem, again } = useBody(lesson)
  const showing = useMemo(
    () => ({ lesson: lesson.id, only: step.id, notes, brief, folded: 'slips' as const }),
    [lesson, step, notes, brief],
  )
  if (problem) return <Problem onRetry={again}>{problem}</Problem>
  if (!Body)
    return (
      <p className="soft" data-waits>
        Loading…
      </p>
    )
  return (
    <div className={brief ? 'handout-prose brief' : 'handout-prose'}>
      <ShowingContext value={showing}>
        <Body components={components as never} />
      </ShowingContext>
    </div>
  )
}
