/** Numbers from a seed, the same everywhere: mulberry32, by name of the seed. */
export function stream(seed: string): () => number {
  let state = 0x811c9dc5
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function pick<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)]
}

/** In an order of its own for every seed; every order is as likely as any other. */
export function inSomeOrder<T>(values: readonly T[], seed: string): readonly T[] {
  const random = stream(seed)
  const mixed = [...values]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[mixed[i], mixed[j]] = [mixed[j], mixed[i]]
  }
  return mixed
}

/** The same, but never in the order that came in, which is the answer. */
export function shuffled<T>(values: readonly T[], seed: string): readonly T[] {
  const mixed = inSomeOrder(values, seed)
  return values.length > 1 && mixed.every((value, i) => value === values[i])
    ? [...mixed.slice(1), mixed[0]]
    : mixed
}

/** In which order the options of a choice stand: authors tend to put the right one in the middle. */
export function orderOf(options: number, id: string): readonly number[] {
  return inSomeOrder(
    Array.from({ length: options }, (_, i) => i),
    id,
  )
}
