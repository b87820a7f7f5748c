/** Files of the site that are held in memory, as they are named, and where each is read from (`hold.ts`). */
export const held = new Map<string, string>()

/** Where a file of the site is read from: out of memory, without a network, once it is held. */
export const addressOf = (path: string): string => held.get(path) ?? path
