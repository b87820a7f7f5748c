import { RunCurves } from '../../../recorded/RunCurves'
import type { LabProps } from '../../shared/frame'
import { ReadableChart } from '../../shared/hidden'
import { options } from './options'

export { options }

/** Recorded curves as the figure of a slide: `runs` by name, and which quantities `of` them. */
export function Lab({ value }: LabProps<typeof options>) {
  const { runs, of } = value
  return (
    <div className="lab-body">
      <ReadableChart of="curves">
        <RunCurves runs={runs} of={of} />
      </ReadableChart>
    </div>
  )
}
