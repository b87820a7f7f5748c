/** The parts of an id of a layer or of a file's name, between which a line may break: after `/`, `_` or `.`. */
export function partsOf(text: string): readonly string[] {
  return text.split(/(?<=[/_.])(?=[^\s/_.])/)
}
