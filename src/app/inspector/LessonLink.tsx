import { GraduationCap } from 'lucide-react'
import { lessonAbout } from '../../lessons/course'
import { writeRoute } from '../route/route'

/** The slide that teaches what is selected; the first of the names that has one. */
export function LessonLink({ about }: { readonly about: readonly string[] }) {
  const slide = about.map(lessonAbout).find((found) => found !== undefined)
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
