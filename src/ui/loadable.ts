import { type ComponentType, lazy } from 'react'

/** A component of its own file: `load` fetches it, `current` is what to render now. */
export interface Loadable<Props> {
  readonly load: () => Promise<void>
  readonly current: ComponentType<Props>
}

/**
 * Like React's `lazy`, but what has been loaded before it is rendered for the first time is there at once. React shows the
 * fallback of a lazy component for a moment even then, and holds back what follows for 300 ms.
 */
export function loadable<Props>(fetch: () => Promise<ComponentType<Props>>): Loadable<Props> {
  let current: ComponentType<Props> = lazy(() => fetch().then((Loaded) => ({ default: Loaded }))) as never
  return {
    load: async () => {
      current = await fetch()
    },
    get current() {
      return current
    },
  }
}
