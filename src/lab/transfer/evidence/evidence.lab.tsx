import './evidence.css'
import { useMemo } from 'react'
import { citationOf } from '../../../../content/references'
import { seedsOf } from '../../../recorded/report'
import { useRecorded } from '../../../recorded/useRecorded'
import { Segmented } from '../../../ui/Segmented'
import { cardsOf, type Evidence, said, type Verdict, verdictOf, verdicts } from './cards'
import { readGuesses, writeGuesses } from '../../shared/guesses'
import type { LabProps } from '../../shared/frame'
import { day } from '../../../recorded/day'
import { options } from './options'

export { options }

/** Amounts of images per class of our own transfer: the most and the fewest. */
const amounts = [2500, 5] as const

/** Studies of training from scratch against copied weights: guess how each ended, and its card turns. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const guesses = readGuesses(value.guesses, verdicts)
  const { all, problem } = useRecorded()
  const report = all?.transfers[0]
  const cards = useMemo(() => report && cardsOf(report, amounts), [report])
  if (problem) return problem
  if (!all)
    return (
      <p className="soft lab-wait" aria-busy>
        Loading the recorded runs…
      </p>
    )
  if (!report || !cards) return <p className="problem">The transfer is not recorded on this site.</p>
  const made = cards.filter(({ id }) => guesses[id])
  const right = made.filter((card) => guesses[card.id] === verdictOf(card))
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <span className="evidence-said" role="status">
          {made.length === 0
            ? 'Does training from scratch keep up? Guess.'
            : `${right.length} of ${made.length} right`}
        </span>
        <button
          type="button"
          className="button small"
          disabled={made.length === 0}
          onClick={() => onChange({ guesses: '' })}
        >
          Start over
        </button>
      </div>
      <ul className="evidence-cards">
        {cards.map((card) => (
          <Card
            key={card.id}
            card={card}
            ours={`Ours: ${report.title}`}
            guess={guesses[card.id] ?? null}
            onGuess={(guess) => onChange({ guesses: writeGuesses({ ...guesses, [card.id]: guess }) })}
          />
        ))}
      </ul>
      <p className="soft small-text">
        Detection on COCO, box AP: average precision, higher is better; GN: group normalization. Keeps up: at
        most a point behind. Ours: measured by this project, {report.target.length} new classes,{' '}
        {seedsOf(report)} seeds, {day(report.date)}. Recorded, not running now.
      </p>
    </div>
  )
}

interface CardProps {
  readonly card: Evidence
  /** What a card is called that has no paper. */
  readonly ours: string
  readonly guess: Verdict | null
  readonly onGuess: (guess: Verdict) => void
}

function Card({ card, ours, guess, onGuess }: CardProps) {
  const { data, how, source } = card
  const verdict = verdictOf(card)
  return (
    <li className="evidence-card" data-right={guess ? guess === verdict : undefined}>
      <div>
        <span>
          <strong>{data}</strong> {how && <span className="soft">{how}</span>}
        </span>
        <Segmented
          small
          legend={`${data}: from scratch`}
          value={guess}
          onChange={onGuess}
          choices={verdicts.map((value) => ({ value, label: value }))}
        />
      </div>
      <div>
        <span className="soft">{source ? <Source of={source} /> : ours}</span>
        <span className="evidence-result" role="status">
          {guess && `${guess === verdict ? '✓' : '✗'} ${said(card)}`}
        </span>
      </div>
    </li>
  )
}

/** As a source is named in the prose, with the place in the paper. */
function Source({ of: [name, at] }: { readonly of: NonNullable<Evidence['source']> }) {
  return (
    <a href={`#/course/references?paper=${name}`}>
      {citationOf(name)}, {at}
    </a>
  )
}
