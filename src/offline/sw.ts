import { clientsClaim } from 'workbox-core'
import { addPlugins, cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { CacheFirst, NetworkFirst, NetworkOnly } from 'workbox-strategies'
import { canIsolate, isolated } from './isolated'
import { courseCache, listName } from './list'
import { wholeOnly } from './whole'

// The service worker of the site: what has been looked at, and what the reader has asked to keep, is there without a
// network; and a host that cannot set the two headers of isolation gets them here.

/** What starts a page, with the hash of each file; the build writes it. */
declare const SHELL: readonly { readonly url: string; readonly revision: string | null }[]

const scope = new URL('./', location.href)

/** Seconds after which a network that does not answer is given up for the kept copy. */
const patience = 4

const asItMay = canIsolate(navigator.userAgent) ? isolated : (response: Response) => response
const isolating = { handlerWillRespond: async ({ response }: { response: Response }) => asItMay(response) }

/** A page that signs in to a Wi-Fi answers every request with HTML and "200". */
const noPortal = {
  cacheWillUpdate: async ({ request, response }: { request: Request; response: Response }) =>
    response.status === 200 &&
    (request.mode === 'navigate' || !/html/.test(response.headers.get('Content-Type') ?? ''))
      ? response
      : null,
}

/** A service worker runs only where the browser has it. */
const sha256 = async (content: Uint8Array<ArrayBuffer>) =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', content)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')

const whole = wholeOnly({ base: scope.href, caches, sha256 })

const kept = { cacheName: courseCache, plugins: [noPortal, isolating] }
const byHash = new CacheFirst({ ...kept, plugins: [...kept.plugins, whole] })
const newest = new NetworkFirst({ ...kept, networkTimeoutSeconds: patience })
const online = new NetworkOnly({ networkTimeoutSeconds: patience, plugins: [isolating] })

const below = (url: URL) => (url.href.startsWith(scope.href) ? url.href.slice(scope.href.length) : undefined)
const pathOf = (url: URL) => below(url)?.replace(/[?#].*$/s, '')

addPlugins([isolating, whole])
cleanupOutdatedCaches()

// The page itself is the newest that there is, so that it never asks for files which the host no longer has.
registerRoute(
  ({ request, url }) => request.mode === 'navigate' && ['', 'index.html'].includes(pathOf(url) ?? '-'),
  async (options) => {
    try {
      const response = await online.handle(options)
      if (response.status < 500) return response
    } catch {
      // Below.
    }
    const shell = await matchPrecache('index.html')
    return shell ? asItMay(shell) : Response.error()
  },
)
precacheAndRoute([...SHELL], { cleanURLs: false, directoryIndex: '' })
registerRoute(({ url }) => pathOf(url)?.startsWith('assets/') ?? false, byHash)
// Weights have a cache of their own, which checks them and goes on where a download ended (`runtime/trained`).
registerRoute(({ url }) => {
  const path = pathOf(url)
  return path !== undefined && path !== listName && !path.endsWith('.bin')
}, newest)

clientsClaim()

// A new version waits until the reader wants it: a lecture ends with the code with which it began.
addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING')
    void (globalThis as unknown as { skipWaiting(): Promise<void> }).skipWaiting()
})
