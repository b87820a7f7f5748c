import type { Graph } from '../../../nn/graph'
import type { Lane } from '../../../runtime/lane'
import { batchOf } from '../../shared/drawings/batch'
import { draw } from '../../shared/drawings/drawings'
import { pairOf } from '../../shared/drawings/networks'
import { batchSize } from '../../workbench/train-here/job'
import { lastOf } from '../../workbench/train-here/smooth'

export const lanes = ['without', 'with', 'noise'] as const

/** A runner of the race: without batch normalization, with it, and with it and noise after each. */
export type Runner = (typeof lanes)[number]

export const runnerNames: Readonly<Record<Runner, string>> = {
  without: 'without batch norm',
  with: 'with batch norm',
  noise: 'with noise after it',
}

/** Steps of each training. */
export const raceSteps = 60

/** How strongly every channel is moved and stretched, as in the recorded runs with noise. */
const noise = 0.5

export interface Race {
  readonly kind: 'plain' | 'residual'
  readonly blocks: number
  readonly rates: readonly number[]
  readonly seed: number
}

/** A training that has come to its end. */
export interface Finish {
  readonly runner: Runner
  readonly rate: number
  /** Mean loss of the last ten batches, in nats; null where it is no number any more. */
  readonly loss: number | null
}

export const networkOf = ({ kind, blocks }: Race, runner: Runner): Graph =>
  pairOf(blocks, runner !== 'without')[kind]

/** Everything that runs, rate by rate. */
export function entriesOf({ rates }: Race): readonly Pick<Finish, 'runner' | 'rate'>[] {
  return rates.flatMap((rate) => lanes.map((runner) => ({ runner, rate })))
}

/**
 * Trains one entry on the same drawings as all others.
 * @param onStep told after each step; the training ends where it says false
 */
export async function train(
  lane: Lane,
  race: Race,
  { runner, rate }: Pick<Finish, 'runner' | 'rate'>,
  onStep: () => boolean,
): Promise<Finish | undefined> {
  const { architecture } = networkOf(race, runner)
  const descent = { seed: race.seed, rate, ...(runner === 'noise' && { noise }) }
  await lane.ask((api) => api.learn(architecture, descent))
  const losses: number[] = []
  for (let step = 0; step < raceSteps; step++) {
    const batch = batchOf(draw(`train/${race.seed}`, step * batchSize, batchSize))
    const loss = await lane.ask((api) => api.step(batch))
    losses.push(loss)
    if (!onStep()) return undefined
    if (!Number.isFinite(loss)) return { runner, rate, loss: null }
  }
  return { runner, rate, loss: lastOf(losses)! }
}
