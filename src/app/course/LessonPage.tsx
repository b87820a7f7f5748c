import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp, Presentation } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { isBlock } from '../../diagram/arrange'
import { useProgress } from '../../exercises/progress'
import { type Lesson, lessons } from '../../lessons/course'
import { mixed } from '../../lessons/description'
import { passBy } from '../../lessons/held'
import { CourseFigure } from './CourseFigure'
import { CourseHeader } from './CourseHeader'
import { Lecture } from './Lecture'
import { NowYouCan } from './NowYouCan'
import { Repeats } from './Repeats'
import { withLab, useLabStates } from '../lab/labStates'
import { type LessonRoute, setAddress, writeRoute } from '../route/route'
import { graphOf } from '../state/network'
import { useSwipes } from '../../ui/swipes'

/** Where on its screen a slide becomes the one that is read: the share of the height from above. */
const readingLine = 0.35

/** A jump is over after so long, in milliseconds. */
const settling = 400

/** Whether one of its pictures is a block, which is to be seen whole. */
function showsBlock({ steps }: Lesson): boolean {
  return steps.some(
    ({ network, options, show, focus }) =>
      network !== undefined &&
      show === undefined &&
      focus === undefined &&
      isBlock(graphOf(network, options)),
  )
}

/** A lesson as a page: the prose scrolls, the picture stays and follows it. */
export function LessonPage({ lesson, place }: { readonly lesson: Lesson; readonly place: LessonRoute }) {
  const article = useRef<HTMLElement>(null)
  const main = useRef<HTMLElement>(null)
  useSwipes(main, article)
  const first = lesson.steps[0].id
  const [active, setActive] = useState(place.step ?? first)
  // The question at the end is asked beside the last figure.
  const read = active === mixed.id ? lesson.steps[lesson.steps.length - 1].id : active
  const step = lesson.steps.find(({ id }) => id === read) ?? lesson.steps[0]
  const at = lessons.indexOf(lesson)
  const [isLarge, setLarge] = useState(false)
  const [isSmall, setSmall] = useState(false)
  const hasFigure = step.network !== undefined || step.show !== undefined
  const end = useMemo(() => <NowYouCan lesson={lesson} place={place} />, [lesson, place])
  const said = useLabStates((states) => states[`${lesson.id}/${step.id}`]) ?? {}
  /** The step that the address was last written for: what we wrote ourselves is no jump. */
  const written = useRef<string | null>(null)
  /** When scrolling counts as reading again. */
  const settled = useRef(0)

  useEffect(() => {
    useProgress.getState().visit(`${lesson.id}/${step.id}`)
  }, [lesson, step])

  // A link or Back names a step: it is scrolled to.
  useEffect(() => {
    const wanted = place.step ?? first
    if (written.current === wanted) return
    written.current = wanted
    setActive(wanted)
    const box = article.current!
    if (place.step === null) {
      box.scrollTo({ top: 0, behavior: 'instant' })
      return undefined
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const scroll = () => {
      const name = CSS.escape(wanted)
      const section = box.querySelector(`[data-step="${name}"], [data-step-end="${name}"]`)
      if (!section) return
      // A link into what waits for an answer wants to read it, but not what waits for a later one.
      if (!section.checkVisibility()) return passBy(waitedFor(box, section))
      // However long the prose was on its way; its parts arrive soon after it.
      timer ??= setTimeout(stop, 2000)
      // What follows from it is no reading: the slide that was asked for stays the one that is shown.
      settled.current = performance.now() + settling
      const top = section.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop
      box.scrollTo({ top, behavior: 'instant' })
    }
    // The prose may still be on its way, and grow while its parts arrive.
    const watch = new MutationObserver(scroll)
    const stop = () => watch.disconnect()
    scroll()
    watch.observe(box, { childList: true, subtree: true })
    // Whoever does something, in the text or in the figure, has arrived: from now on scrolling is reading.
    const arrive = () => {
      stop()
      settled.current = 0
    }
    const deeds = ['wheel', 'pointerdown', 'keydown'] as const
    for (const deed of deeds) addEventListener(deed, arrive, { once: true, passive: true })
    return () => {
      clearTimeout(timer)
      for (const deed of deeds) removeEventListener(deed, arrive)
      stop()
    }
  }, [place.step, first, lesson])

  useEffect(() => {
    const box = article.current!
    let frame = 0
    const follow = () => {
      frame = 0
      if (performance.now() < settled.current) return
      const { top, height } = box.getBoundingClientRect()
      const line = top + height * readingLine
      const all = [...box.querySelectorAll<HTMLElement>('[data-step]')].filter((each) =>
        each.checkVisibility(),
      )
      const above = all.filter((section) => section.getBoundingClientRect().top <= line)
      const atEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 4 && box.scrollTop > 0
      const read = atEnd ? all[all.length - 1] : (above[above.length - 1] ?? all[0])
      const id = read?.dataset.step
      if (id === undefined || id === written.current) return
      written.current = id
      setActive(id)
      setAddress(writeRoute(withLab(place, lesson.id, id)))
    }
    const onScroll = () => {
      frame ||= requestAnimationFrame(follow)
    }
    box.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      box.removeEventListener('scroll', onScroll)
    }
  }, [place, lesson])

  const hasBlock = useMemo(() => showsBlock(lesson), [lesson])

  return (
    <div className="course-page">
      <CourseHeader title={lesson.title} module={lesson.module}>
        <a className="button" href={writeRoute({ ...place, step: step.id, deck: true, lab: said })}>
          <Presentation aria-hidden size={16} /> <span className="tool-text">Show as slides</span>
        </a>
      </CourseHeader>
      <main
        ref={main}
        className={`lesson-main${hasFigure ? (isLarge ? ' large-figure' : isSmall ? ' small-figure' : '') : ' no-figure'}`}
        data-block={hasBlock || undefined}
      >
        <CourseFigure step={step} place={place} isLarge={isLarge} />
        {/* On a phone, where both have no room at once. */}
        {hasFigure && (
          <div className="figure-sizes">
            {!isLarge && (
              <button type="button" aria-pressed={isSmall} onClick={() => setSmall(!isSmall)}>
                {isSmall ? <ChevronDown aria-hidden size={16} /> : <ChevronUp aria-hidden size={16} />}
                {isSmall ? 'Usual figure' : 'Smaller figure'}
              </button>
            )}
            <button type="button" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
              {isLarge ? <ChevronUp aria-hidden size={16} /> : <ChevronDown aria-hidden size={16} />}
              {isLarge ? 'Read on' : 'Larger figure'}
            </button>
          </div>
        )}
        <article ref={article} className="lesson-text" tabIndex={0} aria-label={lesson.title}>
          <Repeats lesson={lesson.id} />
          <Lecture
            lesson={lesson}
            only={null}
            notes={place.notes}
            end={end}
            waiting={<h1 className="lesson-wait">{lesson.title}</h1>}
          />
          <nav className="lesson-next" aria-label="Lessons">
            {at > 0 ? (
              <a
                className="button"
                href={writeRoute({ ...place, lesson: lessons[at - 1].id, step: null, lab: {} })}
              >
                <ChevronLeft aria-hidden size={16} /> {lessons[at - 1].title}
              </a>
            ) : (
              <span />
            )}
            {at < lessons.length - 1 ? (
              <a
                className="button primary"
                href={writeRoute({ ...place, lesson: lessons[at + 1].id, step: null, lab: {} })}
              >
                {lessons[at + 1].title} <ChevronRight aria-hidden size={16} />
              </a>
            ) : (
              <a className="button primary" href={writeRoute({ page: 'home' })}>
                Back to the course
              </a>
            )}
          </nav>
        </article>
      </main>
    </div>
  )
}

/** The questions that a part of the page waits for. */
function waitedFor(box: HTMLElement, section: Element): readonly string[] {
  return [...box.querySelectorAll<HTMLElement>('.step-waits')]
    .filter((waits) => waits.compareDocumentPosition(section) & Node.DOCUMENT_POSITION_FOLLOWING)
    .map((waits) => waits.dataset.question!)
}
