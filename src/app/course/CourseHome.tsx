import { Download, RotateCcw, Upload } from 'lucide-react'
import { useState } from 'react'
import { ofSlides, readFile, writeKept } from '../../exercises/kept'
import { useProgress } from '../../exercises/progress'
import { lessons, modules, places, type Slide, slideOf, slides } from '../../lessons/course'
import { lectureSlides } from '../../lessons/description'
import { count } from '../../ui/format'
import { CourseHeader } from './CourseHeader'
import { intoView } from './intoView'
import { Repeats } from './Repeats'
import { TalkLink } from './TalkLink'
import { ScrollingPage } from '../page/ScrollingPage'
import { writeRoute } from '../route/route'
import { explorerHash } from '../route/url'
import { Drawing } from '../gallery/Drawing'
import { textOf, useOrders } from '../orders/kept'
import { minutesTogether } from '../../lessons/minutes'
import { pictureOf } from '../../lessons/picture'
import { needsOf } from './needs'
import { FileButton } from '../../ui/FileButton'

const lessonPlace = {
  page: 'lesson',
  step: null,
  deck: false,
  notes: false,
  order: 'course',
  lab: {},
} as const

/** The slide that was read last, of those that the course has. */
function slideLast(seen: readonly string[]): Slide | undefined {
  return seen.map(slideOf).findLast((slide) => slide !== undefined)
}

/** The course at a glance: its parts, what was read, and the ways through it. */
export function CourseHome({ at }: { readonly at?: string }) {
  const seen = useProgress((state) => state.seen)
  const last = slideLast(seen)
  const { lesson, step } = last ?? slides[0]
  return (
    <ScrollingPage>
      <CourseHeader title="Contents" />
      <main className="course-home">
        <div className="course-intro">
          <h1>CNN architectures, taken apart</h1>
          <p>
            Every picture is a network that you can open, change and run. Every number is computed from that
            network; every curve was measured.
          </p>
          <p className="soft">
            The course covers a lecture on these networks,{' '}
            <a href={writeRoute({ page: 'coverage', about: null })}>slide by slide</a> (S1 to S{lectureSlides}
            ); you do not need to have heard it. Quotations from the lecture or a paper are set{' '}
            <q className="quote">in italics</q>. Where a number in the lecture differs from our count, a card
            shows both. Words with a dotted underline open a definition.
          </p>
          <p className="course-starts">
            <a
              className="button primary"
              href={writeRoute({
                ...lessonPlace,
                lesson: lesson.id,
                step: last ? step.id : null,
              })}
            >
              {last ? `Continue: ${lesson.title}, “${step.title}”` : 'Begin'}
            </a>
            <TalkLink order="lecture">Slides, in the lecture’s order</TalkLink>
            <TalkLink order="lecture90">Slides for a 90-minute talk</TalkLink>
            <OwnOrders />
            <a
              className="button"
              href={writeRoute({ page: 'handout', order: 'course', per: 2, notes: false, answers: false })}
            >
              Print as a handout
            </a>
            <a className="button" href={explorerHash()}>
              Explore a network
            </a>
          </p>
          <Repeats />
        </div>
        <ol className="modules">
          {modules.map((module, i) => {
            const own = lessons.filter((lesson) => lesson.module === module.id)
            const needs = needsOf(module)
            return (
              <li
                key={module.id}
                className="module"
                ref={module.id === at ? intoView : undefined}
                data-about={module.id === at || undefined}
              >
                {/* All of it leads to the first lesson. */}
                <div className="module-head">
                  <h2>
                    <a href={writeRoute({ ...lessonPlace, lesson: own[0].id })}>
                      <span className="soft">{i}</span> {module.title}
                    </a>
                  </h2>
                  <p className="soft">{module.about}</p>
                  <p>Afterwards, you can {module.can}.</p>
                  <p className="soft small-text">
                    About {minutesTogether(own)} minutes{needs && `, ${needs}`}
                  </p>
                </div>
                <ol>
                  {own.map((lesson) => {
                    const read = lesson.steps.filter((step) =>
                      seen.includes(`${lesson.id}/${step.id}`),
                    ).length
                    return (
                      <li key={lesson.id}>
                        <Drawing {...pictureOf(lesson)} className="lesson-picture" />
                        <a href={writeRoute({ ...lessonPlace, lesson: lesson.id })}>{lesson.title}</a>
                        <span className="soft small-text">
                          {read} of {lesson.steps.length} {lesson.steps.length === 1 ? 'slide' : 'slides'}
                        </span>
                      </li>
                    )
                  })}
                </ol>
              </li>
            )
          })}
        </ol>
        <nav className="course-more" aria-label="More">
          <a href={writeRoute({ page: 'coverage', about: null })}>The lecture, slide by slide</a>
          <a href={writeRoute({ page: 'slips', about: null })}>Corrections to the lecture</a>
          <a href={writeRoute({ page: 'labs', about: null })}>Labs</a>
          <a href={writeRoute({ page: 'glossary', about: null })}>Glossary</a>
          <a href={writeRoute({ page: 'references', about: null })}>References</a>
          <a href="#/measured">What we measured</a>
        </nav>
        <ProgressTools />
      </main>
    </ScrollingPage>
  )
}

