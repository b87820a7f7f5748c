import { create } from 'zustand'
import { canIsolate } from '../../offline/isolated'
import { keep, recall } from '../../ui/storage'
import type { talkLock } from '../mirror/talk'

/**
 * A newer version that waits until the reader wants it. It takes the place of the old one in all windows at once, so
 * `take` does nothing while one of them shows slides, and tells whether it did.
 */
export const useUpdate = create<{ readonly take: (() => Promise<boolean>) | null }>(() => ({ take: null }))

/** Its name alone: a file that slides and this share would make what every page begins with longer. */
const talk: typeof talkLock = 'layerwise talk'

/** Does something unless a talk goes on in any window of the site; tells whether it did. */
async function unlessTalking(act: () => void): Promise<boolean> {
  const isFree =
    !navigator.locks || (await navigator.locks.request(talk, { ifAvailable: true }, (lock) => lock !== null))
  if (isFree) act()
  return isFree
}

/** Kept in the tab, so that a host whose pages never become isolated is reloaded for it once. */
const triedKey = 'layerwise:isolated'

/** Whether the page was opened from a folder of this machine, where everything is that it needs. */
export function isFolder(): boolean {
  return location.protocol === 'file:'
}

/** Whether this browser, on this host, lets a service worker keep the site. */
export function canKeep(): boolean {
  return !isFolder() && isSecureContext && 'serviceWorker' in navigator && 'caches' in globalThis
}

/** Once the page is at rest: the worker that keeps the site, tells of a newer version, and isolates the page. */
export async function startKeeping(): Promise<void> {
  if (!import.meta.env.PROD || !canKeep()) return
  const isUntouched = watched()
  const [{ Workbox }] = await Promise.all([import('workbox-window'), import('../../ui/trusted')])
  const workbox = new Workbox(new URL('sw.js', document.baseURI).href)
  workbox.addEventListener('waiting', () => {
    const take = () =>
      unlessTalking(() => {
        workbox.addEventListener('controlling', () => location.reload())
        workbox.messageSkipWaiting()
      })
    useUpdate.setState({ take })
  })
  try {
    await workbox.register()
    await workbox.controlling
  } catch {
    // A frame, a private window or a setting refuses: the site is then read online.
    return
  }
  if (crossOriginIsolated || !canIsolate(navigator.userAgent) || parent !== window) return
  if (recall(triedKey, 'tab') !== null || !isUntouched()) return
  // Threads from the next load on: at once where nobody has begun to read.
  if (keep(triedKey, 'yes', 'tab')) location.reload()
}

/** Whether nobody has touched the page since. */
function watched(): () => boolean {
  let touched = false
  const touch = () => {
    touched = true
  }
  for (const event of ['pointerdown', 'keydown', 'wheel', 'drop'])
    addEventListener(event, touch, { once: true, passive: true })
  return () => !touched
}
