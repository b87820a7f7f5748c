import { useMemo } from 'react'
import { ShowingContext } from '../../lessons/context'
import type { Slide } from '../../lessons/course'
import { components } from '../../lessons/vocabulary/index'
import { useBody } from './useBody'

/** A slide that has no figure, as it stands in the room; nothing while its words are on their way or do not come. */
export function SlideWords({ slide }: { readonly slide: Slide }) {
  const { Body } = useBody(slide.lesson)
  const showing = useMemo(
    () => ({ lesson: slide.lesson.id, only: slide.step.id, notes: false, brief: true }),
    [slide],
  )
  if (!Body) return null
  return (
    <ShowingContext value={showing}>
      <div className="slide-thumb-words" data-kind={slide.step.kind}>
        <Body components={components as never} />
      </div>
    </ShowingContext>
  )
}
