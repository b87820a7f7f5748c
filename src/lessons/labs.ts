import { type Slide, slides } from './course'

/** A lab, and the slides that show it, in the order of the course. */
export interface Shown {
  readonly lab: string
  readonly slides: readonly Slide[]
}

/** The labs that a module shows first. */
export function labsOf(module: string): readonly Shown[] {
  return shown.filter((each) => each.slides[0].lesson.module === module)
}

const shown: readonly Shown[] = [...new Set(slides.flatMap(({ step }) => step.show ?? []))].map((lab) => ({
  lab,
  slides: slides.filter(({ step }) => step.show === lab),
}))