/** The reader's own orders beside the given ones, and the way to arrange them. */
function OwnOrders() {
  const own = useOrders((state) => state.orders)
  return (
    <>
      {own.map(
        (order) =>
          order.slides.length > 0 && (
            <TalkLink key={order.id} order={textOf(order)}>
              {order.title}, as slides
            </TalkLink>
          ),
      )}
      <a className="button" href={writeRoute({ page: 'orders', about: null })}>
        Arrange your own talk
      </a>
    </>
  )
}

/** Takes over a file of progress, and says what became of it. */
function takeOver(text: string): string {
  const found = readFile(text)
  if (!found) return 'This file contains no progress from this course, so nothing was changed.'
  const { kept, left } = ofSlides(found.kept, places)
  useProgress.getState().restore(kept)
  const leftOut = (entries: number, why: string) =>
    entries === 0
      ? []
      : [`${entries === 1 ? '1 entry was' : `${count(entries)} entries were`} left out because ${why}.`]
  return [
    'Your progress was loaded.',
    ...leftOut(left, 'no such slide exists in this course'),
    ...leftOut(found.left, 'reading failed'),
  ].join(' ')
}

/** Progress is kept in this browser only; it can be taken along and forgotten. */
function ProgressTools() {
  const progress = useProgress()
  // A slide that was read may have had another name once.
  const { seen, answers } = ofSlides(progress, places).kept
  const [said, setSaid] = useState<string | null>(null)
  const answered = Object.keys(answers).length
  const right = Object.values(answers).filter((answer) => answer.right).length
  return (
    <section className="course-progress" aria-label="Your progress">
      <h2>Your progress</h2>
      <p>
        {seen.length} of {slides.length} slides read;{' '}
        {answered === 0 ? 'no question answered yet' : `${right} of ${answered} answers right`}.{' '}
        {progress.isKept
          ? 'Your progress is kept in this browser and sent nowhere.'
          : 'This browser does not let the page keep your progress, or has no storage left, so your progress is lost when you close this page. Save it as a file to take it with you.'}
      </p>
      <p className="course-starts">
        <a
          className="button small"
          download="layerwise-progress.json"
          href={`data:application/json;charset=utf-8,${encodeURIComponent(writeKept(progress))}`}
        >
          <Download aria-hidden size={14} /> Save as a file
        </a>
        <FileButton
          className="small"
          accept="application/json,.json"
          label="Progress file"
          onFiles={([chosen]) => void chosen.text().then((text) => setSaid(takeOver(text)))}
        >
          <Upload aria-hidden size={14} /> Load from a file
        </FileButton>
        <button
          type="button"
          className="button small"
          onClick={() => {
            if (confirm('Erase your progress and your answers from this browser?')) progress.reset()
          }}
        >
          <RotateCcw aria-hidden size={14} /> Start over
        </button>
      </p>
      {said && <p role="status">{said}</p>}
    </section>
  )
}
