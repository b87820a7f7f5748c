import 'katex/dist/katex.min.css'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { lessonOf, type Slide, slideOf } from '../../lessons/course'
import '../course/course.css'
import { CourseFigure } from '../course/CourseFigure'
import '../course/deck.css'
import { slideShown } from '../course/firstSlide'
import { Lecture } from '../course/Lecture'
import '../course/lesson.css'
import { useFittingText } from '../course/useFittingText'
import { useSides } from '../course/useSides'
import { takeLab } from '../lab/labStates'
import { takeKept } from '../mirror/link'
import { useHead } from '../page/useHead'
import { type LessonRoute, setAddress, writeRoute } from '../route/route'

/** A slide, or its figure alone: `deck` in the address asks for its words, too. */
export function EmbedSlide({ place }: { readonly place: LessonRoute }) {
  const lesson = lessonOf(place.lesson)
  const slide = lesson && slideOf(`${lesson.id}/${place.step ?? lesson.steps[0].id}`)
  // Before the figure is painted.
  useLayoutEffect(() => {
    if (!slide) return
    takeLab(slide.key, place.lab)
    if (place.kept) setAddress(writeRoute(takeKept(slide.key, place)))
  }, [place, slide])
  if (!slide)
    return (
      <main className="embed-none">
        <p role="alert">
          There is no slide “{place.lesson}
          {place.step === null ? '' : `/${place.step}`}”.
        </p>
      </main>
    )
  const { network, show } = slide.step
  const hasFigure = network !== undefined || show !== undefined
  const own = { ...place, step: slide.step.id, deck: true }
  return place.deck || !hasFigure ? (
    <Whole slide={slide} place={own} hasFigure={hasFigure} />
  ) : (
    <Figure slide={slide} place={own} />
  )
}

interface Props {
  readonly slide: Slide
  readonly place: LessonRoute
}

function Figure({ slide, place }: Props) {
  useHead(`${slide.step.title} · Layerwise`)
  // Networks wait for the words of the first slide, of which there are none here.
  useEffect(slideShown, [])
  return (
    <main className="deck embed-figure" aria-label={slide.step.title}>
      <CourseFigure step={slide.step} place={place} />
    </main>
  )
}

function Whole({ slide, place, hasFigure }: Props & { readonly hasFigure: boolean }) {
  const text = useRef<HTMLElement>(null)
  const sides = useSides(slide.step)
  useHead(`${slide.step.title} · Layerwise`)
  useFittingText(text, slide)
  return (
    <div className="deck">
      <main className={`deck-main ${sides}${hasFigure ? '' : ' no-figure'}`} data-kind={slide.step.kind}>
        <CourseFigure step={slide.step} place={place} />
        <article ref={text} className="deck-text" aria-label={slide.step.title}>
          <Lecture
            lesson={slide.lesson}
            only={slide.step.id}
            notes={false}
            brief
            waiting={<h2 className="step-title">{slide.step.title}</h2>}
          />
        </article>
      </main>
    </div>
  )
}
