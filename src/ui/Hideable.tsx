import { type ReactNode, useState } from 'react'
import './hideable.css'

/** What a question mark in place of a number means; said alike wherever one stands. */
export const untilAnswered = 'hidden until you answer'

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
      <span className="hidden-value" role="img" aria-label={untilAnswered} title={untilAnswered}>
        ?
      </span>
    )
  return wasHidden ? <span className="told-value">{children}</span> : children
}
