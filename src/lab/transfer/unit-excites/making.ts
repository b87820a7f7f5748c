import type { Lane } from '../../../runtime/lane'
import { trainedWeights } from '../../../runtime/trained/load'
import { published } from '../../../runtime/trained/model'
import { beginTraining } from '../../../runtime/training/begin'
import type { Excited } from '../../../runtime/training/exciting'
import { CancelledError } from '../../../runtime/types'
import { fetching, type Model } from '../../shared/models'
import type { OnDone } from '../../shared/useTask'
import { targetOf } from './aim'
import { cut } from './cut'
import type { Made } from './wall'

/** Which picture is made, and how. */
export interface Wish extends Made {
  readonly part: string
  /** From 0. */
  readonly channel: number
}

/** A picture that was made, as far as the unit sees it. */
export interface Picture extends Excited {
  readonly wish: Wish
}

/** Pictures of one channel that are kept beside each other. */
const most = 4

export const isOf = ({ wish }: Picture, part: string, channel: number): boolean =>
  wish.part === part && wish.channel === channel

/** The pictures so far and one more in front, a few of each channel. */
export function withMade(all: readonly Picture[], picture: Picture): readonly Picture[] {
  const { part, channel } = picture.wish
  const own = all.filter((each) => isOf(each, part, channel))
  return [picture, ...all.filter((each) => !own.slice(most - 1).includes(each))]
}

/** Steps after which the picture is looked at: a fraction of a second each. */
const together = 4

/**
 * Makes a picture step by step, in a worker that ends with the work.
 * @param onLook told what it has become
 */
export async function make(
  model: Model,
  wish: Wish,
  signal: AbortSignal,
  onDone: OnDone,
  onLook: (picture: Picture) => void,
): Promise<Picture> {
  // What the worker still owes is refused when it ends, so nobody else has to hear of its end.
  const beginning = beginTraining('a picture that excites a unit', () => {})
  const end = () => beginning.end(new CancelledError('It was called off.'))
  signal.addEventListener('abort', end)
  try {
    const { lane } = await beginning.life
    return await climb(lane, model, wish, signal, onDone, onLook)
  } finally {
    signal.removeEventListener('abort', end)
    end()
  }
}

async function climb(
  lane: Lane,
  model: Model,
  wish: Wish,
  signal: AbortSignal,
  onDone: OnDone,
  onLook: (picture: Picture) => void,
): Promise<Picture> {
  const { part, channel, steps, side, ...how } = wish
  const { id, graph: whole } = model
  const weights = await trainedWeights(published(id), whole, signal, (got, all) =>
    onDone(0, 0, fetching(model, got, all)),
  )
  const { graph, at, position, sees } = targetOf(whole, part, side)
  const [from, size] = sees
  const seen = { top: from, left: from, width: size, height: size }
  await lane.ask((api) => api.aim(graph.architecture, weights, { at, position, channels: [channel], ...how }))
  for (let done = 0; ;) {
    const next = Math.min(together, steps - done)
    const [{ pixels, value }] = await lane.ask((api) => api.climb(next))
    signal.throwIfAborted()
    done += next
    const picture = { wish, value, pixels: cut(pixels, seen) }
    onLook(picture)
    onDone(done, steps)
    if (done === steps) return picture
  }
}
