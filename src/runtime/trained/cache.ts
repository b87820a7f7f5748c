import type { TrainedModel } from './model'

/** A place that outlives the visit, for files by their names. Nothing depends on it: where it fails, nothing is kept. */
export interface Store {
  get(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  put(name: string, content: Uint8Array<ArrayBuffer>): Promise<void>
  remove(name: string): Promise<void>
}

const cacheName = 'layerwise-trained'

/** Begins the name of a part, where that of a whole file has its hash. */
export const partOf = 'part-of-'

/** The browser's CacheStorage. A page without https has none, private windows refuse it, and a disk may be full. */
export const browserStore: Store = {
  get: (name) =>
    attempt(async (cache) => {
      const response = await cache.match(name)
      return response && new Uint8Array(await response.arrayBuffer())
    }),
  put: (name, content) =>
    attempt(async (cache) => {
      // An older version of the same file, whose name ends in another hash, is of no more use.
      await cache.delete(name, { ignoreSearch: true })
      await cache.put(name, new Response(content))
    }),
  remove: (name) => attempt(async (cache) => void (await cache.delete(name))),
}

/** Whether an earlier visit has kept the weights of a model, whole. */
export async function isKept({ base, id }: TrainedModel): Promise<boolean> {
  const weights = `${base}${id}/weights.bin?`
  const isWhole = ({ url }: Request) => url.startsWith(weights) && !url.startsWith(`${weights}${partOf}`)
  return (await attempt(async (cache) => (await cache.keys()).some(isWhole))) ?? false
}

async function attempt<T>(ask: (cache: Cache) => Promise<T>): Promise<T | undefined>
async function attempt(ask: (cache: Cache) => Promise<void>): Promise<void>
async function attempt<T>(ask: (cache: Cache) => Promise<T>): Promise<T | undefined> {
  if (!('caches' in globalThis)) return undefined
  try {
    return await ask(await caches.open(cacheName))
  } catch {
    return undefined
  }
}
