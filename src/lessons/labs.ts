import { experiments, type LabAbout } from '../lab/about'
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

/** What is said of a lab wherever it is named. */
export interface LabWords extends Pick<LabAbout, 'title'>, Partial<Omit<LabAbout, 'title' | 'place'>> {
  /** The first slide that shows it; none shows some experiments. */
  readonly slide?: Slide
}

/** The words of an experiment are its own, those of another lab are of the first slide that shows it. */
export function wordsOf(lab: string): LabWords {
  const slide = shown.find((each) => each.lab === lab)?.slides[0]
  const own = Object.hasOwn(experiments, lab) ? experiments[lab] : undefined
  return {
    title: lab.charAt(0).toUpperCase() + lab.slice(1).replaceAll('-', ' '),
    ...(slide && { title: slide.step.title, goal: slide.step.goal, slide }),
    ...own,
  }
}
