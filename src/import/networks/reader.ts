import type { Options } from '../../architectures/family'
import type { Preprocessing } from '../preprocessing'
import type { Rename, Shapes } from './found'

/** A network by names of PyTorch, and what else the file says. */
export interface Read {
  readonly network: string
  readonly options: Options
  readonly renames: readonly Rename[]
  readonly preprocessing?: Preprocessing
  readonly notes?: readonly string[]
  readonly names?: string
}

/** A tensor that only this kind of network has, and how its options follow from the rest. */
export interface Reader {
  readonly anchors: readonly string[]
  readonly read: (shapes: Shapes) => Read | undefined
}

/** Names of the last layer: torchvision's, and those of many CIFAR networks. */
export const heads = ['fc', 'linear', 'classifier', 'head.fc', 'head']

/** These, and the only fully connected layer of a file, whatever somebody called the new end of a trained network. */
export function headsIn(shapes: Shapes): readonly string[] {
  const names = [...shapes].flatMap(([name, shape]) =>
    shape.length === 2 && name.endsWith('.weight') ? [name.slice(0, -'.weight'.length)] : [],
  )
  return names.length === 1 ? [...heads, names[0]] : heads
}

/** The number of classes, by the first of these layers that the file has. */
export function classesOf(shapes: Shapes, names: readonly string[] = heads): Options {
  for (const name of names) {
    const shape = shapes.get(`${name}.weight`)
    if (shape) return { classes: shape[0] }
  }
  return {}
}

/** The place in a row of what is called by a number, or by none where it is alone. */
export const before = (index: string) => (index === '' ? 0 : Number(index) - 1)
