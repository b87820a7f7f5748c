import { experiments } from '../../lab/about'
import { modules } from '../../lessons/course'
import { labsOf, wordsOf } from '../../lessons/labs'
import { ScrollingPage } from '../page/ScrollingPage'
import { writeRoute } from '../route/route'
import { CourseHeader } from './CourseHeader'
import './labs.css'
import { LabThumb } from './SlideThumb'

/** Every figure that one can work with, the experiments first: alone, and in its lesson. */
export function Labs() {
  return (
    <ScrollingPage>
      <CourseHeader title="Labs" />
      <main className="course-list labs-index">
        <h1>Labs</h1>
        <p className="soft">
          Figures to experiment with: set a number and see what follows. Each has its own page and a link that
          restores your settings.
        </p>
        <section aria-labelledby="labs-experiments">
          <h2 id="labs-experiments">Experiments</h2>
          <ul className="labs-cards">
            {Object.keys(experiments).map((lab) => (
              <LabCard key={lab} lab={lab} />
            ))}
          </ul>
        </section>
        {modules.map(({ id, title }) => {
          const rest = labsOf(id).filter(({ lab }) => !Object.hasOwn(experiments, lab))
          return (
            rest.length > 0 && (
              <section key={id} aria-labelledby={`labs-${id}`}>
                <h2 id={`labs-${id}`}>{title}</h2>
                <ul className="labs-cards">
                  {rest.map(({ lab }) => (
                    <LabCard key={lab} lab={lab} />
                  ))}
                </ul>
              </section>
            )
          )
        })}
      </main>
    </ScrollingPage>
  )
}

function LabCard({ lab }: { readonly lab: string }) {
  const { slide, title, goal } = wordsOf(lab)
  return (
    <li>
      <LabThumb lab={lab} given={slide?.step.with} />
      <h3>
        <a href={writeRoute({ page: 'lab', lab, said: {} })}>{title}</a>
      </h3>
      {goal && <p className="small-text">You learn to {goal}.</p>}
      {slide && (
        <p className="small-text soft">
          In the lesson{' '}
          <a
            href={writeRoute({
              ...{ page: 'lesson', lesson: slide.lesson.id, step: slide.step.id, lab: {} },
              ...{ deck: false, notes: false, order: 'course' },
            })}
          >
            {slide.lesson.title}
          </a>
        </p>
      )}
    </li>
  )
}
