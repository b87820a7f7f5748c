import type { Lane } from '../../../runtime/lane'
import { batchOf } from '../../shared/drawings/batch'
import { type Drawings, draw, shapes } from '../../shared/drawings/drawings'
import { batchSize, type Guess, type Job, type Report, shown, testDrawings, testEvery, testSize } from './job'

/** Milliseconds between two reports, so that the page draws its curves not more than twice a second for each. */
const reportEvery = 600

/** A training that can be paused: batches are drawn here, and a worker learns from them. The same job gives the same losses on the same backend. */
export class Session {
  readonly #lane: Lane
  readonly #job: Job
  readonly #report: (report: Report) => void
  readonly #test: Drawings
  #step = 0
  #spent = 0
  #pending: number[] = []
  #tested: Report['test']
  #running: Promise<void> | undefined
  #paused = true

  constructor(lane: Lane, job: Job, report: (report: Report) => void) {
    this.#lane = lane
    this.#job = job
    this.#report = report
    this.#test = testDrawings(job.seed)
  }

  /** Goes on, until it is paused or done; resolves then, and rejects when the worker ends. */
  resume(): Promise<void> {
    this.#paused = false
    this.#running ??= this.#run().finally(() => (this.#running = undefined))
    return this.#running
  }

  /** Stops after the step under way. */
  pause(): void {
    this.#paused = true
  }

  async #run(): Promise<void> {
    if (this.#step === 0) {
      const { architecture, seed, rate } = this.#job
      await this.#lane.ask((api) => api.learn(architecture, { seed, rate }))
      await this.#measure()
    }
    let said = performance.now()
    while (this.#step < this.#job.steps && !this.#paused) {
      const drawings = draw(`train/${this.#job.seed}`, this.#step * batchSize, batchSize)
      const begin = performance.now()
      const loss = await this.#lane.ask((api) => api.step(batchOf(drawings)))
      this.#spent += performance.now() - begin
      this.#step++
      this.#pending.push(loss)
      if (!Number.isFinite(loss)) return await this.#say('diverged')
      if (this.#step % testEvery === 0 || this.#step === this.#job.steps) await this.#measure()
      if (performance.now() - said > reportEvery) {
        await this.#say('training')
        said = performance.now()
      }
    }
    await this.#say(this.#step < this.#job.steps ? 'training' : 'done')
  }

  async #measure(): Promise<void> {
    const shares = await this.#lane.ask((api) => api.predict(batchOf(this.#test)))
    const guesses = this.#test.labels.map((_, i) =>
      largest(shares.subarray(i * shapes.length, (i + 1) * shapes.length)),
    )
    const wrong = guesses.filter(({ label }, i) => label !== this.#test.labels[i]).length
    this.#tested = { step: this.#step, error: wrong / testSize, guesses: guesses.slice(0, shown) }
  }

  async #say(state: Report['state']): Promise<void> {
    const tensors = await this.#lane.ask((api) => api.tensors())
    this.#report({
      losses: this.#pending,
      ...(this.#tested && { test: this.#tested }),
      pace: this.#step === 0 ? 0 : (1000 * this.#step) / this.#spent,
      tensors,
      state,
    })
    this.#pending = []
    this.#tested = undefined
  }
}

function largest(shares: Float32Array): Guess {
  let label = 0
  for (let i = 1; i < shares.length; i++) if (shares[i] > shares[label]) label = i
  return { label, share: shares[label] }
}
