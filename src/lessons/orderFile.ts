import * as v from 'valibot'
import type { Planned } from '../../content/orders'
import { slideOf } from './course'
import { isMinutes, longestTitle, mostMinutes, type OwnOrder, titled } from './orderText'
import { unknownSlides } from './orders'
import { usualMinutes } from './usualMinutes'

const version = 1

/** Far more than the course has. */
export const mostSlides = 1000

const words = (most: number) =>
  v.pipe(v.string('words'), v.maxLength(most, `words of at most ${most} characters`))

/** A slide of an order, as it is kept. */
export const planned = v.object(
  {
    slide: words(200),
    minutes: v.optional(
      v.pipe(v.number('a number'), v.check(isMinutes, `a number of minutes from 0 to ${mostMinutes}`)),
    ),
    skip: v.optional(v.boolean('true or false')),
  },
  'a slide with its minutes',
)

const plannedSlides = v.pipe(
  v.array(planned, 'a list of slides'),
  v.maxLength(mostSlides, `a list of at most ${mostSlides} slides`),
)

const file = v.object(
  {
    layerwise: v.literal('order', '“order”'),
    version: v.literal(version, `${version}, which is what this version of Layerwise reads`),
    title: words(10 * longestTitle),
    slides: plannedSlides,
  },
  'an order of slides',
)

/** An order as a file that `readOrderFile` reads. */
export function writeOrderFile({ title, slides }: OwnOrder): string {
  return JSON.stringify({ layerwise: 'order', version, title, slides }, null, 1)
}

/** The order in a text and, in sentences, what of it does not fit and was left out; null where it is none. */
export function readOrderFile(content: string): {
  readonly order: OwnOrder | null
  readonly problems: readonly string[]
} {
  let data: unknown
  try {
    data = JSON.parse(content)
  } catch {
    return { order: null, problems: ['This is not an order file: it is not written as JSON.'] }
  }
  const found = v.safeParse(file, data, { abortEarly: true })
  if (!found.success) {
    const [issue] = found.issues
    const at = v.getDotPath(issue)
    const what = at === null ? 'it' : `“${at}” in it`
    const why = issue.received === 'undefined' ? 'is missing' : `should be ${issue.message}`
    return { order: null, problems: [`This is not an order file: ${what} ${why}.`] }
  }
  const { title, slides } = found.output
  const { slides: kept, problems } = ofCourse(slides)
  if (kept.length === 0)
    return { order: null, problems: [...problems, 'None of the slides in this file belongs to the course.'] }
  return { order: { title: titled(title), slides: kept }, problems }
}

/** The slides that the course has, each once and with minutes, and what is left out of a list. */
export function ofCourse(list: readonly v.InferOutput<typeof planned>[]): {
  readonly slides: readonly Planned[]
  readonly problems: readonly string[]
} {
  const slides = new Map<string, Planned>()
  const strange = new Set<string>()
  const twice = new Set<string>()
  for (const { slide: key, minutes, skip } of list) {
    const slide = slideOf(key)
    if (!slide) strange.add(key)
    else if (slides.has(key)) twice.add(key)
    else slides.set(key, { slide: key, minutes: minutes ?? usualMinutes(slide), ...(skip && { skip: true }) })
  }
  const problems = [...unknownSlides([...strange])]
  if (twice.size > 0)
    problems.push(
      `Slides that are in it twice are shown once: ${[...twice].map((key) => `“${key}”`).join(', ')}.`,
    )
  return { slides: [...slides.values()], problems }
}
