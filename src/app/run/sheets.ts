/**
 * Pictures that were looked at last. A picture that every painting looks at is on screen and stays, even where there
 * are more of these than are kept; or each would push another out that is asked for again at once.
 */
export class Sheets<T> {
  readonly #most: number
  readonly #made = new Map<string, { readonly sheet: T; seen: number }>()
  #looks = 0

  /** @param most kept, when fewer are on screen */
  constructor(most: number) {
    this.#most = most
  }

  get(name: string): T | undefined {
    this.#looks++
    const found = this.#made.get(name)
    if (found) found.seen = this.#looks
    return found?.sheet
  }

  /** Keeps one more. Returns the names of those that were let go of for it. */
  add(name: string, sheet: T): readonly string[] {
    this.#made.set(name, { sheet, seen: this.#looks })
    // One painting looks at each picture on screen once, so that two have looked at all of them.
    const since = this.#looks - 2 * this.#made.size
    const gone = [...this.#made]
      .filter(([, { seen }]) => seen < since)
      .sort(([, a], [, b]) => a.seen - b.seen)
      .slice(0, Math.max(0, this.#made.size - this.#most))
      .map(([name]) => name)
    for (const each of gone) this.#made.delete(each)
    return gone
  }
}
