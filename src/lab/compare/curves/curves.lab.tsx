import { RunCurves } from '../../../recorded/RunCurves'
import type { LabProps } from '../../shared/frame'
import { useIsHidden } from '../../shared/hidden'
import { options } from './options'

export { options }

const none: readonly string[] = []

/** Recorded curves as the figure of a slide: `runs` by name, and which quantities `of` them; some may wait for an answer. */
export function Lab({ value }: LabProps<typeof options>) {
  const { runs, of, wait = runs } = value
  const isHidden = useIsHidden('curves')
  return (
    <div className="lab-body">
      <RunCurves runs={runs} of={of} waiting={isHidden ? wait : none} />
    </div>
  )
}
