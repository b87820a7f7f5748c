import { GraduationCap } from 'lucide-react'
import { namesOf } from '../../lessons/about'
import { lessonAbout } from '../../lessons/course'
import type { Graph } from '../../nn/graph'
import { writeRoute } from '../route/route'

interface Props {
  readonly graph: Graph
  /** What is selected; null for the whole network. */
  readonly id: string | null
  readonly network: string
  readonly family: string
}

/** The slide that teaches what is selected, or else what it stands in. */
export function LessonLink({ graph, id, network, family }: Props) {
  const slide = namesOf(graph, id, { network, family })
    .map(lessonAbout)
    .find((found) => found !== undefined)
  if (!slide) return null
  const { lesson, step } = slide
  return (
    <p className="lesson-link">
      <a
        href={writeRoute({
          page: 'lesson',
          lesson: lesson.id,
          step: step.id,
          deck: false,
          notes: false,
          order: 'course',
          lab: {},
        })}
      >
        <GraduationCap aria-hidden size={16} /> Lesson: {step.title}
      </a>
    </p>
  )
}
