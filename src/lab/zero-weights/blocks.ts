import { stream } from '../../exercises/random'

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
export function transformed(signal: readonly number[], scale: number): readonly number[] {
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

/** Length of a signal as a vector, by that of the input. */
export function share(output: readonly number[]): number {
  const norm = (values: readonly number[]) => Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0))
  return norm(output) / norm(input)
}
