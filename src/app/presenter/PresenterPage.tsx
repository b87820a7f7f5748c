import { ChevronLeft, ChevronRight, EyeOff, Moon, Pause, Play, RotateCcw, Sun } from 'lucide-react'
import { useEffect, useState } from 'react'
import { type Slide, slideOf } from '../../lessons/course'
import { orderOf, placeIn, placeSaid } from '../../lessons/orders'
import 'katex/dist/katex.min.css'
import { textFields } from '../../ui/keyboard'
import { useDeck, veil } from '../course/deckState'
import { followTalk, tellOthers, turnTo } from '../mirror/follow'
import { hasPeer, holdTalk, useTalk, windowName } from '../mirror/talk'
import { OrderSelect } from '../orders/OrderSelect'
import { useHead } from '../page/useHead'
import { type LessonRoute, type Route, setAddress, writeRoute } from '../route/route'
import { clockTime, elapsed, paceOf, planOf } from './pace'
import { SlideFrame } from './SlideFrame'
import { SpeakerNotes } from './SpeakerNotes'
import { useDeskTheme } from './useDeskTheme'
import { useTimer } from './useTimer'
import '../course/lesson.css'
import './presenter.css'

type Place = Extract<Route, { page: 'presenter' }>

/** Where no window shows the slides yet, they are laid out for this one, in pixels. */
const usual = { width: 1280, height: 720 }

const addressOf = ({ lesson, step }: Slide, order: LessonRoute['order']) =>
  writeRoute({ page: 'lesson', lesson: lesson.id, step: step.id, deck: true, notes: false, order, lab: {} })

/** The slides have keys of their own; what is pressed here is pressed there. */
const press = (key: string, code = key, shiftKey = false) => tellOthers({ kind: 'key', key, code, shiftKey })

/** The lecturer's window: the slide and the next one, what to say, and how the time stands. Nothing of it is on the projected screen. */
export function PresenterPage({ route }: { readonly route: Place }) {
  useHead('Presenter · Layerwise')
  useEffect(followTalk, [])
  useEffect(holdTalk, [])
  const first = slideOf(`${route.lesson}/${route.step}`)
  return first ? (
    <Desk first={first} route={route} />
  ) : (
    <main className="broken">
      <h1>
        There is no slide “{route.lesson}/{route.step}”
      </h1>
      <p>
        <a href={writeRoute({ page: 'home' })}>All lessons</a>
      </p>
    </main>
  )
}

function Desk({
  first,
  route: { session, order: firstOrder },
}: {
  readonly first: Slide
  readonly route: Place
}) {
  const told = useTalk(({ place }) => place)
  const slide = (told && slideOf(told.slide)) ?? first
  const order = told?.order ?? firstOrder
  useEffect(() => {
    // A reload stays where the talk is.
    const [lesson, step] = [slide.lesson.id, slide.step.id]
    setAddress(writeRoute({ page: 'presenter', session, lesson, step, order }))
  }, [session, slide, order])
  const { slides: all, plan } = orderOf(order)
  const here = placeIn({ slides: all }, slide)
  const at = here.at ?? here.back
  const next = all[here.next] === slide ? undefined : all[here.next]
  // After the last slide its window stays, unseen: another one would be the whole page once more.
  const [framed, frame] = useState(next)
  if (next && next !== framed) frame(next)
  const screen = useTalk(({ peers }) => peers.find(({ role }) => role === 'screen'))
  const cover = useDeck((state) => state.veil)
  const size = screen && screen.width > 0 && screen.height > 0 ? screen : usual

  useEffect(() => {
    const forward = (event: KeyboardEvent) => {
      const { key, code, shiftKey, target } = event
      if (event.ctrlKey || event.metaKey || event.altKey || key === 'Tab') return
      if (target instanceof Element && target.closest(textFields)) return
      if (
        target instanceof Element &&
        target.closest('button, a, [role="radio"], input') &&
        /^( |Enter)$/.test(key)
      )
        return
      event.preventDefault()
      press(key, code, shiftKey)
    }
    addEventListener('keydown', forward)
    return () => removeEventListener('keydown', forward)
  }, [])

  return (
    <div className="desk">
      <h1 className="visually-hidden">Presenter</h1>
      <main className="desk-slide">
        <ScreenState address={addressOf(slide, order)} session={session} />
        <SlideFrame
          part="now"
          session={session}
          hash={addressOf(slide, order)}
          size={size}
          title={`Slide: ${slide.step.title}`}
        />
        {cover !== null && (
          <p className="desk-cover" data-cover={cover} role="status">
            <EyeOff aria-hidden size={20} />
            <span>
              <strong>The screen is {cover}.</strong> Only you see the slide; <kbd>{cover.charAt(0)}</kbd>{' '}
              shows it again.
            </span>
          </p>
        )}
        <div className="desk-foot">
          <section className="desk-next" aria-label="Next slide">
            <h2>{next ? `Next: ${next.step.title}` : 'This is the last slide.'}</h2>
            {framed && (
              <SlideFrame
                part="next"
                session={session}
                hash={addressOf(framed, order)}
                size={size}
                title={`Next slide: ${framed.step.title}`}
                isHidden={!next}
              />
            )}
          </section>
          <Time own={all.map((_, i) => plan?.[i]?.minutes)} at={at} order={told?.order ?? null} />
        </div>
        <nav className="desk-keys" aria-label="Slides">
          <button type="button" className="button" onClick={() => press('PageUp')}>
            <ChevronLeft aria-hidden size={18} /> Back
          </button>
          <span className="desk-place" role="status">
            {placeSaid(here, all.length)}
          </span>
          <button type="button" className="button primary" onClick={() => press('PageDown')}>
            Next <ChevronRight aria-hidden size={18} />
          </button>
          {(['black', 'white'] as const).map((color) => (
            <button
              key={color}
              type="button"
              className="button"
              aria-pressed={cover === color}
              onClick={() => veil(color)}
            >
              {color === 'black' ? 'Black' : 'White'} <kbd>{color.charAt(0)}</kbd>
            </button>
          ))}
          <span className="header-gap" />
          <OrderSelect order={order} onChange={(text) => turnTo({ slide: slide.key, order: text })} />
          <DeskTheme />
        </nav>
      </main>
      <aside className="desk-side" aria-label="For the lecturer">
        <section className="desk-notes" aria-label="Notes" tabIndex={0}>
          {plan?.[at]?.skip && <p className="desk-skip">May be left out when time is short.</p>}
          <SpeakerNotes key={slide.key} slide={slide} />
        </section>
      </aside>
    </div>
  )
}

