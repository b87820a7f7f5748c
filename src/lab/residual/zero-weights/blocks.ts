import { stream } from '../../../exercises/random'

/** Positions of the signal and its one channel: a small convolution that can be looked at. */
export const length = 48

/** A picture of a signal that everybody recognises: a slope, a step and a wave. */
export const input: readonly number[] = Array.from({ length }, (_, i) =>
  i < 12 ? i / 12 : i < 24 ? 1 : i < 30 ? 0.25 : 0.6 + 0.4 * Math.sin((i - 30) / 2.5),
)

// Of most drawings a ReLU leaves nothing over, even before a weight is touched; this one lets the signal through.
const random = stream('two layers of weights, drawing 34')
const drawn = (): number => 2 * random() - 1

/** Two layers, each a window of three and a bias, drawn from a seed. */
export const layers: readonly { readonly kernel: readonly number[]; readonly bias: number }[] = [0, 1].map(
  () => ({
    kernel: [drawn(), drawn(), drawn()],
    bias: 0.3 * drawn(),
  }),
)

/** The two layers with all their weights multiplied by `scale`; ReLU between them. */
function transformed(signal: readonly number[], scale: number): readonly number[] {
  const once = layer(signal, 0, scale).map((value) => Math.max(0, value))
  return layer(once, 1, scale)
}

/** What the blocks give: the layers alone, or added to what came in; then ReLU. */
export function plain(signal: readonly number[], scale: number): readonly number[] {
  return transformed(signal, scale).map((value) => Math.max(0, value))
}

export function residual(signal: readonly number[], scale: number): readonly number[] {
  return transformed(signal, scale).map((value, i) => Math.max(0, value + signal[i]))
}

function layer(signal: readonly number[], which: 0 | 1, scale: number): readonly number[] {
  const { kernel, bias } = layers[which]
  return signal.map((_, i) =>
    kernel.reduce((sum, weight, k) => sum + scale * weight * (signal[i + k - 1] ?? 0), scale * bias),
  )
}

const norm = (values: readonly number[]) => Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0))

/** Length of a signal as a vector, by that of the input. */
export function share(output: readonly number[]): number {
  return norm(output) / norm(input)
}

/** What the output of a block does when one value of the signal moves: a column of the Jacobian for each value. */
export function jacobian(
  block: (signal: readonly number[], scale: number) => readonly number[],
  signal: readonly number[],
  scale: number,
): readonly (readonly number[])[] {
  // A block is straight but for the kinks of its ReLUs, so a small step upwards gives the derivative.
  const step = 1e-6
  const before = block(signal, scale)
  return signal.map((_, i) =>
    block(
      signal.map((value, k) => (k === i ? value + step : value)),
      scale,
    ).map((value, k) => (value - before[k]) / step),
  )
}

/** How much the output changes at most for a change of the input of length one: the norm of the Jacobian. */
export function normOf(columns: readonly (readonly number[])[]): number {
  const random = stream('a direction to begin with')
  let direction = columns.map(() => random() + 0.5)
  let size = 0
  // Sent through and back again and again, any direction turns to the one that is stretched most.
  for (let round = 0; round < 100; round++) {
    const length = norm(direction)
    if (length === 0) return 0
    const unit = direction.map((value) => value / length)
    const out = columns[0].map((_, k) => columns.reduce((sum, column, i) => sum + column[k] * unit[i], 0))
    size = norm(out)
    direction = columns.map((column) => column.reduce((sum, value, k) => sum + value * out[k], 0))
  }
  return size
}
