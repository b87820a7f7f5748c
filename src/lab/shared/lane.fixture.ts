import type { Lane } from '../../runtime/lane'
import type { WorkerApi } from '../../runtime/worker'

/** For tests in Node: a worker that answers at once, as it is told. */
export const laneOf = (answers: Partial<WorkerApi>): Lane => ({
  isOver: false,
  ask: (call) => call(answers as never),
  end() {},
})

/** One whose loss is no number from a step on, counted from 1. */
export function losing(at: number, answers: Partial<WorkerApi> = {}): Lane {
  let steps = 0
  return laneOf({ learn: async () => 1, step: async () => (++steps < at ? 1 : NaN), ...answers })
}
