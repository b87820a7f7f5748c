/** Keys that were pressed before the slides could obey them (`course/replay.ts`). */
export const earlyKeys: KeyboardEvent[] = []

export const takeKey = (event: KeyboardEvent): void => void earlyKeys.push(event)

/** From the first moment of a talk: a clicker does not know what has come. */
export const catchEarlyKeys = (): void => addEventListener('keydown', takeKey, true)
