import type { Pixels } from '../../../runtime/types'
import { shrunk } from '../../transfer/own-classes/shots'
import { type Example, type Material, ownMaterial } from './material'

/** A class of the reader’s own. */
export interface Pile {
  readonly name: string
  readonly images: readonly Pixels[]
}

export const emptyPiles: readonly Pile[] = [
  { name: 'class 1', images: [] },
  { name: 'class 2', images: [] },
]

/** Side of an image as it is kept, in pixels: a multiple of every size that a network reads. */
export const keptSide = 96

export const mostClasses = 12

/** Images of a class at most: as many classes as there can be take a quarter of a gigabyte. */
export const mostImages = 500

/** The files that a class with so many images has room for, and a sentence where those are not all. */
export function roomFor<T>({ name, images }: Pile, files: readonly T[]) {
  const used = files.slice(0, mostImages - images.length)
  const said = `A class holds ${mostImages} images: ${used.length} of the ${files.length} files were added to “${name}”.`
  return { used, ...(used.length < files.length && { said }) }
}

/** Every so many-th image of a class is held out. */
const heldOut = 3

/** What can be learned from the reader’s images, or a sentence where nothing can yet. */
export function materialOf(piles: readonly Pile[], size: number, channels: number): Material | string {
  const few = piles.find(({ images }) => images.length < heldOut)
  if (few)
    return `“${few.name}” has ${few.images.length === 0 ? 'no image' : `only ${few.images.length}`} yet. Each class needs at least ${heldOut}: every ${heldOut === 3 ? 'third' : `${heldOut}th`} is held out for the test.`
  const [train, test]: [Example[], Example[]] = [[], []]
  piles.forEach(({ images }, label) =>
    images.forEach((image, i) =>
      ((i + 1) % heldOut === 0 ? test : train).push({ label, values: valuesOf(image, size, channels) }),
    ),
  )
  const names = piles.map(({ name }) => name)
  return ownMaterial(names, size, channels, train, test)
}

/** Colors, or their mean, from −1 to 1. */
function valuesOf(image: Pixels, size: number, channels: number): Float32Array {
  const { data } = shrunk(image, size)
  const values = new Float32Array(size * size * channels)
  for (let i = 0; i < size * size; i++)
    for (let c = 0; c < channels; c++) {
      const tone = channels === 1 ? (data[4 * i] + data[4 * i + 1] + data[4 * i + 2]) / 3 : data[4 * i + c]
      values[i * channels + c] = tone / 127.5 - 1
    }
  return values
}
