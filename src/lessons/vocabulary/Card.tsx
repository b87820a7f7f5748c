import { type ReactNode, useContext } from 'react'
import { ShowingContext } from '../context'

/**
 * A question, a slip or a practice. On a page it stands in the text; on a slide it is one line that opens in place of
 * the prose, so that nothing has to be scrolled.
 */
export function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { folded } = useContext(ShowingContext)
  if (!folded) return children
  return (
    <details className="card" name="cards">
      <summary>{title}</summary>
      {children}
    </details>
  )
}
