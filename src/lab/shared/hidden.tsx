import { createContext, type ReactNode, useContext } from 'react'
import { Hideable } from '../../ui/Hideable'
import { leadToQuestion } from '../../ui/leadToQuestion'

/** Readouts of a lab that its slide withholds until the reader has answered, by the names that its `options.ts` lists. */
export const HiddenReadouts = createContext<ReadonlySet<string>>(new Set())

/** Whether a readout waits for an answer: what is not text, such as the length of a bar, asks for itself. */
export function useIsHidden(readout: string): boolean {
  return useContext(HiddenReadouts).has(readout)
}

interface Props {
  readonly of: string
  /** Whether it would give the answer away with the settings of the lab as they are now. */
  readonly when?: boolean
  readonly children: ReactNode
}

/** A chart of a lab that a slide may hide: its place stays. */
export function ReadableChart({ of, when = true, children }: Props) {
  return useIsHidden(of) && when ? (
    <button
      type="button"
      className="hidden-chart"
      onClick={({ currentTarget }) => leadToQuestion(currentTarget)}
    >
      ? The chart waits for your answer.
    </button>
  ) : (
    children
  )
}

/** A number of a lab that a slide may hide. */
export function Readable({ of, when = true, children }: Props) {
  return <Hideable isHidden={useIsHidden(of) && when}>{children}</Hideable>
}