/** Whether the projected window is there, and the way to open it. */
function ScreenState({ address, session }: { readonly address: string; readonly session: string }) {
  const isThere = useTalk(hasPeer('screen'))
  const [wasThere, setWasThere] = useState(false)
  if (isThere && !wasThere) setWasThere(true)
  if (isThere) return null
  return (
    <p className="desk-lost" role="alert">
      {wasThere ? 'The window with the slides was closed.' : 'No window shows these slides yet.'}{' '}
      <a href={address} target={windowName('screen', session)} className="button small">
        Open the slides
      </a>
    </p>
  )
}

/** The clock, the stopwatch, and how the talk stands against its plan. */
function Time({
  own,
  at,
  order,
}: {
  readonly own: readonly (number | undefined)[]
  readonly at: number
  /** Of the slides that are shown, null until that is told. */
  readonly order: string | null
}) {
  const { timer, minutes, now, toggle, reset, plan } = useTimer(order, at)
  const time = elapsed(timer, now)
  const { to, late, left } = paceOf(planOf(own, minutes), at, time)
  const runs = timer.since !== null
  return (
    <section className="desk-time" aria-label="Time">
      <div className="desk-watches">
        <p className="desk-clock">
          <span className="small-text soft">Clock</span>
          <strong>{new Date(now).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}</strong>
        </p>
        <p className="desk-clock">
          <span className="small-text soft">Talk</span>
          <strong role="timer">{clockTime(time)}</strong>
        </p>
        <button
          type="button"
          className="button icon"
          aria-label={runs ? 'Pause the timer' : 'Start the timer'}
          onClick={toggle}
        >
          {runs ? <Pause aria-hidden size={18} /> : <Play aria-hidden size={18} />}
        </button>
        <button type="button" className="button icon" aria-label="Reset the timer" onClick={reset}>
          <RotateCcw aria-hidden size={18} />
        </button>
      </div>
      <p className="desk-pace small-text" data-late={time > 0 && late > 0}>
        <span>
          This slide until <strong>{clockTime(to)}</strong>
        </span>
        <span>
          {time === 0
            ? 'not started'
            : late > 0
              ? `${clockTime(late)} late`
              : late < 0
                ? `${clockTime(-late)} early`
                : 'on time'}
        </span>
        <span>{clockTime(left)} planned after it</span>
        {own.includes(undefined) && (
          <label>
            Talk of{' '}
            <input
              className="input inline"
              type="number"
              min={1}
              max={600}
              value={minutes}
              onChange={(event) => plan(event.target.valueAsNumber)}
            />{' '}
            min
          </label>
        )}
      </p>
    </section>
  )
}

/** The lecturer's own light or dark; the projected slides keep theirs. */
function DeskTheme() {
  const [isDark, setDark] = useDeskTheme()
  return (
    <button
      type="button"
      className="button icon"
      aria-label={isDark ? 'Light presenter window' : 'Dark presenter window'}
      onClick={() => setDark(!isDark)}
    >
      {isDark ? <Sun aria-hidden size={18} /> : <Moon aria-hidden size={18} />}
    </button>
  )
}
