import { glossary } from '../../../content/glossary'
import { type Cited, type ReferenceName, references } from '../../../content/references'
import { slips } from '../../../content/slips/index'
import { ShowingContext } from '../../lessons/context'
import { lectureSlides } from '../../lessons/description'
import { type Slide, teaching } from '../../lessons/course'
import { Slip } from '../../lessons/vocabulary/SlipCard'
import { Reference } from '../../lessons/vocabulary/Words'
import { CourseHeader } from './CourseHeader'
import { intoView } from './intoView'
import { ScrollingPage } from '../page/ScrollingPage'
import { writeRoute } from '../route/route'

const linkTo = ({ lesson, step }: Slide) =>
  writeRoute({
    page: 'lesson',
    lesson: lesson.id,
    step: step.id,
    deck: false,
    notes: false,
    order: 'course',
    lab: {},
  })

/** S1 to S45, and the slides that teach each. */
export function Coverage() {
  return (
    <ScrollingPage>
      <CourseHeader title="Coverage" />
      <main className="course-list">
        <h1>The lecture, slide by slide</h1>
        <table className="coverage">
          <thead>
            <tr>
              <th scope="col">slide</th>
              <th scope="col">taught by</th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: lectureSlides }, (_, i) => (
              <tr key={i}>
                <th scope="row">S{i + 1}</th>
                <td>
                  {teaching(i + 1).map((slide) => (
                    <a key={slide.key} href={linkTo(slide)}>
                      {slide.step.title} <span className="soft">({slide.lesson.title})</span>
                    </a>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </main>
    </ScrollingPage>
  )
}

export function Glossary({ about }: { readonly about: string | null }) {
  return (
    <ScrollingPage>
      <CourseHeader title="Glossary" />
      <main className="course-list">
        <h1>Glossary</h1>
        <dl className="glossary">
          {Object.entries(glossary)
            .sort(([a], [b]) => a.localeCompare(b))
            .map(([term, { means }]) => (
              <div
                key={term}
                ref={term === about ? intoView : undefined}
                data-about={term === about || undefined}
              >
                <dt>{term}</dt>
                <dd>{means}</dd>
              </div>
            ))}
        </dl>
      </main>
    </ScrollingPage>
  )
}

/** Software without a year stands at the end. */
function yearOf(name: ReferenceName): number {
  const { year }: Cited = references[name]
  return year ?? Infinity
}

export function References({ about }: { readonly about: string | null }) {
  return (
    <ScrollingPage>
      <CourseHeader title="References" />
      <main className="course-list">
        <h1>References</h1>
        {(Object.keys(references) as ReferenceName[])
          .sort((a, b) => yearOf(a) - yearOf(b))
          .map((name) => (
            <div
              key={name}
              ref={name === about ? intoView : undefined}
              className="reference-card"
              data-about={name === about || undefined}
            >
              <Reference of={name} />
            </div>
          ))}
      </main>
    </ScrollingPage>
  )
}

/** All slips on one page, for a lecturer who wants to know what to expect. */
export function Slips() {
  return (
    <ScrollingPage>
      <CourseHeader title="Corrections" />
      <main className="course-list">
        <h1>Corrections to the lecture</h1>
        <p>
          Everyone who makes slides makes slips, and tracking one down teaches more than a correct number
          does.
        </p>
        <ShowingContext value={{ lesson: 'slips', only: null, notes: false }}>
          {slips.map(({ e }) => (
            <Slip key={e} e={e} />
          ))}
        </ShowingContext>
      </main>
    </ScrollingPage>
  )
}
