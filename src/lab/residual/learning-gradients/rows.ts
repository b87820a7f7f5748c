import type { WatchedStep } from '../../../runtime/training/measures'
import { quantities, quantityNames, valueOf } from './quantities'

/** Every number of a run: a line for each layer of each step. */
export function rowsOf(steps: readonly WatchedStep[]): readonly (readonly (string | number)[])[] {
  const heads = quantityNames.map((name) => quantities[name].sign)
  const lines = steps.flatMap((step, i) =>
    step.layers.map((layer, k) => [
      i + 1,
      step.loss,
      k + 1,
      layer.id,
      ...quantityNames.map((name) => valueOf(step, layer, name)),
    ]),
  )
  return [['step', 'loss', 'layer', 'name', ...heads], ...lines]
}
