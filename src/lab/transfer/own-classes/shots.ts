import type { Pixels } from '../../../runtime/types'
import { stream } from '../../../exercises/random'
import { listed } from '../../../ui/listed'
import { loadPhoto } from '../../shared/photo'
import { classLimits } from './names'

/** Side of an image as it is kept, in pixels: the input of the larger networks. */
export const side = 224

/** An image of a class. */
export interface Shot {
  /** Another image has another one. */
  readonly id: string
  /** The place of its class. */
  readonly label: number
  readonly pixels: Pixels
}

/** Images for training, and those that it never sees. */
export interface Split {
  readonly train: readonly Shot[]
  readonly held: readonly Shot[]
}

/** Every `every`-th image of a class is held out, the last of each group, so that more images change no earlier one. */
export function split(shots: readonly Shot[], every: number): Split {
  const seen = new Map<number, number>()
  const [train, held]: [Shot[], Shot[]] = [[], []]
  for (const shot of shots) {
    const place = (seen.get(shot.label) ?? 0) + 1
    seen.set(shot.label, place)
    ;(place % every === 0 ? held : train).push(shot)
  }
  return { train, held }
}

/** Why nothing can be trained yet, as a sentence and a way on; undefined where it can. */
export function whyNot({ train, held }: Split, names: readonly string[], every: number): string | undefined {
  const count = (shots: readonly Shot[], label: number) => shots.filter((shot) => shot.label === label).length
  const empty = names.filter((_, label) => count(train, label) === 0)
  if (empty.length === names.length) return 'There are no images yet. Record some, open files, or draw.'
  const isAlone = names.length - empty.length === 1
  if (empty.length > 0)
    return `${list(empty)} ${empty.length === 1 ? 'has' : 'have'} no image to learn from yet. ${isAlone ? 'One class alone cannot be told apart from anything: give' : 'Give'} every class some images${names.length > classLimits.min ? ', or remove it' : ''}.`
  const untested = names.filter((_, label) => count(held, label) === 0)
  if (untested.length > 0)
    return `${list(untested)} ${untested.length === 1 ? 'has' : 'have'} no image for the test. Every ${ordinal(every)} image is held out, so each class needs at least ${every}.`
  return undefined
}

/** `third`, `4th`. */
export const ordinal = (n: number) => ({ 2: 'second', 3: 'third' })[n] ?? `${n}th`

const list = (names: readonly string[]) => listed(names.map((name) => `“${name}”`))

/** Of each class the first `each` images. */
export function firstOf(shots: readonly Shot[], each: number): readonly Shot[] {
  const seen = new Map<number, number>()
  return shots.filter(({ label }) => {
    const place = seen.get(label) ?? 0
    seen.set(label, place + 1)
    return place < each
  })
}

/** Side of the drawings that are cropped, in pixels. */
const drawn = 320

/**
 * Images of the page: crops of two drawings of each thing, by chance but the same for a seed. Those that the split holds
 * out are of the second drawing, the others of the first, so that nobody is tested on what was learned.
 * @param things one for each class, null for a class without
 * @param every what `split` holds out
 */
export async function drawings(
  things: readonly (string | null)[],
  each: number,
  every: number,
  seed: number,
): Promise<readonly Shot[]> {
  if (each === 0) return []
  const all = await Promise.all(
    things.map(async (thing, label): Promise<readonly Shot[]> => {
      if (thing === null) return []
      const two = await Promise.all([1, 2].map((number) => loadPhoto(`${thing}-${number}`, drawn)))
      return Array.from({ length: each }, (_, i) => {
        const id = `${thing} ${seed} ${every} ${i}`
        return { id, label, pixels: variant(two[(i + 1) % every === 0 ? 1 : 0], stream(id)) }
      })
    }),
  )
  return all.flat()
}

/** A square of an image, as large as three quarters of it or more, at times mirrored, lighter or darker. */
export function variant({ width, height, data }: Pixels, random: () => number): Pixels {
  // A stream's first numbers are alike where seeds are; they are thrown away.
  for (let k = 0; k < 4; k++) random()
  const reach = Math.min(width, height) * (0.75 + 0.25 * random())
  const [left, top] = [(width - reach) * random(), (height - reach) * random()]
  const isMirrored = random() < 0.5
  const light = 0.8 + 0.4 * random()
  const made = new Uint8ClampedArray(side * side * 4)
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const across = isMirrored ? side - 1 - column : column
      const x = Math.floor(left + ((across + 0.5) / side) * reach)
      const y = Math.floor(top + ((row + 0.5) / side) * reach)
      const from = (y * width + x) * 4
      const to = (row * side + column) * 4
      for (let c = 0; c < 3; c++) made[to + c] = data[from + c] * light
      made[to + 3] = 255
    }
  return { width: side, height: side, data: made }
}

/** An image at another size, each pixel the mean of those below it. */
export function shrunk({ width, height, data }: Pixels, to: number): Pixels {
  if (width === to && height === to) return { width, height, data }
  const small = new Uint8ClampedArray(to * to * 4)
  const edge = (at: number, size: number) => Math.round((at * size) / to)
  for (let row = 0; row < to; row++)
    for (let column = 0; column < to; column++) {
      const sum = [0, 0, 0]
      const [top, bottom] = [edge(row, height), Math.max(edge(row, height) + 1, edge(row + 1, height))]
      const [left, right] = [edge(column, width), Math.max(edge(column, width) + 1, edge(column + 1, width))]
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) for (let c = 0; c < 3; c++) sum[c] += data[(y * width + x) * 4 + c]
      const many = (bottom - top) * (right - left)
      small.set([sum[0] / many, sum[1] / many, sum[2] / many, 255], (row * to + column) * 4)
    }
  return { width: to, height: to, data: small }
}
