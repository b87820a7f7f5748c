import { useSyncExternalStore } from 'react'

/** The address behind `#`, followed. */
export function useHash(): string {
  return useSyncExternalStore(follow, () => location.hash)
}

function follow(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  addEventListener('popstate', listener)
  return () => {
    removeEventListener('hashchange', listener)
    removeEventListener('popstate', listener)
  }
}
