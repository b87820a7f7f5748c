import { ChevronLeft, ChevronRight, Expand, X } from 'lucide-react'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useProgress } from '../../exercises/progress'
import { orders, type Slide } from '../../lessons/course'
import { keyOf } from '../../ui/keyboard'
import { useLetterKeys } from '../help/keys'
import { ThemeChoice } from '../page/ThemeChoice'
import { CourseFigure, LessonImage } from './CourseFigure'
import { deckCommand } from './deckKeys'
import { Lecture } from './Lecture'
import { withLab, useLabStates } from '../lab/labStates'
import { type LessonRoute, writeRoute } from '../route/route'
import { useFittingText } from './useFittingText'
import { useSides } from './useSides'

/** How long digits wait for the next one or for Enter, in milliseconds. */
const patience = 3000

/** The lessons as slides: one step on the screen, and keys, clickers or buttons to go on. */
export function Deck({ slide, place }: { readonly slide: Slide; readonly place: LessonRoute }) {
  const all = orders[place.order]
  const at = Math.max(0, all.indexOf(slide))
  const digits = useRef('')
  const [typed, setTyped] = useState('')
  const page = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLElement>(null)
  useFittingText(text, slide)
  const sides = useSides(slide.step)
  const said = useLabStates((states) => states[slide.key]) ?? {}

  const go = useCallback(
    (to: number) => {
      const next = all[Math.min(all.length - 1, Math.max(0, to))]
      location.hash = writeRoute(withLab(place, next.lesson.id, next.step.id))
    },
    [all, place],
  )

  useEffect(() => {
    useProgress.getState().visit(slide.key)
    page.current?.querySelector<HTMLElement>('.step-title')?.focus({ preventScroll: true })
  }, [slide])

  // Before the slide is painted, so that no key of a quick clicker is lost.
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const type = (text: string) => {
      digits.current = text
      setTyped(text)
      clearTimeout(timer)
      timer = setTimeout(() => type(''), patience)
    }
    const press = (event: KeyboardEvent) => {
      const command = deckCommand(event, digits.current !== '', useLetterKeys.getState().areOn)
      // Escape closes the card of a term or a layer first.
      if (!command || (command === 'leave' && document.querySelector('.hover-card, .layer-card'))) return
      event.preventDefault()
      event.stopPropagation()
      if (command === 'digit') type(digits.current + keyOf(event))
      else if (command === 'jump') {
        go(Number(digits.current) - 1)
        type('')
      } else if (command === 'leave')
        location.hash = writeRoute({ ...withLab(place, slide.lesson.id, slide.step.id), deck: false })
      else if (command === 'fullScreen') void toggleFullScreen()
      else {
        // A number that is half typed is forgotten with the slide that it was typed on.
        if (digits.current !== '') type('')
        go({ next: at + 1, back: at - 1, first: 0, last: all.length - 1 }[command])
      }
    }
    // Before the figure hears of it: a clicker does not know what has the focus.
    addEventListener('keydown', press, { capture: true })
    return () => {
      clearTimeout(timer)
      removeEventListener('keydown', press, { capture: true })
    }
  }, [all, at, go, place, slide])

  return (
    <div ref={page} className="deck" data-order={place.order}>
      <main
        className={`deck-main ${sides}${slide.step.network === undefined && slide.step.show === undefined ? ' no-figure' : ''}`}
      >
        <h1 className="visually-hidden">{slide.lesson.title}</h1>
        <CourseFigure step={slide.step} place={place} />
        <article ref={text} className="deck-text" key={slide.key} aria-label={slide.step.title}>
          <Lecture
            lesson={slide.lesson}
            only={slide.step.id}
            notes={place.notes}
            waiting={<h2 className="step-title">{slide.step.title}</h2>}
          />
        </article>
      </main>
      <footer className="deck-bar">
        <span className="deck-place" role="status">
          {typed ? `Go to slide ${typed}, Enter` : `${at + 1} of ${all.length}`}
          {slide.step.slides && <span className="soft"> · {slide.step.slides}</span>}
        </span>
        <span className="soft deck-lesson">{slide.lesson.title}</span>
        <span className="header-gap" />
        <LessonImage step={slide.step} />
        <button
          type="button"
          className="button icon"
          aria-label="Previous slide"
          disabled={at === 0}
          onClick={() => go(at - 1)}
        >
          <ChevronLeft aria-hidden size={18} />
        </button>
        <button
          type="button"
          className="button icon"
          aria-label="Next slide"
          disabled={at === all.length - 1}
          onClick={() => go(at + 1)}
        >
          <ChevronRight aria-hidden size={18} />
        </button>
        <button
          type="button"
          className="button icon deck-full-screen"
          aria-label="Full screen"
          onClick={() => void toggleFullScreen()}
        >
          <Expand aria-hidden size={18} />
        </button>
        <ThemeChoice />
        <a
          className="button icon"
          aria-label="Read as a page"
          href={writeRoute({ ...place, deck: false, lab: said })}
        >
          <X aria-hidden size={18} />
        </a>
      </footer>
    </div>
  )
}

/** Some browsers refuse, and the slides are as good without it. */
async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
    else await document.documentElement.requestFullscreen()
  } catch {
    // Stays as it is.
  }
}
