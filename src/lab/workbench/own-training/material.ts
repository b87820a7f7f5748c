import { stream } from '../../../exercises/random'
import type { Batch } from '../../../runtime/training/batch'
import { classNames, type Look, picture } from './pictures'

/** An image as a network reads it, and the place of its class. */
export interface Example {
  /** [size, size, channels] row by row. */
  readonly values: Float32Array
  readonly label: number
}

/** What a network learns from and is tested on. */
export interface Material {
  /** Names of the classes. */
  readonly names: readonly string[]
  /** By the page, so that settings say all of it. */
  readonly isDrawn: boolean
  readonly size: number
  readonly channels: number
  /** Images to learn from; Infinity where each is new. */
  readonly count: number
  /** The i-th image to learn from. */
  readonly train: (i: number) => Example
  /** Images that are never learned from. */
  readonly test: readonly Example[]
}

/** Images on which training and test errors are measured, of the page's own. */
export const testSize = 200

/** The page's images, drawn when they are asked for. */
export function drawnMaterial(look: Look, count: number, seed: number): Material {
  const channels = look.color ? 3 : 1
  const drawn = (name: string): Example => {
    const values = new Float32Array(look.size ** 2 * channels)
    return { label: picture(look, name, values), values }
  }
  const known = new Map<number, Example>()
  const train = (i: number) => {
    if (count === 0) return drawn(`train/${seed}/${i}`)
    const example = known.get(i) ?? drawn(`train/${seed}/${i}`)
    known.set(i, example)
    return example
  }
  return {
    names: classNames.slice(0, look.classes),
    isDrawn: true,
    ...{ size: look.size, channels, train, count: count === 0 ? Infinity : count },
    test: Array.from({ length: testSize }, (_, i) => drawn(`test/${seed}/${i}`)),
  }
}

/** The reader's images. */
export function ownMaterial(
  names: readonly string[],
  size: number,
  channels: number,
  train: readonly Example[],
  test: readonly Example[],
): Material {
  return { names, isDrawn: false, size, channels, count: train.length, train: (i) => train[i], test }
}

export const augmentations = ['shift', 'mirror', 'light'] as const
export type Augmentation = (typeof augmentations)[number]

/** The batch of a step, from 0: every image once in an order by chance, then all in another order. */
export function batchAt(
  material: Material,
  step: number,
  size: number,
  augment: readonly Augmentation[],
  seed: number,
): Batch {
  const examples = Array.from({ length: size }, (_, slot) => {
    const turn = step * size + slot
    const example = material.train(placeOf(turn, material.count, seed))
    return augment.length === 0 ? example : varied(example, material, augment, `vary/${seed}/${turn}`)
  })
  return batchOf(examples, material)
}

export function batchOf(examples: readonly Example[], { size, channels, names }: Material): Batch {
  const each = size * size * channels
  const images = new Float32Array(each * examples.length)
  examples.forEach(({ values }, i) => images.set(values, i * each))
  return {
    images,
    shape: [examples.length, size, size, channels],
    labels: examples.map(({ label }) => label),
    classes: names.length,
  }
}

/** The order of the newest round, since rounds are asked for one after the other. */
let round: { readonly name: string; readonly order: readonly number[] } | undefined

function placeOf(turn: number, count: number, seed: number): number {
  if (count === Infinity) return turn
  const name = `order/${seed}/${count}/${Math.floor(turn / count)}`
  if (round?.name !== name) {
    const random = stream(name)
    const order = Array.from({ length: count }, (_, i) => i)
    for (let i = count - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j], order[i]]
    }
    round = { name, order }
  }
  return round.order[turn % count]
}

/** An image moved by up to an eighth of its side, at times mirrored, or lighter or darker by up to a third. */
export function varied(
  { values, label }: Example,
  { size, channels }: Pick<Material, 'size' | 'channels'>,
  augment: readonly Augmentation[],
  name: string,
): Example {
  const random = stream(name)
  for (let k = 0; k < 4; k++) random()
  const most = size / 8
  const [right, down] = [1, 2].map(() =>
    augment.includes('shift') ? Math.round(most * (2 * random() - 1)) : 0,
  )
  const isMirrored = augment.includes('mirror') && random() < 0.5
  const light = augment.includes('light') ? (2 * random() - 1) / 3 : 0
  const made = new Float32Array(values.length)
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const from = (isMirrored ? size - 1 - column : column) - right
      const above = row - down
      const isInside = from >= 0 && from < size && above >= 0 && above < size
      for (let c = 0; c < channels; c++)
        made[(row * size + column) * channels + c] =
          (isInside ? values[(above * size + from) * channels + c] : 0) + light
    }
  return { values: made, label }
}
