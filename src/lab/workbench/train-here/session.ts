import { build } from '../../../nn/build'
import { breathe } from '../../../runtime/breathe'
import { Learner, tensorsAlive, withBatch } from '../../../runtime/training/network'
import { batchOf } from '../../shared/drawings/batch'
import { type Drawings, draw, shapes } from '../../shared/drawings/drawings'
import { batchSize, type Guess, type Job, type Report, shown, testDrawings, testEvery, testSize } from './job'

/** Milliseconds between two reports, so that the page draws its curves not more than twice a second for each. */
const reportEvery = 600

/** A training that can be paused. The same job gives the same losses on the same backend. */
export class Session {
  readonly #job: Job
  readonly #report: (report: Report) => void
  readonly #learner: Learner
  readonly #test: Drawings
  #step = 0
  #spent = 0
  #pending: number[] = []
  #tested: Report['test']
  #running: Promise<void> | undefined
  #paused = true

  constructor(job: Job, report: (report: Report) => void) {
    this.#job = job
    this.#report = report
    this.#learner = new Learner(build(job.architecture), job)
    this.#test = testDrawings(job.seed)
  }

  /** Goes on, until it is paused or done; resolves then. */
  resume(): Promise<void> {
    this.#paused = false
    this.#running ??= this.#run().finally(() => (this.#running = undefined))
    return this.#running
  }

  /** Stops after the step under way. */
  pause(): void {
    this.#paused = true
  }

  dispose(): void {
    this.#paused = true
    this.#learner.dispose()
  }

  async #run(): Promise<void> {
    if (this.#step === 0) await this.#measure()
    let said = performance.now()
    while (this.#step < this.#job.steps && !this.#paused) {
      const drawings = draw(`train/${this.#job.seed}`, this.#step * batchSize, batchSize)
      const begin = performance.now()
      const loss = await withBatch(batchOf(drawings), (images, answers) =>
        this.#learner.step(images, answers),
      )
      this.#spent += performance.now() - begin
      this.#step++
      this.#pending.push(loss)
      if (!Number.isFinite(loss)) return this.#say('diverged')
      if (this.#step % testEvery === 0 || this.#step === this.#job.steps) await this.#measure()
      if (performance.now() - said > reportEvery) {
        this.#say('training')
        said = performance.now()
      }
      await breathe()
    }
    this.#say(this.#step < this.#job.steps ? 'training' : 'done')
  }

  async #measure(): Promise<void> {
    const shares = await withBatch(batchOf(this.#test), (images) => this.#learner.predict(images))
    const guesses = this.#test.labels.map((_, i) =>
      largest(shares.subarray(i * shapes.length, (i + 1) * shapes.length)),
    )
    const wrong = guesses.filter(({ label }, i) => label !== this.#test.labels[i]).length
    this.#tested = { step: this.#step, error: wrong / testSize, guesses: guesses.slice(0, shown) }
  }

  #say(state: Report['state']): void {
    this.#report({
      losses: this.#pending,
      ...(this.#tested && { test: this.#tested }),
      pace: this.#step === 0 ? 0 : (1000 * this.#step) / this.#spent,
      tensors: tensorsAlive(),
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
