import { useProgress } from '../../exercises/progress'
import { useRevealed } from '../../exercises/revealed'
import { slideOf, slides } from '../../lessons/course'
import { useOpened } from '../../lessons/opened'
import { newId } from '../../ui/newId'
import { type DeckState, useDeck } from '../course/deckState'
import { onCards } from '../course/keptCards'
import { onPictures } from '../course/pictures'
import { useImageChoice } from '../image/choice'
import { useInk } from '../ink/strokes'
import { useLabStates, withLab } from '../lab/labStates'
import { currentRoute, followRoute, go, type LessonRoute, writeRoute } from '../route/route'
import { figureOn, onFigureMoved } from './figure'
import { type Message, type Place, readMessage } from './messages'
import { heard, living, pulse } from './peers'
import { catchUp, followPresses, forgetPresses, pressedOn, pressIn } from './presses'
import { applyState, readState, type SlideState } from './slideState'
import { role, sessionId, useTalk } from './talk'
import { watchTouch } from './touch'
import { openWire } from './wire'

/** Changes that come together are told together, in milliseconds. */
const gathering = 16

type Told<M> = M extends { from: string } ? Omit<M, 'from'> : never

/** Tells the other windows of the talk something; nothing where there is no talk. */
let tell: (message: Told<Message>) => void = () => {}

export const tellOthers = (message: Told<Message>): void => tell(message)

/** Takes all windows to another place, from the lecturer's, which shows no slide itself. */
let turn: (place: Place) => void = () => {}

export const turnTo = (place: Place): void => turn(place)

/** The slide on the screen and where it stands; null on any other page. */
function placeNow(): { readonly slide: string; readonly route: LessonRoute } | null {
  const route = currentRoute()
  if (route.page !== 'lesson' || !route.deck || route.step === null) {
    const first =
      route.page === 'lesson' && route.deck && slides.find(({ lesson }) => lesson.id === route.lesson)
    return first ? { slide: first.key, route: { ...route, step: first.step.id } } : null
  }
  return { slide: `${route.lesson}/${route.step}`, route }
}

/** What was done on any slide, but for the reader's image, which goes along on all of them. */
function states(): Record<string, SlideState> {
  const all = slides.map(({ key }) => [key, readState(key)] as const)
  return Object.fromEntries(all.filter(([, state]) => Object.keys(state).some((part) => part !== 'image')))
}

/**
 * Joins the talk: what is done here is done in its other windows, and the other way round. Whoever comes later is told
 * what the others show. Returns the way out.
 */
