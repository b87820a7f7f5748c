import type { Slide } from '../../lessons/course'

/** A slide with its place in an order, from 0. */
export interface Placed {
  readonly slide: Slide
  readonly at: number
}

/** The slides that a search finds: every word begins one of the title, the lesson, or the number of the slide or of the lecture's. */
export function findSlides(slides: readonly Slide[], search: string): readonly Placed[] {
  const asked = wordsOf(search)
  return slides
    .map((slide, at) => ({ slide, at }))
    .filter(({ slide, at }) => {
      const { title, slides: numbers = '', network = '' } = slide.step
      const words = wordsOf(`${at + 1} ${title} ${slide.lesson.title} ${numbers} ${network}`)
      return asked.every((part) => words.some((word) => word.startsWith(part)))
    })
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}×]+/u)
    .filter(Boolean)
}
