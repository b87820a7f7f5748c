import { useStore } from './store'
import { type Intent, readHash, start, writeHash } from './url'

/** Long enough that a dragged slider does not fill the browser's quota of history changes. */
const pause = 120

const chosen = [...Object.keys(start), 'backend'] as (keyof Intent)[]

/**
 * Keeps the address and the store alike: exploring replaces the entry of the history, another network adds one.
 * Returns the way out.
 */
export function followAddress(): () => void {
  /** The address that the store stands for, as it was written or typed. */
  let known: string | undefined
  let restoring = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const restore = () => {
    // A link or an edited address comes with two events, and our own writing with none that matters.
    if (location.hash === known) return
    clearTimeout(timer)
    known = location.hash
    const { intent, problems } = readHash(known, useStore.getState())
    restoring = true
    useStore.getState().restore(intent, problems)
    restoring = false
  }

  const write = (another: boolean) => {
    known = writeHash(useStore.getState())
    if (known === location.hash) return
    if (another) history.pushState(null, '', known)
    else history.replaceState(null, '', known)
  }

  restore()
  const leave = useStore.subscribe((state, before) => {
    // What was typed stays in the address until something is chosen, so that a typing mistake can be mended there.
    if (restoring || chosen.every((key) => state[key] === before[key])) return
    clearTimeout(timer)
    if (state.network !== before.network) write(true)
    else timer = setTimeout(() => write(false), pause)
  })
  addEventListener('hashchange', restore)
  addEventListener('popstate', restore)
  return () => {
    leave()
    clearTimeout(timer)
    removeEventListener('hashchange', restore)
    removeEventListener('popstate', restore)
  }
}
