import { useContext, useState } from 'react'
import { type ReferenceName } from '../../../content/references'
import { slips } from '../../../content/slips/index'
import { ShowingContext, StepContext } from '../context'
import { useIsAsking } from '../hidden'
import { numbers } from '../numbers'
import { Card as Fold } from './Card'
import { type Slip as SlipData, slipKinds } from '../slip'
import { Source } from './Words'

interface Props {
  readonly e: number
  /** On a page it would answer a question of its slide, so what it says waits until the slide's questions are answered. */
  readonly waits?: boolean
}

/** The slide says X; counting gives Y; because Z. */
export function Slip({ e, waits = false }: Props) {
  const slip = slips.find((candidate) => candidate.e === e)
  if (!slip) throw new Error(`there is no slip ${e}`)
  return (
    <Fold isSlip title={titleOf(slip)}>
      {waits ? <AfterQuestions slip={slip} /> : <SlipCard slip={slip} />}
    </Fold>
  )
}

/** What waits on a page for the questions of its slide. In a talk the lecturer decides. */
function AfterQuestions({ slip }: { readonly slip: SlipData }) {
  const { only } = useContext(ShowingContext)
  const isAsking = useIsAsking(useContext(StepContext)?.key)
  const [isShown, setShown] = useState(false)
  if (only !== null || isShown || !isAsking) return <SlipCard slip={slip} isAskedFor={isShown} />
  return (
    <p className="slip-waits">
      This card answers a question above, so it waits until you have answered.{' '}
      <button type="button" className="button small" onClick={() => setShown(true)}>
        Show it without answering
      </button>
    </p>
  )
}

/** What takes the place of a pressed button has the focus that the button had. */
const focused = { tabIndex: -1, ref: (element: HTMLElement | null) => element?.focus() } as const

function titleOf({ kind, about }: SlipData): string {
  return `${kind === 'OK' ? 'Checked' : 'Correction'}: ${about}`
}

/** `S5 S40` → `Slides 5 and 40`. */
function slidesIn(slides: string): string {
  const numbers = slides.split(' ').map((name) => name.slice(1))
  return `${numbers.length > 1 ? 'Slides' : 'Slide'} ${numbers.join(' and ')}`
}

interface SlipCardProps {
  readonly slip: SlipData
  /** It took the place of the button that shows it. */
  readonly isAskedFor?: boolean
}

function SlipCard({ slip, isAskedFor = false }: SlipCardProps) {
  const [counted, setCounted] = useState(false)
  return (
    <aside className="slip" data-kind={slip.kind} aria-label={titleOf(slip)} {...(isAskedFor && focused)}>
      <p className="slip-head">
        <span className="slip-kind">{slipKinds[slip.kind]}</span>
        <span className="soft">{slidesIn(slip.slides)} of the lecture</span>
      </p>
      <dl>
        {slip.says !== undefined && (
          <>
            <dt>The lecture says</dt>
            <dd className="quote">{slip.says}</dd>
          </>
        )}
        {slip.shows !== undefined && (
          <>
            <dt>The slide</dt>
            <dd>{slip.shows}</dd>
          </>
        )}
        <dt>{slip.kind === 'OK' ? 'Checked' : 'In fact'}</dt>
        <dd>{slip.truth(numbers)}</dd>
        <dt>Because</dt>
        <dd>
          {slip.because(numbers)}{' '}
          {slip.sources.map(([of, at]) => (
            <span key={of + at}>
              <Source of={of as ReferenceName} at={at} />{' '}
            </span>
          ))}
        </dd>
      </dl>
      {counted ? (
        <ul className="slip-count" aria-label="The count" {...focused}>
          {slip.count(numbers).map((line) => (
            <li key={line} className="arithmetic">
              {line}
            </li>
          ))}
        </ul>
      ) : (
        <button type="button" className="button small" onClick={() => setCounted(true)}>
          Run the count
        </button>
      )}
    </aside>
  )
}
