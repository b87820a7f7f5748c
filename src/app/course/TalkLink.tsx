import type { ReactNode } from 'react'
import { orderOf } from '../../lessons/orders'
import { writeRoute } from '../route/route'
import { stoppedAt } from './resume'

interface Props {
  /** As it stands in addresses. */
  readonly order: string
  readonly className?: string
  readonly children: ReactNode
}

/** Leads to the slides of an order, to the one where a talk stopped. */
export function TalkLink({ order, className = 'button', children }: Props) {
  const { slides } = orderOf(order)
  const stopped = stoppedAt(order)
  const at = Math.max(
    0,
    slides.findIndex(({ key }) => key === stopped),
  )
  const { lesson, step } = slides[at]
  return (
    <a
      className={className}
      href={writeRoute({
        page: 'lesson',
        lesson: lesson.id,
        step: step.id,
        deck: true,
        notes: false,
        order,
        lab: {},
      })}
    >
      {children}
      {at > 0 && <>, from slide {at + 1}</>}
    </a>
  )
}
