import type { Graph } from '../../../nn/graph'
import type { Lane } from '../../../runtime/lane'
import type { Memory, WeightValues } from '../../../runtime/training/descent'
import type { OptimizerName } from '../../../runtime/training/optimizers'
import { type Augmentation, batchAt, batchOf, type Example, type Material } from './material'
import { factorAt, type Schedule } from './schedule'

/** How a network learns. */
export interface Course {
  readonly optimizer: OptimizerName
  readonly rate: number
  readonly schedule: Schedule
  readonly batch: number
  readonly decay: number
  readonly augment: readonly Augmentation[]
  readonly seed: number
  /** Workers that share a batch. */
  readonly workers: number
  /** Steps of the whole training; the schedule ends there. */
  readonly steps: number
}

/** Loss in nats and share of images that are taken for something else. */
export interface Score {
  readonly loss: number
  readonly error: number
}

/** A training as it was after so many steps, from which it can go on. */
export interface Moment {
  readonly step: number
  readonly weights: WeightValues
  readonly memory: Memory
  readonly train: Score
  readonly test: Score
  /** What the first test images are taken for. */
  readonly guesses: readonly number[]
}

/** Test images whose guesses are told. */
export const shown = 12

export interface History {
  /** Of every step’s batch, in nats. */
  readonly losses: readonly number[]
  readonly rates: readonly number[]
  readonly scores: readonly { readonly step: number; readonly train: Score; readonly test: Score }[]
  /** Those that are still held; the first is before any step. */
  readonly moments: readonly Moment[]
}

export interface Report extends History {
  /** Steps a second, measuring left out. */
  readonly pace: number
  readonly tensors: number
  readonly isLost: boolean
}

export const nothing: History = { losses: [], rates: [], scores: [], moments: [] }

/** Milliseconds between two reports. */
const reportEvery = 500

/** Measured, and held as a moment, so often in a training. */
const measures = 20

/** Bytes of all moments together, at most; then every second one is let go of. */
const mostBytes = 96 * 2 ** 20

/** Images on which the training error is measured, and images in one question to the worker. */
const [trainMeasured, together] = [200, 50]

/** A training in a worker, which can be stopped at any step and begun at any of its moments. */
export class Run {
  readonly #lane: Lane
  readonly #graph: Graph
  readonly #material: Material
  readonly #course: Course
  readonly #report: (report: Report) => void
  #history: History
  #goal = 0
  #spent = 0
  #made = 0
  #hasBegun = false
  #isLost = false
  #running: Promise<void> | undefined

  /** @param from what was before, up to its last moment, with which this goes on */
  constructor(
    lane: Lane,
    graph: Graph,
    material: Material,
    course: Course,
    report: (report: Report) => void,
    from: History = nothing,
  ) {
    this.#lane = lane
    this.#graph = graph
    this.#material = material
    this.#course = course
    this.#report = report
    this.#history = from
  }

  get done(): number {
    return this.#history.losses.length
  }

  /** Goes on until so many steps are made, or a number is lost; rejects when the worker ends. */
  goTo(goal: number): Promise<void> {
    this.#goal = goal
    this.#running ??= this.#go().finally(() => (this.#running = undefined))
    return this.#running
  }

  /** Rests after the step under way; tells at once how many are made then. */
  pause(): number {
    this.#goal = Math.min(this.#goal, this.done + 1)
    return this.#goal
  }

  /** Stops as soon as it can. */
  async stop(): Promise<void> {
    this.#goal = 0
    await this.#running
  }

