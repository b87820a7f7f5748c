import { lecture90, type Planned } from '../../content/orders'
import { nearest } from '../architectures/nearest'
import { lectureOrder, lessonOf, lessons, slides, type Slide, slideOf, talkSlides } from './course'
import { readList } from './orderText'
import { usualMinutes } from './usualMinutes'

/** Slides in the order in which they are shown. */
export interface Order {
  /** As it stands in addresses: a name, or the keys of its slides with commas between them (`orderText.ts`). */
  readonly text: string
  readonly title: string
  readonly slides: readonly Slide[]
  /** How long each is planned to stand, where that was thought about; in the order of the slides. */
  readonly plan?: readonly Planned[]
  /** What an address asked for and the course has not, in sentences. */
  readonly problems: readonly string[]
}

/** The orders that have a name. */
export const orders: Readonly<Record<string, Omit<Order, 'text' | 'problems'>>> = {
  course: { title: 'The course', slides },
  lecture: { title: 'The lecture’s order', slides: lectureOrder },
  lecture90: {
    title: 'The lecture in ninety minutes',
    slides: lecture90.map(({ slide }) => slideOf(slide)!),
    plan: lecture90,
  },
}

const read = new Map<string, Order>()

/**
 * The order that an address asks for: one with a name, or slides and lessons by their names, `shapes/to-scale,parameters`,
 * with a title and minutes where somebody planned them. What is unknown is left out and said; where nothing is left it is
 * the course's.
 */
export function orderOf(text: string): Order {
  let order = read.get(text)
  if (!order) read.set(text, (order = readOrder(text)))
  return order
}

/** So many unknown names are told; each is held against all that there are. */
const mostSaid = 8

function readOrder(text: string): Order {
  if (Object.hasOwn(orders, text)) return { text, problems: [], ...orders[text] }
  const { title, list, problems: odd } = readList(text)
  const strange = new Set<string>()
  const found = new Map<Slide, Planned>()
  for (const { name, minutes, skip } of list) {
    const named = slidesNamed(name)
    if (named.length === 0) strange.add(name)
    for (const slide of named)
      if (!found.has(slide))
        found.set(slide, { slide: slide.key, minutes: minutes ?? usualMinutes(slide), ...(skip && { skip }) })
  }
  const problems = [...odd.slice(0, mostSaid), ...unknownSlides([...strange], Object.keys(orders))]
  if (found.size > 0)
    return {
      text,
      title: title || 'Custom order',
      slides: [...found.keys()],
      // Names alone plan nothing.
      ...(list.some(({ minutes }) => minutes !== undefined) && { plan: [...found.values()] }),
      problems,
    }
  return {
    text: 'course',
    ...orders.course,
    problems: [...problems, 'The slides are shown in the order of the course instead.'],
  }
}

function slidesNamed(name: string): readonly Slide[] {
  const slide = slideOf(name)
  if (slide) return [slide]
  const lesson = lessonOf(name)
  return lesson ? slides.filter((each) => each.lesson === lesson) : []
}

/** Says that the course has no such slides, and what was most likely meant; `others` are names that may have been meant, too. */
export function unknownSlides(names: readonly string[], others: readonly string[] = []): readonly string[] {
  const all = [...others, ...lessons.map(({ id }) => id), ...[...slides, ...talkSlides].map(({ key }) => key)]
  const more = names.length - mostSaid
  return [
    ...names.slice(0, mostSaid).map((name) => {
      const [near] = nearest(name, all)
      return `There is no order, lesson or slide “${name}”${near === undefined ? '.' : `; did you mean “${near}”?`}`
    }),
    ...(more > 0 ? [`The same goes for ${more} more.`] : []),
  ]
}

/** Where a slide stands in an order, and what comes before and after it. */
export interface Place {
  /** Null where the order leaves the slide out. */
  readonly at: number | null
  /** The slide to go to, by its place; the first and the last stay where they are. */
  readonly next: number
  readonly back: number
}

/** A slide that an order leaves out stands after that one of its slides which comes before it in the course. */
export function placeIn({ slides: shown }: Pick<Order, 'slides'>, slide: Slide): Place {
  const last = shown.length - 1
  const at = shown.indexOf(slide)
  if (at >= 0) return { at, next: Math.min(last, at + 1), back: Math.max(0, at - 1) }
  const mine = slides.indexOf(slide)
  const before = shown.reduce((best, each, i) => {
    const place = slides.indexOf(each)
    return place < mine && (best < 0 || place > slides.indexOf(shown[best])) ? i : best
  }, -1)
  return { at: null, next: Math.min(last, before + 1), back: Math.max(0, before) }
}

/** The place of a slide in words: `12 of 108`, `not among these 94`. */
export function placeSaid({ at }: Place, count: number): string {
  return at === null ? `not among these ${count}` : `${at + 1} of ${count}`
}
