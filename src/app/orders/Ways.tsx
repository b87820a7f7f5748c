import { orderOf } from '../../lessons/orders'
import { TalkLink } from '../course/TalkLink'
import { writeRoute } from '../route/route'

/** The address of the first slide of an order, for somebody else. */
export function linkOf(order: string): string {
  const { lesson, step } = orderOf(order).slides[0]
  const route = {
    page: 'lesson',
    lesson: lesson.id,
    step: step.id,
    deck: true,
    notes: false,
    lab: {},
  } as const
  return `${location.href.split('#')[0]}${writeRoute({ ...route, order })}`
}

/** What can be done with an order: it is shown as slides, or printed. */
export function Ways({ order, isEmpty = false }: { readonly order: string; readonly isEmpty?: boolean }) {
  if (isEmpty) return null
  return (
    <>
      <TalkLink order={order} className="button small">
        As slides
      </TalkLink>
      <a
        className="button small"
        href={writeRoute({ page: 'handout', order, per: 2, notes: false, answers: false })}
      >
        Handout
      </a>
    </>
  )
}
