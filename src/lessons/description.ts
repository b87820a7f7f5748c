import type { Options } from '../architectures/family'

/** What a slide shows, as its author writes it on `<Step>`; the picture is a function of it. */
export interface StepDescription {
  /** Unique in its lesson; part of the address. */
  readonly id: string
  readonly title: string
  /** What one can do after it, as it follows "You learn to": `read a tensor’s shape off its ribbon`. */
  readonly goal?: string
  /** A slide of a talk that teaches nothing itself: its words are all it has. */
  readonly kind?: SlideKind
  /** The slides of the lecture that it teaches: `S7 S8`. */
  readonly slides?: string
  /** Ops and families whose explanation in the inspector leads here: `conv resnet`. */
  readonly teaches?: string
  /** A preset or family; without it the slide has a lab alone, or no figure. */
  readonly network?: string
  readonly options?: Options
  /** The node or group that is selected and brought into view. */
  readonly focus?: string
  /** Groups that are open; `all` opens every one. Those that hold `focus` open by themselves. */
  readonly expand?: 'all' | readonly string[]
  /** What the colours of the graph stand for: `path`, `family`, `params`, `macs`, … */
  readonly colour?: string
  /** A sample image. */
  readonly image?: string
  /** How channels become thickness. */
  readonly scale?: 'auto' | 'linear' | 'sqrt'
  /** Dense blocks with every connection drawn. */
  readonly links?: 'flow' | 'all'
  /** A second network beside the first. */
  readonly beside?: string
  /** The table below the graph: its rows. */
  readonly table?: string
  /** A lab in place of the graph, by the name of its folder in src/lab/<module>. */
  readonly show?: string
  /** What the lab is told. */
  readonly with?: Readonly<Record<string, unknown>>
  /** As slides it is shown step by step, in this order: `text figure question`. What is not named is there from the start. */
  readonly reveal?: string
  /** Why the answer to a question may stand on the slide; a test asks for this. */
  readonly seen?: string
}

/** A slide with what its questions hide until they are answered: nodes of its network, or readouts of its lab. */
export interface OutlinedStep extends StepDescription {
  readonly hides?: readonly string[]
}

/** The question that ends a lesson, where a slide would have its id: part of addresses and of the reader's progress. */
export const mixed = { id: 'mixed', title: 'One harder question' } as const

/** What slides of a talk are that teach nothing themselves. */
export const slideKinds = ['title', 'agenda', 'section', 'break', 'summary'] as const

export type SlideKind = (typeof slideKinds)[number]

/** What a slide can be shown in. */
export const partNames = ['text', 'figure', 'question'] as const

export type PartName = (typeof partNames)[number]

/** The parts of a slide in the order in which they are shown; none where all are there at once. */
export function partsOf({ reveal = '' }: Pick<StepDescription, 'reveal'>): readonly PartName[] {
  return reveal.split(/\s+/).filter(Boolean) as PartName[]
}

/** Lists of the course: addresses that no lesson can have. */
export const courseLists = ['coverage', 'glossary', 'labs', 'orders', 'references', 'slips'] as const

/** The lecture has this many slides, S1 to S45. */
export const lectureSlides = 45

/** The numbers in `S7 S8`. */
export function slidesOf({ slides = '' }: Pick<StepDescription, 'slides'>): readonly number[] {
  return slides
    .split(/\s+/)
    .filter(Boolean)
    .map((name) => Number(name.slice(1)))
}

/** A lesson as the index knows it, without its prose. */
export interface LessonSource {
  /** The file's name without its number: `mixed-kernels`. */
  readonly id: string
  /** The folder: `m1`. */
  readonly module: string
  /** Its place in the module, from the file's name. */
  readonly place: number
  readonly title: string
  readonly steps: readonly OutlinedStep[]
  /** Words of its prose, without the notes. */
  readonly words: number
  /** Questions that it asks. */
  readonly questions: number
}
