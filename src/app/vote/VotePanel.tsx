import { X } from 'lucide-react'
import { type CSSProperties, type FormEvent, type ReactNode, useEffect, useMemo, useState } from 'react'
import { orderOf } from '../../exercises/random'
import { ShowingContext, useStep } from '../../lessons/context'
import type { Slide } from '../../lessons/course'
import { numbers } from '../../lessons/numbers'
import { components } from '../../lessons/vocabulary/index'
import type { Value, Words } from '../../lessons/vocabulary/Questions'
import { count, measured } from '../../ui/format'
import { click } from '../../ui/pointing'
import { keyOf, textFields } from '../../ui/keyboard'
import { useBody } from '../course/useBody'
import { useTalk } from '../mirror/talk'
import { type Bar, isRight, letterOf, numberBars, numberOf, optionBars, votesIn } from './tally'
import { castVote, claimVote, clearVotes, showAnswer, startVote, stopVote } from './vote'
import './vote.css'

const say = (words: Words) => (typeof words === 'string' ? words : words(numbers))

/** A question of the slide for the whole room: its votes as they come, and then the answer. */
export function VotePanel({ slide }: { readonly slide: Slide }) {
  const { Body } = useBody(slide.lesson)
  const showing = useMemo(
    () => ({ lesson: slide.lesson.id, only: slide.step.id, notes: false, folded: 'all' as const }),
    [slide],
  )
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      stopVote()
    }
    addEventListener('keydown', press, { capture: true })
    return () => removeEventListener('keydown', press, { capture: true })
  }, [])
  return (
    <section className="vote-panel" aria-label="Ask the room" data-escapes data-takes-letters>
      <button
        type="button"
        className="button icon vote-close"
        aria-label="Stop asking (v)"
        onClick={stopVote}
      >
        <X aria-hidden size={18} />
      </button>
      <ShowingContext value={showing}>{Body && <Body components={asked as never} />}</ShowingContext>
    </section>
  )
}

/** The question that is asked, or the way to ask it in place of another. */
function Asked({ ask, children }: { readonly ask: string; readonly children: ReactNode }) {
  const { key } = useStep()
  const current = useTalk(({ vote }) => vote?.ask)
  useEffect(() => claimVote(ask), [ask])
  if (current === ask)
    return (
      <div className="vote-question">
        <h2>{ask}</h2>
        {children}
      </div>
    )
  return (
    <button type="button" className="button small vote-other" onClick={() => startVote(key, ask)}>
      {ask}
    </button>
  )
}

function Choice({ ask, options }: { readonly ask: Words; readonly options: readonly Option[] }) {
  const text = say(ask)
  return (
    <Asked ask={text}>
      <Options ask={text} options={options} />
    </Asked>
  )
}

interface Option {
  readonly text: Words
  readonly right?: boolean
  readonly why: Words
}

function Options({ ask, options }: { readonly ask: string; readonly options: readonly Option[] }) {
  const { key } = useStep()
  const vote = useTalk((state) => state.vote)!
  // As they stand in the question itself.
  const order = useMemo(() => orderOf(options.length, `${key}#${ask.slice(0, 60)}`), [options, key, ask])
  const bars = optionBars(vote.counts, order.map(String))
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target, ctrlKey, metaKey, altKey, shiftKey } = event
      if (ctrlKey || metaKey || altKey || (target instanceof Element && target.closest(textFields))) return
      const place = keyOf(event).toUpperCase().charCodeAt(0) - 65
      if (keyOf(event).length !== 1 || order[place] === undefined) return
      event.preventDefault()
      event.stopImmediatePropagation()
      castVote(String(order[place]), shiftKey ? -1 : 1)
    }
    addEventListener('keydown', press, { capture: true })
    return () => removeEventListener('keydown', press, { capture: true })
  }, [order])
  return (
    <>
      <ol className="vote-options" style={rowsOf(order.length)}>
        {order.map((option, place) => (
          <li key={option} data-right={vote.isOut && options[option].right === true}>
            <button type="button" className="button vote-option" onClick={() => castVote(String(option))}>
              <strong>{letterOf(place)}</strong> <span>{say(options[option].text)}</span>
            </button>
            <VoteBar bar={bars[place]} name={letterOf(place)} />
          </li>
        ))}
      </ol>
      {vote.isOut && (
        <p className="vote-answer">{options.filter(({ right }) => right).map(({ why }) => say(why))}</p>
      )}
      <VoteButtons hint="Press A, B, C … for each hand; Shift takes one away." />
    </>
  )
}

