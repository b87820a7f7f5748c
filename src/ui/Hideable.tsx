import { type ReactNode, useState } from 'react'
import './hideable.css'
import { leadToQuestion } from './leadToQuestion'
import { untilAnswered } from './untilAnswered'

/** A value that may be a question mark for a while; it comes with a short movement when it is told. */
export function Hideable({
  isHidden,
  children,
}: {
  readonly isHidden: boolean
  readonly children: ReactNode
}) {
  const [wasHidden, setWasHidden] = useState(isHidden)
  if (isHidden && !wasHidden) setWasHidden(true)
  if (isHidden)
    return (
      <button
        type="button"
        className="hidden-value"
        aria-label={untilAnswered}
        title={`${untilAnswered}; press to go to the question`}
        onClick={({ currentTarget }) => leadToQuestion(currentTarget)}
      >
        ?
      </button>
    )
  return wasHidden ? <span className="told-value">{children}</span> : children
}
