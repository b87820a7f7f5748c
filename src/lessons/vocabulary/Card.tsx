import { type ReactNode, useContext } from 'react'
import { ShowingContext, StepContext } from '../context'
import { toggled, useOpened } from '../opened'

interface Props {
  readonly title: string
  readonly isSlip?: boolean
  readonly children: ReactNode
}

/**
 * A question, a slip or a practice. On a page questions stand in the text, while a slip, which often holds the answer, is
 * one line until it is opened; on a slide all are, and open in place of the prose, so that nothing has to be scrolled.
 */
export function Card({ title, isSlip = false, children }: Props) {
  const { folded } = useContext(ShowingContext)
  const slide = useContext(StepContext)?.key ?? ''
  const isOnSlide = folded === 'all'
  const isOpen = useOpened((cards) => isOnSlide && cards[slide] === title)
  if (!isOnSlide && !(isSlip && folded === 'slips')) return children
  return (
    <details
      className="card"
      {...(isOnSlide && {
        name: 'cards',
        open: isOpen,
        onToggle: (event) => toggled(slide, title, event.currentTarget.open),
      })}
    >
      <summary>{title}</summary>
      {children}
    </details>
  )
}
