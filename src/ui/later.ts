type Fetch = () => Promise<unknown>

/**
 * What the files that are on the page may fetch when it is asked for. A set, so that what a part brings along is found by
 * whoever is still going through it.
 */
export const parts = new Set<Fetch>()

/** Says that something may be fetched later on this page: a talk fetches it while there is a network (`app/course/ahead.ts`). */
export function later<T>(fetch: () => Promise<T>): () => Promise<T> {
  parts.add(fetch)
  return fetch
}
