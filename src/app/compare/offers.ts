import type { Options } from '../../architectures/family'
import { presets } from '../../architectures/index'

/** Two networks that are worth laying beside each other, and what to look for. */
export interface Pair {
  readonly left: string
  readonly right: string
  /** Of the left; the right has what is nearest to them. */
  readonly options?: Options
  readonly about: string
}

/** Offered first where a reader begins to compare. */
export const pairs: readonly Pair[] = [
  {
    left: 'cifar-plain20',
    right: 'cifar-resnet20',
    about: 'The same convolutions without and with shortcuts, on small images.',
  },
  {
    left: 'plain18',
    right: 'resnet18',
    options: { classes: 10 },
    about: 'Trained on the same photographs of ten classes, without and with shortcuts.',
  },
  {
    left: 'plain34',
    right: 'resnet34',
    about: 'The two networks that the paper trains side by side.',
  },
  {
    left: 'resnet50',
    right: 'resnext50-32x4d',
    about: 'One wide 3×3 convolution, or 32 narrow ones in groups.',
  },
  {
    left: 'densenet121',
    right: 'resnet50',
    about: 'Adding to the input, or concatenating with it.',
  },
]

/** The title of a preset. */
export function titleOf(id: string): string {
  const found = presets.find((entry) => entry.id === id)
  if (!found) throw new Error(`no such preset: ${id}`)
  return found.preset.title
}
