import type { Quantity } from '../../../recorded/history'
import { RunCurves } from '../../../recorded/RunCurves'
import type { LabProps } from '../../index'

/** Recorded curves as the figure of a slide: `runs` by name, and which quantities `of` them. */
export function Lab({ with: given }: LabProps) {
  const { runs, of } = given as { readonly runs: readonly string[]; readonly of?: readonly Quantity[] }
  return (
    <div className="lab-body">
      <RunCurves runs={runs} of={of} />
    </div>
  )
}
