import { useCallback, useEffect, useRef, useState } from 'react'
import { useProgress } from '../../exercises/progress'
import type { Slide } from '../../lessons/course'
import { partsOf } from '../../lessons/description'
import { orderOf, placeIn } from '../../lessons/orders'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { loadAhead } from './ahead'
import { CourseFigure } from './CourseFigure'
import { DeckBar } from './DeckBar'
import { DeckProblems } from './DeckProblems'
import { useDeck, veil } from './deckState'
import { Lecture } from './Lecture'
import { leaveDeck } from './left'
import { withLab } from '../lab/labStates'
import { holdTalk, role } from '../mirror/talk'
import { useTalkKeys } from '../mirror/talkKeys'
import { type LessonRoute, writeRoute } from '../route/route'
import { follow } from './follow'
import { replayKeys } from './replay'
import { stopAt } from './resume'
import { toggleFullScreen } from './fullScreen'
import { turn } from './turn'
import { useDeckKeys } from './useDeckKeys'
import { useFittingText } from './useFittingText'
import { useIdle } from './useIdle'
import { useSides } from './useSides'

const keysDialog = loadable(() => import('./DeckKeysDialog').then((m) => m.DeckKeysDialog))
const overview = loadable(() => import('./Overview').then((m) => m.Overview))

/** The lessons as slides: one step on the screen, and keys, clickers or buttons to go on. */
export function Deck({ slide, place }: { readonly slide: Slide; readonly place: LessonRoute }) {
  const order = orderOf(place.order)
  const here = placeIn(order, slide)
  const page = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLElement>(null)
  const [dialog, setDialog] = useState<'overview' | 'keys' | null>(null)
  const closeDialog = useCallback(() => setDialog(null), [])
  const cover = useDeck((state) => state.veil)
  const details = useDeck((state) => state.details)
  const parts = partsOf(slide.step)
  const shown = useDeck(({ step }) => (step?.slide === slide.key ? step.shown : Math.max(1, parts.length)))
  const hidden = parts.slice(shown)
  useFittingText(text, slide, details)
  useIdle(page)
  useEffect(holdTalk, [])
  const sides = useSides(slide.step)

  const go = useCallback(
    (to: number, step = 1) => {
      const next = order.slides[Math.min(order.slides.length - 1, Math.max(0, to))]
      useDeck.setState({ veil: null, details: false, step: { slide: next.key, shown: step } })
      if (next !== slide) follow(writeRoute(withLab(place, next.lesson.id, next.step.id)))
    },
    [order, place, slide],
  )

  /** Goes on from this slide in another order. */
  const reorder = useCallback(
    (text: string) => {
      follow(writeRoute({ ...withLab(place, slide.lesson.id, slide.step.id), order: text }))
    },
    [place, slide],
  )

  const turned = (way: Parameters<typeof turn>[0]) => () => {
    // The first key after a black screen brings the slide back, and nothing is missed.
    if (cover !== null) return useDeck.setState({ veil: null })
    const at = here.at ?? -1
    const to = turn(
      way,
      { slide: at, shown },
      {
        ...here,
        count: order.slides.length,
        steps: (i) => Math.max(1, partsOf((order.slides[i] ?? slide).step).length),
      },
    )
    if (to.slide === at) useDeck.setState({ step: { slide: slide.key, shown: to.shown } })
    else go(to.slide, to.shown)
  }

  const { typed, arrowsStay } = useDeckKeys({
    next: turned('next'),
    back: turned('back'),
    first: turned('first'),
    last: turned('last'),
    jump: (number) => go(number - 1),
    details: () => useDeck.setState((state) => ({ details: !state.details })),
    overview: () => setDialog('overview'),
    keys: () => setDialog('keys'),
    fullScreen: () => void toggleFullScreen(),
    black: () => veil('black'),
    white: () => veil('white'),
    // The figure listens to it itself.
    reset: () => false,
    leave: () => {
      if (cover !== null) return useDeck.setState({ veil: null })
      // The card of a term or a layer, a menu or a tip, and what a talk has open, closes itself.
      if (document.querySelector('.hover-card, .layer-card, [data-escapes], :popover-open')) return false
      const opened = text.current?.querySelector<HTMLDetailsElement>('details[open]')
      if (opened) opened.open = false
      else leaveDeck(withLab(place, slide.lesson.id, slide.step.id))
    },
  })

  useTalkKeys()
  // What was pressed while the page came.
  useEffect(replayKeys, [])

  useEffect(() => {
    useProgress.getState().visit(slide.key)
    page.current?.querySelector<HTMLElement>('.step-title')?.focus({ preventScroll: true })
  }, [slide])

  const start = useRef(here.at ?? 0)
  useEffect(() => loadAhead(order.slides, start.current), [order])

  const isHere = here.at !== null
  useEffect(() => {
    if (isHere) stopAt(order.text, slide.key)
  }, [order, slide, isHere])

  useEffect(() => () => useDeck.setState({ veil: null, step: null, details: false }), [])

  const hasFigure = slide.step.network !== undefined || slide.step.show !== undefined
  return (
    <div ref={page} className="deck" data-order={order.text} data-cover={cover ?? undefined}>
      <main
        className={`deck-main ${sides}${hasFigure ? '' : ' no-figure'}`}
        data-kind={slide.step.kind}
        data-hidden={hidden.join(' ')}
      >
        <h1 className="visually-hidden">{slide.lesson.title}</h1>
        <CourseFigure step={slide.step} place={place} />
        <article ref={text} className="deck-text" key={slide.key} aria-label={slide.step.title}>
          <Lecture
            lesson={slide.lesson}
            only={slide.step.id}
            // They are the lecturer's, who has a window of their own.
            notes={false}
            brief={!details}
            waiting={<h2 className="step-title">{slide.step.title}</h2>}
          />
        </article>
      </main>
      <DeckProblems order={order} />
      <DeckBar {...{ slide, place, order, here, typed, arrowsStay }} onTurn={(way) => turned(way)()} />
      {dialog === 'overview' && (
        <Part
          name="The overview"
          of={overview}
          with={{ open: true, onClose: closeDialog, order, slide, onChoose: go, onOrder: reorder }}
          onClose={closeDialog}
        />
      )}
      {dialog === 'keys' && (
        <Part
          name="The list of keys"
          of={keysDialog}
          with={{ open: true, onClose: closeDialog }}
          onClose={closeDialog}
        />
      )}
      {/* The lecturer still reads the slide; their window says what the room sees. */}
      {cover !== null && role !== 'now' && (
        <div
          className="deck-veil"
          data-veil={cover}
          role="img"
          aria-label={`The screen is ${cover}; any key that turns the slide brings it back.`}
          onPointerDown={() => useDeck.setState({ veil: null })}
        />
      )}
    </div>
  )
}
