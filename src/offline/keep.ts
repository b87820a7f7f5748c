import { courseCache, listName, readList, type SiteFile } from './list'

/** What keeping the site needs from outside; tests hand in their own. */
export interface Site {
  /** The site's address, which ends in a slash. */
  readonly base: string
  readonly fetch: typeof fetch
  readonly caches: Pick<CacheStorage, 'open' | 'delete'>
  /** Hexadecimal SHA-256. */
  readonly sha256: (content: Uint8Array<ArrayBuffer>) => string | Promise<string>
}

/** Bytes that are kept, of those that there are. */
export interface Amount {
  readonly done: number
  readonly of: number
}

/** Files that are fetched at a time. */
const lanes = 4

/** The site's own list of its files; without a network, the one that was kept with them. */
export async function filesOf(site: Site, signal?: AbortSignal): Promise<readonly SiteFile[]> {
  const url = site.base + listName
  const cache = await site.caches.open(courseCache)
  try {
    const response = await site.fetch(url, { signal, cache: 'no-cache' })
    if (!response.ok)
      throw new Error(`The request for the list of the site’s files returned status ${response.status}.`)
    return readList(await response.text())
  } catch (error) {
    const kept = signal?.aborted ? undefined : await cache.match(url)
    if (!kept) throw error
    return readList(await kept.text())
  }
}

/**
 * Which files are not kept, or not as they must be. Every kept file is read and held against its hash, so what a
 * browser has written in part is found.
 */
export async function missingOf(
  site: Site,
  files: readonly SiteFile[],
  signal?: AbortSignal,
): Promise<readonly SiteFile[]> {
  const cache = await site.caches.open(courseCache)
  const missing: SiteFile[] = []
  for (const file of files) {
    signal?.throwIfAborted()
    const kept = await cache.match(site.base + file.path)
    const isHere = kept && (await isWhole(site, file, new Uint8Array(await kept.arrayBuffer())))
    if (!isHere) missing.push(file)
  }
  return missing
}

/**
 * Fetches what is missing, and keeps what is as published. What was kept stays when it is called off or the network
 * goes, so that the next call goes on from there. Throws a sentence where a file is not the published one.
 */
export async function keepAll(
  site: Site,
  files: readonly SiteFile[],
  missing: readonly SiteFile[],
  onAmount: (amount: Amount) => void,
  signal: AbortSignal,
): Promise<void> {
  const cache = await site.caches.open(courseCache)
  const of = bytesOf(files)
  let done = of - bytesOf(missing)
  onAmount({ done, of })
  const waiting = [...missing]
  const lane = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      await keepOne(site, cache, file, signal)
      done += file.bytes
      onAmount({ done, of })
    }
  }
  const ends = await Promise.allSettled(
    Array.from({ length: lanes }, () =>
      lane().catch((error: unknown) => {
        // The others end with the file that they are at.
        waiting.length = 0
        throw error
      }),
    ),
  )
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  await cache.put(site.base + listName, new Response(JSON.stringify({ files })))
}

/** Takes everything away that `keepAll` kept. */
export async function forgetAll({ caches }: Pick<Site, 'caches'>): Promise<void> {
  await caches.delete(courseCache)
}

export function bytesOf(files: readonly SiteFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** Why something could not be kept, for a reader. */
export function whyNot(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'QuotaExceededError')
    return 'The browser has no storage left for this site: remove a network that you do not need, or free up space on this device.'
  if (name === 'SecurityError' || name === 'NotAllowedError' || name === 'InvalidStateError')
    return 'The settings of this browser do not let the site keep anything.'
  // What `fetch` itself throws says nothing to a reader.
  return error instanceof TypeError || !(error instanceof Error)
    ? 'The site could not be reached.'
    : error.message
}

async function keepOne(site: Site, cache: Cache, file: SiteFile, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const url = site.base + file.path
  // Past what browser and service worker have, which may be what was found to be damaged.
  await cache.delete(url)
  const response = await site.fetch(url, { signal, cache: 'reload' })
  if (!response.ok) throw new Error(`The request for ${file.path} returned status ${response.status}.`)
  const content = new Uint8Array(await response.arrayBuffer())
  if (!(await isWhole(site, file, content))) {
    await cache.delete(url)
    throw new Error(`${file.path} did not arrive as it was published, so it is not kept.`)
  }
  const type = response.headers.get('Content-Type')
  await cache.put(url, new Response(content, { headers: type ? { 'Content-Type': type } : {} }))
}

async function isWhole(site: Site, file: SiteFile, content: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return content.length === file.bytes && (await site.sha256(content)) === file.sha256
}
