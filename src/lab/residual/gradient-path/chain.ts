/**
 * What is left of a gradient behind each layer, 1 before the first. A plain layer multiplies it by `factor`; one with a
 * way around by 1 + (factor − 1)·own.
 */
export function gradients(layers: number, factor: number, around: boolean): readonly number[] {
  const each = around ? 1 + own * (factor - 1) : factor
  return Array.from({ length: layers + 1 }, (_, i) => each ** i)
}

/** A block beside an identity: its own part is taken as this small, as it is where residual networks begin to train. */
export const own = 0.1
