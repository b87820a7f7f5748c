import type { Architecture } from '../../../nn/spec'
import type { Lane } from '../../../runtime/lane'
import type { WatchedStep } from '../../../runtime/training/measures'
import type { Descent } from '../../../runtime/training/descent'
import { batchOf } from '../../shared/drawings/batch'
import { draw } from '../../shared/drawings/drawings'
import { batchSize } from '../../workbench/train-here/job'

/** Milliseconds between two reports, so that the page draws no more often than it can. */
const reportEvery = 300

export interface Job {
  readonly architecture: Architecture
  readonly descent: Descent
}

/** What is known of a run so far. */
export interface Report {
  /** Step by step, the first one being that of the initial weights. */
  readonly steps: readonly WatchedStep[]
  /** Steps a second, and tensors alive on the device, at the end of a stretch. */
  readonly pace: number
  readonly tensors: number
}

/**
 * A training whose every step is watched and kept. It goes on to a goal and rests there; the same job gives the same
 * numbers on the same backend.
 */
export class Run {
  readonly #lane: Lane
  readonly #job: Job
  readonly #report: (report: Report) => void
  readonly #steps: WatchedStep[] = []
  #goal = 0
  #spent = 0
  #hasBegun = false
  #running: Promise<void> | undefined

  constructor(lane: Lane, job: Job, report: (report: Report) => void) {
    this.#lane = lane
    this.#job = job
    this.#report = report
  }

  /** Steps that have been made. */
  get done(): number {
    return this.#steps.length
  }

  /** Goes on until so many steps are made, or a number is lost; resolves then, and rejects when the worker ends. */
  goTo(goal: number): Promise<void> {
    this.#goal = goal
    this.#running ??= this.#go().finally(() => (this.#running = undefined))
    return this.#running
  }

  /** Stops after the step under way; resolves when that is made. */
  async stop(): Promise<void> {
    this.#goal = 0
    await this.#running
  }

  async #go(): Promise<void> {
    const { architecture, descent } = this.#job
    if (!this.#hasBegun) await this.#lane.ask((api) => api.learn(architecture, descent))
    this.#hasBegun = true
    let said = performance.now()
    while (this.done < this.#goal && !lostIn(this.#steps.at(-1))) {
      const batch = batchOf(draw(`train/${descent.seed}`, this.done * batchSize, batchSize))
      const begin = performance.now()
      this.#steps.push(await this.#lane.ask((api) => api.watchedStep(batch)))
      this.#spent += performance.now() - begin
      if (performance.now() - said < reportEvery) continue
      await this.#say()
      said = performance.now()
    }
    await this.#say()
  }

  async #say(): Promise<void> {
    const tensors = await this.#lane.ask((api) => api.tensors())
    this.#report({
      steps: [...this.#steps],
      pace: this.done === 0 ? 0 : (1000 * this.done) / this.#spent,
      tensors,
    })
  }
}

/** What a step lost, as a clause: where the first number was that 32 bits cannot hold. Undefined where all are held. */
export function lostIn(step: WatchedStep | undefined): string | undefined {
  if (!step) return undefined
  const { loss, layers, returning } = step
  const over = layers.findIndex(({ output }) => !Number.isFinite(output))
  if (over >= 0) return `the signal overflowed in layer ${over + 1} of ${layers.length}`
  if (!Number.isFinite(loss)) return 'the loss is no longer a number'
  const wild = layers.findLastIndex(
    ({ id, gradient, update }) => ![gradient, update, returning[id] ?? 0].every(Number.isFinite),
  )
  return wild >= 0 ? `the gradient overflowed in layer ${wild + 1} of ${layers.length}` : undefined
}
