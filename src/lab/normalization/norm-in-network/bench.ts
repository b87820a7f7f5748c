import type { Beginning } from '../../../runtime/begin'
import type { Lane } from '../../../runtime/lane'
import { trainedWeights } from '../../../runtime/trained/load'
import { published } from '../../../runtime/trained/model'
import { beginTraining } from '../../../runtime/training/begin'
import type { Glance, Seen } from '../../../runtime/training/measures'
import type { Batch } from '../../../runtime/training/batch'
import type { Descent, WeightValues } from '../../../runtime/training/descent'
import { CancelledError } from '../../../runtime/types'
import { many } from '../../shared/many'
import { fetching, type Model } from '../../shared/models'

/** A trained network in a worker that trains. Whatever is asked of it is done in turn. */
export class Bench {
  readonly #lane: Lane
  readonly #model: Model
  /** As they were trained, by `<node>.<name>`. */
  readonly weights: WeightValues
  /** What the worker holds: the trained network as it is, or one that has learned on. */
  #held: string | undefined
  /** Steps that it has learned on. */
  #made: number | undefined
  #turn: Promise<unknown> = Promise.resolve()

  constructor(lane: Lane, model: Model, weights: WeightValues) {
    this.#lane = lane
    this.#model = model
    this.weights = weights
  }

  /** Looks at a batch with the weights as they were trained. */
  look(batch: Batch, glance: Glance): Promise<Seen> {
    return this.#inTurn(async () => {
      await this.#hold('trained', { seed: 1, rate: 0 })
      return this.#lane.ask((api) => api.look(batch, glance))
    })
  }

  /**
   * Learns on from the trained weights, some steps on one batch, and tells after each of them, and before the first, what
   * the weights are. It begins where the same `what` came to. Ends early where `signal` is aborted; rejects with a sentence
   * where the loss is no number any more.
   * @param what another name for another batch or descent
   */
  learnOn(
    what: string,
    batch: Batch,
    descent: Descent,
    steps: number,
    signal: AbortSignal,
    onStep: (made: number, weights: WeightValues, shares: Float32Array) => void,
  ): Promise<void> {
    return this.#inTurn(async () => {
      if (signal.aborted) return
      if (this.#held !== what || (this.#made ?? 0) > steps) this.#held = this.#made = undefined
      await this.#hold(what, descent)
      for (let made = this.#made ?? -1; made < steps && !signal.aborted;) {
        const loss = ++made > 0 ? await this.#lane.ask((api) => api.step(batch)) : 0
        if (!Number.isFinite(loss)) {
          this.#held = undefined
          throw new Error(
            `After ${many(made, 'step')} the loss is no longer a number. The earlier steps are kept; go back to “As trained”, and try less light or a smaller momentum.`,
          )
        }
        this.#made = made
        const weights = await this.#lane.ask((api) => api.learned())
        onStep(made, weights, await this.#lane.ask((api) => api.predict(batch)))
      }
    })
  }

  tensors(): Promise<number> {
    return this.#inTurn(() => this.#lane.ask((api) => api.tensors()))
  }

  async #hold(what: string, descent: Descent): Promise<void> {
    if (this.#held === what) return
    this.#made = undefined
    const { architecture } = this.#model.graph
    await this.#lane.ask((api) => api.learn(architecture, descent, this.weights))
    this.#held = what
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => {})
    return result
  }
}

/** A bench that is made when first asked for and ends with whoever holds it. */
export function holdBench(model: Model, onWait: (sentence: string | undefined) => void) {
  const leaving = new AbortController()
  let beginning: Beginning | undefined
  let made: Promise<Bench> | undefined

  async function make(): Promise<Bench> {
    onWait('Starting a worker…')
    beginning = beginTraining('batch normalization', forget)
    const { lane } = await beginning.life
    const { id, graph } = model
    const weights = await trainedWeights(published(id), graph, leaving.signal, (done, of) =>
      onWait(fetching(model, done, of)),
    )
    onWait(undefined)
    return new Bench(lane, model, weights)
  }

  /** The next who asks gets another. */
  function forget(): void {
    beginning?.end(new CancelledError('Nobody waits for this network any more.'))
    made = undefined
  }

  return {
    get(): Promise<Bench> {
      made ??= make().catch((error: unknown) => {
        forget()
        throw error
      })
      return made
    },
    /** Ends this one where it failed: nobody knows what state it is in. */
    forget,
    end(): void {
      leaving.abort(new CancelledError('Nobody waits for this network any more.'))
      forget()
    },
  }
}
