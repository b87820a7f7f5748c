import { courseCache, listName, readList, type SiteFile } from './list'

interface Kept {
  readonly request: Request
  readonly cachedResponse?: Response
}

/** What of a service worker's surroundings is needed; tests hand in their own. */
interface Place {
  /** The site's address, which ends in a slash. */
  readonly base: string
  readonly caches: Pick<CacheStorage, 'open'>
  /** Hexadecimal SHA-256. */
  readonly sha256: (content: Uint8Array<ArrayBuffer>) => string | Promise<string>
}

/** Such a name has a hash in it, and means the same content in every version. */
const isLasting = /^assets\/[^?#]*$/

/**
 * For the service worker: a kept file is an answer only where it is as the list has it that was kept with the course; a
 * damaged one is fetched anew when it is wanted. What no list names was kept as it came.
 */
export function wholeOnly({ base, caches, sha256 }: Place) {
  let files: ReadonlyMap<string, SiteFile> | undefined
  const read = async () => {
    const kept = await (await caches.open(courseCache)).match(base + listName)
    return kept && new Map(readList(await kept.text()).map((file) => [file.path, file] as const))
  }
  return {
    async cachedResponseWillBeUsed({ request, cachedResponse }: Kept): Promise<Response | null> {
      const path = request.url.startsWith(base) ? request.url.slice(base.length) : ''
      if (!cachedResponse || !isLasting.test(path)) return cachedResponse ?? null
      // No list that can be read is as none.
      files ??= await read().catch(() => undefined)
      const file = files?.get(path)
      if (!file) return cachedResponse
      try {
        const content = new Uint8Array(await cachedResponse.clone().arrayBuffer())
        return content.length === file.bytes && (await sha256(content)) === file.sha256
          ? cachedResponse
          : null
      } catch {
        // What cannot be read to its end is no answer either.
        return null
      }
    },
  }
}
