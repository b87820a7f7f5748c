import { useRef } from 'react'
import type { LabText } from '../../lab/shared/schema'
import '../course/lesson.css'
import { useFittingFigure } from '../course/useFittingText'
import { LabBody } from '../lab/LabBody'

/** A lab without a lesson, as large as its frame allows. */
export function EmbedLab({ lab, said }: { readonly lab: string; readonly said: LabText }) {
  const figure = useRef<HTMLElement>(null)
  useFittingFigure(figure, true)
  return (
    <main ref={figure} className="course-figure lab">
      <LabBody lab={lab} said={said} />
    </main>
  )
}
