import { useProgress } from '../../exercises/progress'
import { dayOf, dueOn } from '../../exercises/repeat'
import { places, slideOf } from '../../lessons/course'
import { mixed } from '../../lessons/description'
import { writeRoute } from '../route/route'
import './repeats.css'

interface Due {
  readonly question: string
  /** As it is asked, or how it begins. */
  readonly ask: string
  readonly title: string
  readonly href: string
}

/** Where a question that is due is asked; nothing for a slide that the course no longer has. */
function dueAt(question: string): readonly Due[] {
  const [key] = question.split('#')
  if (!places.has(key)) return []
  const [lesson, step] = key.split('/')
  const ask = question.slice(key.length + 1)
  const href = writeRoute({
    page: 'lesson',
    lesson,
    step,
    ...{ deck: false, notes: false, order: 'course', lab: {} },
  })
  return [
    {
      question,
      ask: ask.length < 60 ? ask : `${ask.replace(/\s+\S*$/, '')} …`,
      title: slideOf(key)?.step.title ?? mixed.title,
      href,
    },
  ]
}

/** Questions that were missed and are due today: `3 to review`. Of one lesson, or of all; nothing where none is due. */
export function Repeats({ lesson }: { readonly lesson?: string }) {
  const repeats = useProgress((state) => state.repeats)
  const due = dueOn(repeats, dayOf(Date.now()))
    .filter((question) => lesson === undefined || question.startsWith(`${lesson}/`))
    .flatMap(dueAt)
  if (due.length === 0) return null
  return (
    <details className="repeats">
      <summary>{due.length} to review</summary>
      <ul>
        {due.map(({ question, ask, title, href }) => (
          <li key={question}>
            {/* What was answered is taken off, so that it is asked anew. */}
            <a href={href} onClick={() => useProgress.getState().retry(question)}>
              {title}
            </a>
            <span className="soft small-text"> {ask}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
