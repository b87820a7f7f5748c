import { useState } from 'react'
import type { Order } from '../../lessons/orders'
import { Notice } from '../../ui/Notice'

/** What the address asked for and the course has not, until it is dismissed. */
export function DeckProblems({ order }: { readonly order: Order }) {
  const [dismissed, setDismissed] = useState<Order | null>(null)
  if (order.problems.length === 0 || dismissed === order) return null
  return (
    <div className="deck-problems" role="alert">
      <Notice onDismiss={() => setDismissed(order)}>{order.problems.join(' ')}</Notice>
    </div>
  )
}
