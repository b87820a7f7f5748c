import type { Facts } from '../../shared/lecture-networks'
import { factsOf } from '../../shared/lecture-networks'

/** Top-1 accuracy on ImageNet in percent, one crop, as the metadata of torchvision's weights give it. */
const accuracies: Readonly<Record<string, number>> = {
  'alexnet-torchvision': 56.52,
  vgg16: 71.59,
  'googlenet-torchvision': 69.78,
  resnet18: 69.76,
  resnet34: 73.31,
  resnet50: 76.13,
  resnet101: 77.37,
  resnet152: 78.31,
  'resnext50-32x4d': 77.62,
  'resnext101-32x8d': 79.31,
  densenet121: 74.43,
  densenet161: 77.14,
  densenet169: 75.6,
  densenet201: 76.9,
}

/** ResNet-50 again, the same network trained with torchvision's recipe of 2021. */
export const newRecipe = { id: 'resnet50', accuracy: 80.86 } as const

export interface Dot extends Facts {
  /** Top-1, percent. */
  readonly accuracy: number
  readonly recipe: 'old' | 'new'
}

/** Networks with their published accuracy; costs are counted. */
export function dotsOf(withNew: boolean): readonly Dot[] {
  const old = Object.entries(accuracies).map(([id, accuracy]): Dot => ({
    ...factsOf(id),
    accuracy,
    recipe: 'old',
  }))
  return withNew ? [...old, { ...factsOf(newRecipe.id), ...newRecipe, recipe: 'new' }] : old
}

/** Dots that no other beats: none is cheaper and at least as accurate, or as cheap and more accurate. */
export function front(dots: readonly Dot[], cost: 'params' | 'macs'): readonly Dot[] {
  return dots
    .filter(
      (dot) =>
        !dots.some(
          (other) =>
            other[cost] <= dot[cost] &&
            other.accuracy >= dot.accuracy &&
            (other[cost] < dot[cost] || other.accuracy > dot.accuracy),
        ),
    )
    .sort((a, b) => a[cost] - b[cost])
}
