import { slideOf } from '../../lessons/course'
import type { OwnOrder } from '../../lessons/orderText'
import { tooEarly } from '../../lessons/taught'
import { sumsOf } from './arrange'

/** `12 slides, 24 minutes, 18 without those that may be left out`. */
export function sizeSaid({ slides }: Pick<OwnOrder, 'slides'>): string {
  const { all, short } = sumsOf(slides)
  return [
    slides.length === 1 ? '1 slide' : `${slides.length} slides`,
    all === 1 ? '1 minute' : `${minutesText(all)} minutes`,
    ...(short < all ? [`${minutesText(short)} without those that may be left out`] : []),
  ].join(', ')
}

/** `1.5`, without digits that say nothing. */
export function minutesText(minutes: number): string {
  return String(Math.round(minutes * 10) / 10)
}

/** Slides that stand before what they take for granted, each with the first of it, in sentences. */
export function earlySaid({ slides }: Pick<OwnOrder, 'slides'>): readonly string[] {
  const early = tooEarly(slides.flatMap(({ slide }) => slideOf(slide) ?? []))
  return early
    .filter(({ slide }, i) => early.findIndex((each) => each.slide === slide) === i)
    .map(({ slide, needed }) => `“${slide.step.title}” builds on “${needed.step.title}”, which comes later.`)
}