export function followTalk(): () => void {
  const from = newId()
  const touch = watchTouch()
  /** What the others know of the slides here, as text. */
  const known = new Map<string, string>()
  let place = ''
  /** The slide that was shown last. */
  let shown = placeNow()?.slide
  /** What the others know of cover and steps, as text. */
  let room = JSON.stringify(useDeck.getState())
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The last turn that was heard of: of two at the same time, all windows take the same. */
  let last = { count: 0, from: '' }
  /** Something changed while somebody was at this window. */
  let isOwn = false

  const wire = openWire(sessionId(), hear)
  tell = (message) => role !== 'next' && wire.send({ ...message, from })
  turn = (next) => {
    useTalk.setState({ place: next })
    lead(next)
  }
  const text = (slide: string) => JSON.stringify(readState(slide))

  function hear(data: unknown): void {
    const message = readMessage(data)
    if (!message || message.from === from) return
    const { peers } = useTalk.getState()
    const next = heard(peers, message, Date.now())
    if (next !== peers) useTalk.setState({ peers: next })
    switch (message.kind) {
      case 'hello':
        beat()
        answer()
        break
      case 'all':
        takeStates(message.states)
        useTalk.setState({ vote: message.vote })
        takePlace(message)
        takeDeck(message.deck)
        takePresses(message)
        break
      case 'deck':
        takeDeck(message.deck)
        break
      case 'key':
        if (role === 'now') pressKey(message)
        break
      case 'place':
        takePlace(message)
        break
      case 'state':
        takeStates({ [message.slide]: message.state })
        break
      case 'aim':
        if (message.slide === placeNow()?.slide) figureOn(message.side)?.aim(message.aim)
        break
      case 'drawing':
        useTalk.setState({ drawing: message.stroke ? message : null })
        break
      case 'laser':
        useTalk.setState({ laser: message.slide === placeNow()?.slide ? message.at : null })
        break
      case 'vote':
        useTalk.setState({ vote: message.vote })
        break
      case 'press':
        if (message.slide === placeNow()?.slide) pressIn(message)
    }
  }

  function takeStates(states: Readonly<Record<string, SlideState>>): void {
    for (const [slide, state] of Object.entries(states)) {
      if (!slideOf(slide)) continue
      applyState(slide, state)
      known.set(slide, text(slide))
    }
  }

  function takePlace({ place: next, turn: count, from: other }: Extract<Message, { turn: number }>): void {
    if (count < last.count || (count === last.count && other < last.from)) return
    last = { count, from: other }
    const now = placeNow()
    const slide = slideOf(next.slide)
    if (slide && role === 'desk') useTalk.setState({ place: next })
    if (!now || !slide || role === 'next') return
    place = JSON.stringify(next)
    if (now.slide === next.slide && now.route.order === next.order) return
    go(writeRoute({ ...withLab(now.route, slide.lesson.id, slide.step.id), order: next.order }), {
      replace: true,
    })
  }

  function takePresses({ place: { slide }, presses }: Extract<Message, { kind: 'all' }>): void {
    const isHere = () => placeNow()?.slide === slide
    if (role !== 'next' && isHere()) void catchUp(slide, presses, isHere)
  }

  function takeDeck(deck: DeckState): void {
    if (role === 'next') return
    room = JSON.stringify(deck)
    useDeck.setState(deck)
  }

  function pressKey({ key, code, shiftKey }: Extract<Message, { kind: 'key' }>): void {
    const init = { key, code, shiftKey, bubbles: true, cancelable: true }
    document.body.dispatchEvent(new KeyboardEvent('keydown', init))
  }

  function answer(): void {
    const now = placeNow()
    if (!now) return
    const { slide, route } = now
    tell({
      kind: 'all',
      place: { slide, order: route.order },
      turn: last.count,
      deck: useDeck.getState(),
      vote: useTalk.getState().vote,
      states: states(),
      presses: [...pressedOn(slide)],
    })
  }

  function beat(): void {
    if (isLeaving) return
    tell({
      kind: 'beat',
      role,
      slide: placeNow()?.slide ?? '',
      width: innerWidth,
      height: innerHeight,
      hidden: document.hidden,
    })
  }

  /** Tells of what was done on the slide, where it was done here. */
  function publish(): void {
    const wasOwn = isOwn
    isOwn = false
    const now = placeNow()
    if (!now) return
    const state = text(now.slide)
    if ((known.get(now.slide) ?? '{}') === state) return
    known.set(now.slide, state)
    if (wasOwn) tell({ kind: 'state', slide: now.slide, state: readState(now.slide) })
  }
  const changed = () => {
    // Not when it is told: until then the page may be busy for seconds.
    isOwn ||= touch.isTouched()
    clearTimeout(timer)
    timer = setTimeout(publish, gathering)
  }

  function turned(): void {
    const now = placeNow()
    if (!now) return
    useTalk.setState({ laser: null, drawing: null })
    if (now.slide !== shown) forgetPresses()
    shown = now.slide
    const next = { slide: now.slide, order: now.route.order }
    if (JSON.stringify(next) === place) return
    place = JSON.stringify(next)
    lead(next)
    beat()
  }

  function lead(next: Place): void {
    last = { count: last.count + 1, from }
    tell({ kind: 'place', place: next, turn: last.count })
  }

  const stops = [
    ...[useLabStates, useOpened, useRevealed, useProgress, useInk, useImageChoice].map((store) =>
      store.subscribe(changed),
    ),
    onPictures(changed),
    onCards(changed),
    followRoute(turned),
    useDeck.subscribe((deck) => {
      const next = JSON.stringify(deck)
      if (next === room || (role !== 'desk' && !placeNow())) return
      room = next
      tell({ kind: 'deck', deck })
    }),
    onFigureMoved(() => {
      const now = placeNow()
      if (!now || !touch.isTouched()) return
      for (const side of ['left', 'right'] as const) {
        const aim = figureOn(side)?.aimed(() => true)
        if (aim) tell({ kind: 'aim', slide: now.slide, side, aim })
      }
    }),
    followPresses(
      () => placeNow()?.slide,
      (press) => tell({ kind: 'press', ...press }),
    ),
  ]
  const beating = setInterval(() => {
    beat()
    const { peers } = useTalk.getState()
    const left = living(peers, Date.now())
    if (left !== peers) useTalk.setState({ peers: left })
  }, pulse)
  /** A page that is being closed is hidden, too, and would say that it is there. */
  let isLeaving = false
  const leave = () => {
    tell({ kind: 'bye' })
    isLeaving = true
  }
  const comeBack = () => {
    isLeaving = false
    wire.send({ kind: 'hello', from })
  }
  addEventListener('pagehide', leave)
  addEventListener('pageshow', comeBack)
  document.addEventListener('visibilitychange', beat)

  const now = placeNow()
  if (now) place = JSON.stringify({ slide: now.slide, order: now.route.order })
  beat()
  wire.send({ kind: 'hello', from })

  return () => {
    leave()
    tell = () => {}
    turn = () => {}
    clearTimeout(timer)
    clearInterval(beating)
    for (const stop of stops) stop()
    removeEventListener('pagehide', leave)
    removeEventListener('pageshow', comeBack)
    document.removeEventListener('visibilitychange', beat)
    touch.stop()
    wire.close()
    useTalk.setState({ peers: [], laser: null, drawing: null })
  }
}
