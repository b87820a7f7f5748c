import { releaseProxy, type Remote, wrap } from 'comlink'
import type { Architecture } from '../../nn/spec'
import type { WorkerApi } from '../worker'
import { type Batch, withBatch } from './batch'
import type { Descent } from './descent'
import { Meeting, MeetingError, memoryFor } from './meeting'
import type { Learner } from './network'
import { parted, type Share } from './share'

/** What a helper needs to have a part in the steps of a network. */
export interface Seat {
  readonly architecture: Architecture
  readonly descent: Descent
  /** Shared: the weights as they are before a step, and where workers meet during it. */
  readonly weights: Float32Array
  readonly meetings: SharedArrayBuffer
  readonly place: number
  readonly places: number
}

/** In seconds, for what helpers do while they are not waited for in shared memory. */
const patience = 30

/**
 * Helpers of a worker in which a network learns: workers of its own, which end with it. Each computes the gradients of
 * its share of a batch with weights that it reads in shared memory; the step is taken here.
 */
export class Crew {
  readonly #workers: Worker[] = []
  readonly #helpers: Remote<WorkerApi>[] = []
  #learner: Learner | undefined
  #weights: Float32Array = new Float32Array()
  #meeting: Meeting | undefined

  private constructor() {}

  /** Starts so many helpers; undefined where they do not come, so that one goes on alone. */
  static async begin(many: number): Promise<Crew | undefined> {
    const crew = new Crew()
    try {
      for (let i = 1; i <= many; i++) crew.#hire(`${self.name}, helper ${i}`)
      await crew.#all(async (helper) => {
        await helper.load('wasm', 1)
        await helper.start('wasm', 1)
        await helper.hold(`layerwise helper ${crypto.randomUUID()}`).catch(() => {})
      })
      return crew
    } catch {
      crew.dismiss()
      return undefined
    }
  }

  /** One more; some browsers let no worker begin another. */
  #hire(name: string): void {
    // The same script again, wherever it came from.
    const worker = new Worker(self.location.href, { type: 'module', name })
    this.#workers.push(worker)
    this.#helpers.push(wrap<WorkerApi>(worker))
  }

  /** Workers that share a batch, with the one that asks. */
  get size(): number {
    return 1 + this.#helpers.length
  }

  /** From now on this network is the one that learns. */
  async take(architecture: Architecture, descent: Descent, learner: Learner): Promise<void> {
    const places = this.size
    this.#learner = learner
    this.#weights = new Float32Array(new SharedArrayBuffer(4 * learner.size))
    const meetings = memoryFor(places, learner.size + 1)
    this.#meeting = new Meeting(meetings, 0, places)
    const shared = { architecture, descent, weights: this.#weights, meetings, places }
    await this.#all((helper, place) => helper.join({ ...shared, place }))
  }

  /** One step of descent, as of `Learner`, for whose batch there is an image for each. */
  async step(batch: Batch, rate?: number): Promise<number> {
    const [learner, meeting] = [this.#learner!, this.#meeting!]
    const [own, ...others] = parted(batch, this.size)
    const of = batch.shape[0]
    learner.writeTo(this.#weights)
    this.#helpers.forEach((helper, i) => {
      // Who fails has left the meeting, which is how the others know.
      helper.share(others[i], of, learner.steps).catch(() => {})
    })
    try {
      const share: Share = { meeting, own: own.shape[0], of }
      return await withBatch(own, (images, answers) => learner.step(images, answers, rate, share))
    } catch (error) {
      // A number or an array too large: the others would wait.
      if (!(error instanceof MeetingError)) meeting.leave()
      throw error
    }
  }

  /** The probabilities, as of `Learner`. */
  async predict(batch: Batch): Promise<Float32Array> {
    const learner = this.#learner!
    const parts = parted(batch, this.size)
    learner.writeTo(this.#weights)
    const asked = this.#all((helper, place) => helper.predictShare(parts[place]))
    const own = withBatch(parts[0], (images) => learner.predict(images))
    const [first, others] = await Promise.all([own, asked])
    const shares = new Float32Array(batch.shape[0] * batch.classes)
    ;[first, ...others].reduce((at, part) => (shares.set(part, at), at + part.length), 0)
    return shares
  }

  /** Tensors alive in the helpers. */
  async tensors(): Promise<number> {
    return (await this.#all((helper) => helper.tensors())).reduce((a, b) => a + b, 0)
  }

  /** Ends the helpers. */
  dismiss(): void {
    for (const worker of this.#workers) worker.terminate()
    for (const helper of this.#helpers) helper[releaseProxy]()
  }

  async #all<T>(ask: (helper: Remote<WorkerApi>, place: number) => Promise<T>): Promise<T[]> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new MeetingError('The helpers do not answer.')), 1000 * patience)
      for (const worker of this.#workers) worker.onerror = () => reject(new MeetingError('A helper ended.'))
    })
    try {
      return await Promise.race([late, Promise.all(this.#helpers.map((helper, i) => ask(helper, i + 1)))])
    } finally {
      clearTimeout(timer)
    }
  }
}
