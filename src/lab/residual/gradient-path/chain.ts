/** What is left of a gradient after each layer, 1 before the first, if every layer multiplies it by `factor`. */
export function gradients(layers: number, factor: number): readonly number[] {
  return Array.from({ length: layers + 1 }, (_, i) => factor ** i)
}

/** The factor of a layer with a shortcut: x + g(x) has the derivative 1 + g′(x). */
export function withShortcut(added: number): number {
  return 1 + added
}
