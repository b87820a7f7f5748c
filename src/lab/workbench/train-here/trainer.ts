import { expose } from 'comlink'
import { startForTraining } from '../../../runtime/training/start'
import type { Job, Report } from './job'
import { Session } from './session'

let session: Session | undefined

/** One network trains here; the page ends the worker to be rid of it. */
const api = {
  /** Starts the backend and the training; resolves with the backend's name once it runs. */
  async begin(job: Job, report: (report: Report) => void) {
    const backend = await startForTraining()
    session = new Session(job, report)
    return backend
  },
  /** Resolves when it is paused or done; before it has begun there is nothing to resume. */
  resume: () => session?.resume(),
  pause: () => session?.pause(),
}

export type TrainingApi = typeof api

expose(api)
