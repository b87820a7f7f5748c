import type { Pixels } from '../../../runtime/types'
import { draw, shapes, side as drawn } from '../../shared/drawings/drawings'

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
  if (empty.length > 0)
    return `${list(empty)} ${empty.length === 1 ? 'has' : 'have'} no image to learn from yet. One class alone cannot be told from anything: give every class some images, or remove it.`
  const untested = names.filter((_, label) => count(held, label) === 0)
  if (untested.length > 0)
    return `${list(untested)} ${untested.length === 1 ? 'has' : 'have'} no image for the test. Every ${ordinal(every)} image is held out, so each class needs at least ${every}.`
  return undefined
}

/** `third`, `4th`. */
export const ordinal = (n: number) => ({ 2: 'second', 3: 'third' })[n] ?? `${n}th`

const list = (names: readonly string[]) =>
  names
    .map((name) => `“${name}”`)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1')

/** Of each class the first `each` images. */
export function firstOf(shots: readonly Shot[], each: number): readonly Shot[] {
  const seen = new Map<number, number>()
  return shots.filter(({ label }) => {
    const place = seen.get(label) ?? 0
    seen.set(label, place + 1)
    return place < each
  })
}

/** The page's own drawings, the same for a seed everywhere: so many of each of the first shapes. */
export function drawings(classes: number, each: number, seed: number): readonly Shot[] {
  const found: Shot[] = []
  const counts = shapes.map(() => 0)
  for (let first = 0; counts.slice(0, classes).some((count) => count < each); first += 32) {
    const { pixels, labels } = draw(`own/${seed}`, first, 32)
    labels.forEach((label, i) => {
      if (label >= classes || counts[label] >= each) return
      counts[label]++
      const values = pixels.subarray(i * drawn * drawn, (i + 1) * drawn * drawn)
      found.push({ id: `drawing ${seed} ${first + i}`, label, pixels: enlarged(values) })
    })
  }
  return found.sort((a, b) => a.label - b.label)
}

/** A gray drawing as an image of the kept size, every pixel a square. */
function enlarged(values: Float32Array): Pixels {
  const data = new Uint8ClampedArray(side * side * 4)
  const size = side / drawn
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const value = values[Math.floor(row / size) * drawn + Math.floor(column / size)]
      const grey = (value + 1) * 127.5
      data.set([grey, grey, grey, 255], (row * side + column) * 4)
    }
  return { width: side, height: side, data }
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
