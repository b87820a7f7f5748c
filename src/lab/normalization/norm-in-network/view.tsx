import { Problem } from '../../../ui/Problem'
import type { LabProps } from '../../shared/frame'
import type { Model } from '../../shared/models'
import { WorkStatus } from '../../shared/WorkStatus'
import type { useImages } from './images'
import type { options } from './options'
import type { Held, useWork } from './useBench'

/** What every view of the trained network is handed. */
export interface ViewProps extends LabProps<typeof options> {
  readonly model: Model
  readonly held: Held
  /** The reader’s own in front, where there is one. */
  readonly images: ReturnType<typeof useImages>
}

/** Where the work stands, in a sentence. */
export function Waiting({
  held: { waits },
  work: { isBusy, problem, retry },
  idle,
  doing = 'Computing …',
}: {
  readonly held: Held
  readonly work: Pick<ReturnType<typeof useWork>, 'isBusy' | 'problem' | 'retry'>
  readonly idle: string
  /** What is said meanwhile. */
  readonly doing?: string
}) {
  if (problem) return <Problem onRetry={retry}>{problem}</Problem>
  return (
    <WorkStatus
      className="small-text norm-said"
      text={waits ?? (isBusy ? doing : idle)}
      isMoving={waits !== undefined || isBusy}
    />
  )
}
