import { type ReactNode, useState } from 'react'
import './hideable.css'
import { leadToQuestion } from './leadToQuestion'
import { untilAnswered } from './untilAnswered'

/** A value that may be a question mark for a while; it comes with a short movement when it is told. */
export function Hideable({
  isHidden,
  tabIndex,
  children,
}: {
  readonly isHidden: boolean
  /** Of the question mark, where not every one is to be a tab stop. */
  readonly tabIndex?: number
  readonly children: ReactNode
}) {
  const [wasHidden, setWasHidden] = useState(isHidden)
  if (isHidden && !wasHidden) setWasHidden(true)
  if (isHidden)
    return (
      <button
        type="button"
        className="hidden-value"
        tabIndex={tabIndex}
        aria-label={untilAnswered}
        title={`${untilAnswered}; press to go to the question`}
        onClick={(event) => {
          // What it stands in, a row or a line of a list, may lead elsewhere.
          event.preventDefault()
          event.stopPropagation()
          leadToQuestion(event.currentTarget)
        }}
      >
        ?
      </button>
    )
  return wasHidden ? <span className="told-value">{children}</span> : children
}
