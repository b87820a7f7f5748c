import { published } from '../../../runtime/trained/model'
import type { Engine, Pixels, Progress } from '../../../runtime/types'
import { loadPhoto } from '../../shared/photo'
import { fetching, type Model } from '../../shared/models'
import type { OnDone } from '../../shared/useTask'
import { covered, type Covering, squaresOn } from './covering'
import { type Peaks, peaksOf } from './peaks'

/** An image that was looked at. */
export interface Looked {
  readonly name: string
  readonly pixels: Pixels
}

/** What an image excites, part by part. */
export interface Seen {
  readonly image: Looked
  readonly parts: Readonly<Record<string, Peaks>>
}

/** Every drawing of the model's classes, and the reader's image, through the model: the largest value of every channel. */
export async function lookThrough(
  engine: Engine,
  model: Model,
  parts: readonly string[],
  own: Pixels | null,
  signal: AbortSignal,
  onDone: OnDone,
): Promise<readonly Seen[]> {
  const size = model.graph.architecture.input[0]
  const names = model.classes.flatMap((name) => [`${name}-1`, `${name}-2`])
  const of = names.length + (own ? 1 : 0)
  const seen: Seen[] = []
  const look = async (image: Looked) => {
    signal.throwIfAborted()
    const { trace } = await engine.run(requestOf(model, image.pixels), telling(model, onDone))
    const peaks: Record<string, Peaks> = {}
    for (const part of parts) {
      const { output } = model.graph.group(part)
      const { values, shape } = await trace.read(output)
      peaks[part] = peaksOf(values, shape)
    }
    seen.push({ image, parts: peaks })
    onDone(seen.length, of)
  }
  if (own) await look({ name: 'your image', pixels: own })
  for (const name of names) await look({ name, pixels: await loadPhoto(name, size) })
  return seen
}

/** Covers one square of an image after the other, and reads what is left of the class that the model saw in it. */
export async function coverAll(
  engine: Engine,
  model: Model,
  pixels: Pixels,
  signal: AbortSignal,
  onDone: OnDone,
): Promise<Covering & { readonly name: string }> {
  const squares = squaresOn(pixels.width)
  const run = async (image: Pixels) => {
    signal.throwIfAborted()
    const request = { ...requestOf(model, image), keep: 'outputs' } as const
    return (await engine.run(request, telling(model, onDone))).output
  }
  const whole = await run(pixels)
  const best = whole.indexOf(Math.max(...whole))
  const done = []
  for (const square of squares) {
    done.push({ ...square, probability: (await run(covered(pixels, square)))[best] })
    onDone(done.length, squares.length)
  }
  return { whole: whole[best], squares: done, name: model.classes[best].replaceAll('-', ' ') }
}

/** Says that the weights are on their way. */
const telling =
  (model: Model, onDone: OnDone) =>
  ({ stage, done, of }: Progress) => {
    if (stage === 'download') onDone(0, 0, fetching(model, done, of))
  }

const requestOf = ({ id, graph }: Model, image: Pixels) => ({
  architecture: graph.architecture,
  image,
  seed: 1,
  trained: published(id),
})
