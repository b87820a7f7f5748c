import { Check } from 'lucide-react'
import { useProgress } from '../../exercises/progress'
import type { Lesson } from '../../lessons/course'
import type { LessonRoute } from '../route/route'
import { writeRoute } from '../route/route'
import './now-you-can.css'
import { practiced } from './practiced'

/** How a lesson ends: what one can do now, slide by slide, marked where a question of the slide was answered correctly. */
export function NowYouCan({ lesson, place }: { readonly lesson: Lesson; readonly place: LessonRoute }) {
  const answers = useProgress((state) => state.answers)
  const steps = lesson.steps.filter(({ goal }) => goal !== undefined)
  if (steps.length === 0) return null
  const done = practiced(lesson.id, answers)
  return (
    <section className="now-you-can" aria-labelledby="now-you-can">
      <h2 id="now-you-can">Now you can</h2>
      <ul>
        {steps.map(({ id, goal }) => (
          <li key={id}>
            {done.has(id) ? <Check aria-label="practiced:" size={16} /> : <span aria-hidden>·</span>}
            <a className="link" href={writeRoute({ ...place, step: id, lab: {} })}>
              {goal}
            </a>
          </li>
        ))}
      </ul>
      <p className="soft small-text">
        {done.size === 0
          ? 'A check mark appears where you have answered a question correctly.'
          : `You have answered a question correctly on ${done.size} of ${steps.length} ${steps.length === 1 ? 'slide' : 'slides'}.`}
      </p>
    </section>
  )
}
