import { modules } from '../../lessons/course'
import { labsOf } from '../../lessons/labs'
import { writeRoute } from '../route/route'
import { CourseHeader } from './CourseHeader'

/** Every figure that one can work with: in its lesson, and alone. */
export function Labs() {
  return (
    <div className="course-page scrolls">
      <CourseHeader title="Labs" />
      <main className="course-list">
        <h1>Labs</h1>
        <p className="soft">
          Figures to work with: set a number and see what follows. Each stands in its lesson, with a question,
          and alone, for a page of your own.
        </p>
        {modules
          .filter(({ id }) => labsOf(id).length > 0)
          .map(({ id, title }) => (
            <section key={id} aria-labelledby={`labs-${id}`}>
              <h2 id={`labs-${id}`}>{title}</h2>
              <ul className="labs-list">
                {labsOf(id).map(({ lab, slides: [{ lesson, step }] }) => (
                  <li key={lab}>
                    <a
                      href={writeRoute({
                        ...{ page: 'lesson', lesson: lesson.id, step: step.id, lab: {} },
                        ...{ deck: false, notes: false, order: 'course' },
                      })}
                    >
                      {step.title}
                    </a>{' '}
                    <span className="soft">({lesson.title})</span>{' '}
                    <a className="small-text" href={writeRoute({ page: 'lab', lab, said: {} })}>
                      alone<span className="visually-hidden">: {step.title}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </main>
    </div>
  )
}
