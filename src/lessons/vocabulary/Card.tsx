import { type ReactNode, useContext } from 'react'
import { ShowingContext } from '../context'

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
  if (folded !== 'all' && !(isSlip && folded === 'slips')) return children
  return (
    <details className="card" name={folded === 'all' ? 'cards' : undefined}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
