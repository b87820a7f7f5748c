import { lecture90 } from '../../content/orders'
import type { Slide } from './course'
import type { SlideKind } from './description'

/** Minutes of slides that teach nothing themselves. */
const ofKind: Readonly<Record<SlideKind, number>> = {
  title: 1,
  agenda: 1,
  section: 0.5,
  break: 5,
  summary: 2,
}

/** Minutes of a slide of which nobody has said how long it stands. */
const usual = 2

/** How many minutes a slide stands unless somebody plans otherwise: as in the lecture of ninety minutes, where it is part of that. */
export function usualMinutes({ key, step }: Slide): number {
  const planned = lecture90.find(({ slide }) => slide === key)
  return planned?.minutes ?? (step.kind ? ofKind[step.kind] : usual)
}