  async #go(): Promise<void> {
    const { seed, rate, schedule, batch, steps, augment, optimizer, decay, workers } = this.#course
    if (!this.#hasBegun) {
      const last = this.#history.moments.at(-1)
      const descent = { seed, rate, optimizer, decay }
      const { architecture } = this.#graph
      await this.#lane.ask((api) => api.learn(architecture, descent, last?.weights, last?.memory, workers))
      this.#hasBegun = true
      if (!last) await this.#measure()
    }
    let said = performance.now()
    await this.#say()
    const every = Math.max(1, Math.round(steps / measures))
    while (this.done < this.#goal && !this.#isLost) {
      const images = batchAt(this.#material, this.done, batch, augment, seed)
      const now = rate * factorAt(schedule, Math.min(this.done, steps - 1), steps)
      const begin = performance.now()
      const loss = await this.#lane.ask((api) => api.step(images, now))
      this.#spent += performance.now() - begin
      this.#made++
      const { losses, rates } = this.#history
      this.#history = { ...this.#history, losses: [...losses, loss], rates: [...rates, now] }
      this.#isLost = !Number.isFinite(loss)
      if (this.#isLost) break
      if (this.done % every === 0 || this.done === steps) await this.#measure()
      if (performance.now() - said < reportEvery) continue
      await this.#say()
      said = performance.now()
    }
    // Where it rests it can be looked at, left and taken up again.
    if (!this.#isLost && this.#history.moments.at(-1)?.step !== this.done) await this.#measure()
    await this.#say()
  }

  async #measure(): Promise<void> {
    const { count, train } = this.#material
    const own = await this.#score(Math.min(trainMeasured, count), train)
    const test = await this.#score(this.#material.test.length, (i) => this.#material.test[i])
    const moment: Moment = {
      step: this.done,
      weights: await this.#lane.ask((api) => api.learned()),
      memory: await this.#lane.ask((api) => api.memory()),
      train: own.score,
      test: test.score,
      guesses: test.guesses.slice(0, shown),
    }
    const { step } = moment
    const { scores, moments } = this.#history
    this.#history = {
      ...this.#history,
      scores: [...scores, { step, train: own.score, test: test.score }],
      moments: thinned([...moments, moment]),
    }
  }

  async #score(count: number, example: (i: number) => Example) {
    let [loss, wrong] = [0, 0]
    const guesses: number[] = []
    const classes = this.#material.names.length
    for (let first = 0; first < count; first += together) {
      // Drawn, where they are, some at a time: the page goes on in between.
      const some = Array.from({ length: Math.min(together, count - first) }, (_, i) => example(first + i))
      const shares = await this.#lane.ask((api) => api.predict(batchOf(some, this.#material)))
      some.forEach(({ label }, i) => {
        const own = shares.subarray(i * classes, (i + 1) * classes)
        loss -= Math.log(Math.max(own[label], 1e-30))
        const guess = own.indexOf(Math.max(...own))
        guesses.push(guess)
        if (guess !== label) wrong++
      })
    }
    const score: Score = { loss: loss / count, error: wrong / count }
    return { score, guesses }
  }

  async #say(): Promise<void> {
    const tensors = await this.#lane.ask((api) => api.tensors())
    const pace = this.#made === 0 ? 0 : (1000 * this.#made) / this.#spent
    this.#report({ ...this.#history, pace, tensors, isLost: this.#isLost })
  }
}

/** Every second of the moments but the first and the last, where all of them need too much memory. */
export function thinned(moments: readonly Moment[], most = mostBytes): readonly Moment[] {
  const bytes = moments.reduce((sum, moment) => sum + bytesOf(moment), 0)
  if (bytes <= most || moments.length <= 2) return moments
  return moments.filter((_, i) => i === 0 || i === moments.length - 1 || i % 2 === 0)
}

const bytesOf = ({ weights, memory }: Moment) =>
  [weights, memory.velocity, memory.squares]
    .flatMap((each) => Object.values(each))
    .reduce((sum, { byteLength }) => sum + byteLength, 0)

/** A history up to its last moment by a step, to go on from there. */
export function upTo({ losses, rates, scores, moments }: History, goal: number): History {
  const step = moments.findLast((moment) => moment.step <= goal)?.step ?? 0
  return {
    losses: losses.slice(0, step),
    rates: rates.slice(0, step),
    scores: scores.filter((score) => score.step <= step),
    moments: moments.filter((moment) => moment.step <= step),
  }
}
