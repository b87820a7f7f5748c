import { createContext, type ReactNode, useContext } from 'react'
import type { StepDescription } from './description'

/** The slide that a component stands in. */
interface StepPlace {
  /** `lesson/step`. */
  readonly key: string
  readonly step: StepDescription
}

export const StepContext = createContext<StepPlace | null>(null)

export function useStep(): StepPlace {
  const place = useContext(StepContext)
  if (!place) throw new Error('This component has to be inside a <Step>.')
  return place
}

/** What words of the prose may do with the picture beside them; whoever shows the lesson provides it. */
export interface Figure {
  /** The node or group under the pointer, in the picture or in the prose. */
  readonly hovered: string | null
  /** The node or group that is selected. */
  readonly selected: string | null
  hover(id: string | null): void
  /** Selects it and brings it into view, or takes that back. */
  show(id: string): void
}

export const FigureContext = createContext<Figure>({
  hovered: null,
  selected: null,
  hover: () => {},
  show: () => {},
})

/** How a lesson shows its steps: which, and in what frame. */
export interface Showing {
  readonly lesson: string
  /** Null: all. */
  readonly only: string | null
  readonly notes: boolean
  /** Whether a slide's few words for a room are shown. */
  readonly brief?: boolean
  /** What is one line until it is opened: all questions and slips, or slips alone, which would give answers away. */
  readonly folded?: 'all' | 'slips'
  /** What a page says before the question that ends the lesson. */
  readonly end?: ReactNode
  /** What stands below the first words of a step (`lesson/step`): its figure, where words and figures are one text. */
  readonly figure?: (step: StepDescription, key: string) => ReactNode
}

export const ShowingContext = createContext<Showing>({ lesson: '', only: null, notes: false })
