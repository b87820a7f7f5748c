import { type ComponentType, lazy } from 'react'
import { later } from './later'

/** A component of its own file: `load` fetches it, `current` is what to render now. */
export interface Loadable<Props> {
  readonly load: () => Promise<void>
  readonly current: ComponentType<Props>
  /** What did not come is asked for anew by who renders it next: React would remember that it failed. */
  readonly forgetFailure: () => void
}

/** A file of the page did not come. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('A part of the page could not be loaded; is the site still reachable?', { cause })
  }
}

/**
 * Like React's `lazy`, but what has been loaded before it is rendered for the first time is there at once. React shows the
 * fallback of a lazy component for a moment even then, and holds back what follows for 300 ms. What does not come throws
 * `Unreachable` where it is rendered.
 */
export function loadable<Props>(fetch: () => Promise<ComponentType<Props>>): Loadable<Props> {
  const part = elsewhere(fetch)
  later(part.load)
  return part
}

/** The same for a page of its own, or one of many of which a page shows a few: nobody fetches it ahead unasked. */
export function elsewhere<Props>(fetch: () => Promise<ComponentType<Props>>): Loadable<Props> {
  let loaded: ComponentType<Props> | undefined
  /** On the screen already; it comes there by itself. */
  let waiting: ComponentType<Props> | undefined
  let hasFailed = false
  const wait = () =>
    lazy(() =>
      fetch().then(
        (Loaded) => ({ default: Loaded }),
        (error: unknown) => {
          hasFailed = true
          throw new Unreachable(error)
        },
      ),
    ) as unknown as ComponentType<Props>
  return {
    load: async () => {
      const Loaded = await fetch()
      // To React another component is another page: what waits on the screen already stays, unless it failed.
      // What is asked for again may come as a new one, made of the same file.
      if (!waiting || hasFailed) loaded ??= Loaded
    },
    get current() {
      return loaded ?? (waiting ??= wait())
    },
    forgetFailure: () => {
      if (!hasFailed) return
      hasFailed = false
      waiting = undefined
    },
  }
}
