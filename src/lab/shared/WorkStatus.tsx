import type { ComponentProps } from 'react'

interface Props extends ComponentProps<'p'> {
  readonly text: string
  /** While its numbers change several times a second. */
  readonly isMoving: boolean
}

/**
 * Where long work stands, and what else is to be said of it. A screen reader says when the work begins, rests, fails and
 * ends; numbers that move stand beside the live region, where they are read on demand.
 */
export function WorkStatus({ text, isMoving, children, ...rest }: Props) {
  return (
    <p {...rest}>
      {isMoving && <span>{text}</span>}
      <span role="status">
        {isMoving ? <span className="visually-hidden">At work.</span> : text}
        {children}
      </span>
    </p>
  )
}