interface NumberProps {
  readonly ask: Words
  readonly answer: Value
  readonly unit?: string
  readonly within?: number
  readonly children?: ReactNode
}

function Predict({ ask, children, ...rest }: NumberProps) {
  return (
    <Asked ask={say(ask)}>
      <NumberVotes {...rest}>{children}</NumberVotes>
    </Asked>
  )
}

function NumberVotes({ answer, unit, within, children }: Omit<NumberProps, 'ask'>) {
  const vote = useTalk((state) => state.vote)!
  const [typed, setTyped] = useState('')
  const value = typeof answer === 'number' ? answer : answer(numbers)
  const bars = numberBars(vote.counts)
  const text = typed.trim()
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (numberOf(text) === null) return
    castVote(text)
    setTyped('')
  }
  return (
    <>
      <form className="vote-form" onSubmit={submit}>
        <label>
          <span className="visually-hidden">A vote</span>
          <input
            className="input"
            autoComplete="off"
            placeholder="a number from the room"
            maxLength={40}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        {unit && <span className="soft">{unit}</span>}
        <button type="submit" className="button primary" disabled={numberOf(text) === null}>
          Count it
        </button>
      </form>
      <ol className="vote-options numbers" style={rowsOf(bars.length)}>
        {bars.length === 0 && <li className="vote-none soft">No votes yet</li>}
        {bars.map((bar) => (
          <li key={bar.what} data-right={vote.isOut && isRight(bar.what, value, within)}>
            <button type="button" className="button vote-option" onClick={() => castVote(bar.what)}>
              {bar.what}
            </button>
            <VoteBar bar={bar} name={bar.what} />
          </li>
        ))}
      </ol>
      {vote.isOut && (
        <div className="vote-answer">
          <p>
            Computed: <strong>{Number.isInteger(value) ? count(value) : measured(value)}</strong> {unit}
          </p>
          {children}
        </div>
      )}
      <VoteButtons hint={`Type a number for each vote, or ${click} one that is already listed.`} />
    </>
  )
}

function VoteBar({ bar: { votes, share }, name }: { readonly bar: Bar; readonly name: string }) {
  return (
    <span className="vote-bar" role="img" aria-label={`${name}: ${votes} ${votes === 1 ? 'vote' : 'votes'}`}>
      <span className="vote-fill" style={{ inlineSize: `${100 * share}%` }} />
      <span className="vote-count">
        {votes} {votes > 0 && <span className="soft">{Math.round(100 * share)}%</span>}
      </span>
    </span>
  )
}

function VoteButtons({ hint }: { readonly hint: string }) {
  const { isOut, counts } = useTalk((state) => state.vote)!
  const all = votesIn(counts)
  return (
    <div className="vote-buttons">
      <button type="button" className="button primary" onClick={() => showAnswer(!isOut)}>
        {isOut ? 'Hide the answer' : 'Show the answer'}
      </button>
      <button type="button" className="button" disabled={all === 0} onClick={clearVotes}>
        Clear the votes
      </button>
      <span className="soft">
        {all > 0 && (
          <>
            <b>{all === 1 ? '1 vote' : `${count(all)} votes`}</b>.{' '}
          </>
        )}
        {hint}
      </span>
    </div>
  )
}

/** Many rows have small words, so that all of them are seen. */
const rowsOf = (rows: number) => ({ '--rows': Math.max(3, rows) }) as CSSProperties

const nothing = () => null

/** What the panel makes of a lesson: its questions that can be voted on, and nothing else. */
const asked = {
  ...components,
  Predict,
  Choice,
  Order: nothing,
  Cloze: nothing,
  Practice: nothing,
  Curve: nothing,
  Compare: nothing,
  Table: nothing,
  Slip: nothing,
}
