import type { Slide } from '../../lessons/course'
import { sessionId, windowName } from '../mirror/talk'
import { type LessonRoute, writeRoute } from '../route/route'

/** The address of the lecturer's window beside a slide. */
export function deskAddress({ lesson, step }: Slide, order: LessonRoute['order']): string {
  const route = { page: 'presenter', session: sessionId(), lesson: lesson.id, step: step.id, order } as const
  return `${location.href.split('#')[0]}${writeRoute(route)}`
}

/** Opens the lecturer's window, or brings it to the front; false where the browser does not let the page. */
export function openDesk(address: string): boolean {
  return window.open(address, windowName('desk', sessionId()), 'popup,width=1360,height=850') !== null
}
