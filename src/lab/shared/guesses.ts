/** What a reader guessed, by the name of what it is about. */
export type Guesses<V extends string> = Readonly<Partial<Record<string, V>>>

/** Guesses as an option of a lab has them: `coco-1k:keeps up,yosinski:falls behind`; what is no verdict is left out. */
export function readGuesses<V extends string>(said: string, verdicts: readonly V[]): Guesses<V> {
  return Object.fromEntries(
    said.split(',').flatMap((part) => {
      const [about, guess] = part.split(':')
      const verdict = verdicts.find((each) => each === guess)
      return verdict ? [[about, verdict]] : []
    }),
  )
}

export function writeGuesses<V extends string>(guesses: Guesses<V>): string {
  return Object.entries(guesses)
    .map((pair) => pair.join(':'))
    .join(',')
}
