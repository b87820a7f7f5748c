import { needs } from '../../content/needs'
import type { Slide } from './course'

/** The names under which a slide is known: its own, and that of its lesson. */
const namesOf = ({ key, lesson }: Slide): readonly string[] => [key, lesson.id]

/** What a slide takes for granted, by the names of slides and lessons. */
export function needsOf(slide: Slide): readonly string[] {
  return namesOf(slide)
    .flatMap((name) => needs[name] ?? [])
    .filter((name) => !namesOf(slide).includes(name))
}

/**
 * The same slides in the same sequence, but each that comes too early waits until what it needs has been shown; then those
 * that waited come at once, in their sequence. What is never shown is not waited for.
 */
export function asTaught(slides: readonly Slide[]): readonly Slide[] {
  const placed = new Set<Slide>()
  const isReady = (slide: Slide) =>
    needsOf(slide).every((name) => slides.every((each) => !namesOf(each).includes(name) || placed.has(each)))
  let waiting: Slide[] = []
  for (const slide of slides) {
    waiting.push(slide)
    for (let next = waiting.find(isReady); next; next = waiting.find(isReady)) {
      placed.add(next)
      waiting = waiting.filter((each) => each !== next)
    }
  }
  if (waiting.length > 0)
    throw new Error(`slides that need each other: ${waiting.map(({ key }) => key).join(', ')}`)
  return [...placed]
}

/** What is used before it is taught: a slide, and one that it needs and that comes later; nothing where all is in order. */
export function tooEarly(
  slides: readonly Slide[],
): readonly { readonly slide: Slide; readonly needed: Slide }[] {
  return slides.flatMap((slide, i) =>
    needsOf(slide).flatMap((name) =>
      slides
        .slice(i + 1)
        .filter((later) => namesOf(later).includes(name))
        .map((needed) => ({ slide, needed })),
    ),
  )
}
