import type { Graph } from '../../../nn/graph'
import type { Lane } from '../../../runtime/lane'
import { gridOf } from '../../../runtime/training/grid'
import type { Statistics, Verdict } from '../../../runtime/training/surface'
import { batchOf } from '../../shared/drawings/batch'
import { draw } from '../../shared/drawings/drawings'
import { many } from '../../shared/many'
import { batchSize } from '../../workbench/train-here/job'

/** Drawings on which every point of the surface is computed, the first that the network learned from. */
export const measuredOn = 128

/** The learning rate at the first step of the training before; its momentum is 0.9. */
const rate = 0.05

/** It falls to nothing along half a wave, so that the network comes to rest and its running statistics follow. */
const rateAt = (step: number, steps: number) => (rate / 2) * (1 + Math.cos((Math.PI * step) / steps))

/** Points that are asked for at once: some tenths of a second. */
const together = 4

export interface Job {
  readonly graph: Graph
  /** Of weights and drawings. */
  readonly seed: number
  /** Of the two directions. */
  readonly direction: number
  /** Steps of the training before. */
  readonly steps: number
  /** Points along each direction, and how far it goes: at 1 a direction is as long as the weights, filter by filter. */
  readonly side: number
  readonly reach: number
  readonly by: Statistics
}

/** What was found around a network, row by row from −reach to reach. */
export interface Surface {
  readonly side: number
  readonly reach: number
  readonly points: readonly Verdict[]
}

/** All that is done for one network, counted: steps of training and points. */
export const workOf = ({ steps, side }: Job): number => steps + side ** 2

/**
 * Trains a network and computes what it makes of a fixed batch at every point of a slice around its weights.
 * Rejects with a sentence where there is none, since the loss became no number while it was trained.
 * @param onDone told how much has been done; the work ends where it says false
 */
export async function surfaceOf(
  lane: Lane,
  { graph, seed, direction, steps, side, reach, by }: Job,
  onDone: (done: number, points: readonly Verdict[]) => boolean,
): Promise<Surface | undefined> {
  await lane.ask((api) => api.learn(graph.architecture, { seed, rate }))
  for (let step = 0; step < steps; step++) {
    const batch = batchOf(draw(`train/${seed}`, step * batchSize, batchSize))
    const loss = await lane.ask((api) => api.step(batch, rateAt(step, steps)))
    if (!Number.isFinite(loss))
      throw new Error(
        `After ${many(step + 1, 'step')} the loss of a network is no longer a number, so there is no surface around it. Try fewer layers, another seed or batch norm.`,
      )
    if (!onDone(step + 1, [])) return undefined
  }
  await lane.ask((api) => api.beginSlice([2 * direction, 2 * direction + 1]))
  const batch = batchOf(draw(`train/${seed}`, 0, measuredOn))
  const places = gridOf(side, reach)
  const points: Verdict[] = []
  while (points.length < places.length) {
    const next = places.slice(points.length, points.length + together)
    points.push(...(await lane.ask((api) => api.sliceAt(batch, next, by))))
    if (!onDone(steps + points.length, points)) return undefined
  }
  await lane.ask((api) => api.endSlice())
  return { side, reach, points }
}
