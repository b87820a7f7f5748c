import { useStore } from '../state/store'
import { type Intent, ownImage, start } from '../state/intent'
import { currentRoute, followRoute, go } from './route'
import { readHash, writeHash } from './url'

/** Long enough that a dragged slider does not fill the browser's quota of history changes. */
const pause = 120

/** Steps of exploring that follow each other faster are one step back. */
const step = 1000

const chosen = [...Object.keys(start), 'backend'] as (keyof Intent)[]

/**
 * Keeps the address and the store alike: another network or page, and what is opened or selected, adds an entry to the
 * history, so that Back undoes it; every other choice replaces the entry.
 * Returns the way out.
 */
export function followAddress(): () => void {
  /** The address that the store stands for, as it was written or typed. */
  let known: string | undefined
  let restoring = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Something was opened or selected since the address was written. */
  let explored = false
  let lastStep = -Infinity

  const restore = () => {
    // A lesson has its own address, and the picture beside it follows from that.
    if (isApart()) {
      clearTimeout(timer)
      known = undefined
      if (currentRoute().page === 'gallery')
        useStore.setState({ hovered: null, problems: readHash(location.hash).problems })
      return
    }
    // A link or an edited address comes with two events, and our own writing with none that matters.
    if (location.hash === known) return
    clearTimeout(timer)
    known = location.hash
    explored = false
    lastStep = -Infinity
    const before = useStore.getState()
    const { intent, problems } = readHash(known, before)
    // No address can carry the visitor's own image, but an entry of the history remembers that it was shown.
    const keepsOwn = before.image === ownImage && isOwn(history.state)
    restoring = true
    before.restore(keepsOwn ? { ...intent, image: ownImage } : intent, problems)
    restoring = false
  }

  const write = (another: boolean) => {
    if (isApart()) return
    const intent = useStore.getState()
    const own = intent.image === ownImage
    const isStep = another || (explored && performance.now() - lastStep >= step)
    explored = false
    known = writeHash(intent)
    if (known === location.hash && own === isOwn(history.state)) return
    if (isStep && known !== location.hash) {
      lastStep = performance.now()
      history.pushState({ own }, '', known)
    } else history.replaceState({ own }, '', known)
  }

  restore()
  const leave = useStore.subscribe((state, before) => {
    // What was typed stays in the address until something is chosen, so that a typing mistake can be mended there.
    if (restoring || isApart() || chosen.every((key) => state[key] === before[key])) return
    clearTimeout(timer)
    explored ||=
      state.selected !== before.selected ||
      state.unit !== before.unit ||
      state.expanded !== before.expanded ||
      state.besideNode !== before.besideNode ||
      state.besideOpen !== before.besideOpen
    if (state.network !== before.network || state.beside !== before.beside) write(true)
    else timer = setTimeout(() => write(false), pause)
  })
  const still = followRoute(restore)
  return () => {
    leave()
    clearTimeout(timer)
    still()
  }
}

/** Leads to the network as it was left, from a page that shows none. */
export function showNetwork(): void {
  const intent = useStore.getState()
  go(writeHash(intent), { state: { own: intent.image === ownImage } })
}

/** Pages with an address of their own, which say nothing of what is explored. */
function isApart(): boolean {
  const { page } = currentRoute()
  return page !== 'network' && page !== 'unknown'
}

function isOwn(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'own' in state && state.own === true
}
