import { ChevronLeft, ChevronRight, Expand, X } from 'lucide-react'
import type { Slide } from '../../lessons/course'
import { slidesOf, type StepDescription } from '../../lessons/description'
import { type Order, type Place, placeSaid } from '../../lessons/orders'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { ThemeChoice } from '../page/ThemeChoice'
import { useLabStates } from '../lab/labStates'
import { type LessonRoute, writeRoute } from '../route/route'
import { AheadMark } from './AheadMark'
import { LessonImage } from './LessonImage'
import { toggleFullScreen } from './fullScreen'

const talkTools = loadable(() => import('../presenter/TalkTools').then((m) => m.TalkTools))

interface Props {
  readonly slide: Slide
  readonly place: LessonRoute
  readonly order: Order
  readonly here: Place
  readonly typed: string
  readonly arrowsStay: boolean
  readonly onTurn: (way: 'next' | 'back') => void
}

/** Below a slide: where it stands, and what a pointer needs. */
export function DeckBar({ slide, place, order, here, typed, arrowsStay, onTurn }: Props) {
  const said = useLabStates((states) => states[slide.key]) ?? {}
  const last = order.slides.length - 1
  return (
    <footer className="deck-bar">
      <span className="deck-place" role="status" title={ofLecture(slide.step)}>
        {typed ? `Go to slide ${typed}, Enter` : placeSaid(here, last + 1)}
      </span>
      <span className="soft deck-lesson">{slide.lesson.title}</span>
      <span className="header-gap" />
      {arrowsStay && <span className="soft deck-arrows">Arrows move in the figure; Page Down goes on.</span>}
      <AheadMark />
      <LessonImage step={slide.step} />
      <Part name="The talk menu" of={talkTools} with={{ slide, place }} />
      <button
        type="button"
        className="button icon"
        aria-label="Previous slide"
        disabled={here.at === 0}
        onClick={() => onTurn('back')}
      >
        <ChevronLeft aria-hidden size={18} />
      </button>
      <button
        type="button"
        className="button icon"
        aria-label="Next slide"
        disabled={here.at === last}
        onClick={() => onTurn('next')}
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
  )
}

/** For the lecturer alone: which slides of the lecture it stands for. */
function ofLecture(step: StepDescription): string | undefined {
  const numbers = slidesOf(step)
  if (numbers.length === 0) return undefined
  return `${numbers.length > 1 ? 'Slides' : 'Slide'} ${numbers.join(', ')} of the lecture`
}
