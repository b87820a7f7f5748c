import { useLayoutEffect } from 'react'
import { nearest } from '../../architectures/nearest'
import { lessonOf, lessons, places, slideOf } from '../../lessons/course'
import { mixed } from '../../lessons/description'
import 'katex/dist/katex.min.css'
import './course.css'
import './lesson.css'
import './deck.css'
import { CourseHeader } from './CourseHeader'
import { CourseHome } from './CourseHome'
import { preloadFigure } from './CourseFigure'
import { Deck } from './Deck'
import { Labs } from './Labs'
import { LessonPage } from './LessonPage'
import { Coverage, Glossary, References, Slips } from './Lists'
import { takeLab } from '../lab/labStates'
import { useHead } from '../page/useHead'
import { takeKept } from '../mirror/link'
import { currentRoute, go, type LessonRoute, type Route, writeRoute } from '../route/route'
import { preloadBody } from './useBody'
import { elsewhere } from '../../ui/loadable'
import { Part } from '../../ui/Part'

const ordersPage = elsewhere(() => import('../orders/OrdersPage').then((m) => m.OrdersPage))

/** The slide that the address names: its words and its figure are there. */
export const firstIsReady = fetchSlide(currentRoute())

/** What goes wrong is said where it is shown. */
async function fetchSlide(place: Route): Promise<void> {
  if (place.page !== 'lesson') return
  const lesson = lessonOf(place.lesson)
  if (!lesson) return
  const step = lesson.steps.find(({ id }) => id === place.step) ?? lesson.steps[0]
  await Promise.allSettled([preloadBody(lesson), preloadFigure(lesson.id, step)])
}

/** The course at the place that the address names. */
export function Course({ route: place }: { readonly route: Route }) {
  useHead(
    `${titleOf(place)} · Layerwise`,
    'A course on convolutional network architectures: every slide is a live network or a figure, and asks a question.',
  )
  switch (place.page) {
    case 'home':
      return <CourseHome at={place.module} />
    case 'coverage':
      return <Coverage />
    case 'glossary':
      return <Glossary about={place.about} />
    case 'labs':
      return <Labs />
    case 'orders':
      return (
        <Part name="This page" of={ordersPage} with={{ about: place.about }} waiting={<main aria-busy />} />
      )
    case 'references':
      return <References about={place.about} />
    case 'slips':
      return <Slips />
    case 'lesson':
      return <Lesson place={place} />
  }
}

function Lesson({ place }: { readonly place: LessonRoute }) {
  const lesson = lessonOf(place.lesson)
  // Before the figure is painted.
  useLayoutEffect(() => {
    if (!lesson) return
    const slide = `${lesson.id}/${place.step ?? lesson.steps[0].id}`
    takeLab(slide, place.lab)
    if (place.kept) go(writeRoute(takeKept(slide, place)), { replace: true })
  }, [place, lesson])
  if (!lesson)
    return (
      <Missing
        what="lesson"
        name={place.lesson}
        names={lessons.map(({ id }) => id)}
        at={(id) => ({ ...place, lesson: id, step: null, lab: {} })}
      />
    )
  const asked = place.step ?? lesson.steps[0].id
  // The question that ends a lesson is no slide; its place is after the last one.
  const isEnd = asked === mixed.id && places.has(`${lesson.id}/${mixed.id}`)
  const step = isEnd ? lesson.steps[lesson.steps.length - 1].id : asked
  const slide = slideOf(`${lesson.id}/${step}`)
  if (!slide)
    return (
      <Missing
        what="slide"
        name={step}
        names={lesson.steps.map(({ id }) => id)}
        at={(id) => ({ ...place, step: id })}
      />
    )
  return place.deck ? (
    <Deck slide={slide} place={place} />
  ) : (
    <LessonPage key={lesson.id} lesson={lesson} place={place} />
  )
}

/** A mistyped address, with what was most likely meant. */
function Missing({
  what,
  name,
  names,
  at,
}: {
  readonly what: string
  readonly name: string
  readonly names: readonly string[]
  readonly at: (name: string) => Route
}) {
  return (
    <div className="course-page scrolls">
      <CourseHeader title="Not found" />
      <main className="course-list">
        <h1>
          There is no {what} “{name}”
        </h1>
        <ul>
          {nearest(name, names).map((near) => (
            <li key={near}>
              <a href={writeRoute(at(near))}>{near}</a>
            </li>
          ))}
        </ul>
        <p>
          <a href={writeRoute({ page: 'home' })}>All lessons</a>
        </p>
      </main>
    </div>
  )
}

function titleOf(place: Route): string {
  if (place.page === 'lesson') return lessonOf(place.lesson)?.title ?? 'Course'
  return place.page === 'home' ? 'Course' : place.page.charAt(0).toUpperCase() + place.page.slice(1)
}
