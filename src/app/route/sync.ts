import { useStore } from '../state/store'
import { type Intent, ownImage, type Problem, start } from '../state/intent'
import { recallOwn } from '../given/own'
import { imageOn } from '../image/choice'
import { first, withOwn } from '../trained/showpiece'
import { currentRoute, followRoute, go, isExplorer, readRoute, setAddress } from './route'
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
      const { page } = currentRoute()
      if (page === 'landing')
        useStore.getState().restore(withOwn(useStore.getState(), imageOn(first.image)), [])
      if (page === 'gallery') useStore.setState({ hovered: null, problems: readHash(location.hash).problems })
      return
    }
    // A link or an edited address comes with two events, and our own writing with none that matters.
    if (location.hash === known) return
    clearTimeout(timer)
    const own = recallOwn(location.hash)
    if (own) return void own.then(restore)
    known = location.hash
    explored = false
    lastStep = -Infinity
    restoring = true
    const { image, named, problems } = restoreFrom(known)
    restoring = false
    // A sample that goes along belongs into the address; one's own cannot.
    if (image !== named && image !== ownImage && problems.length === 0) write(false)
  }

  const write = (another: boolean) => {
    if (isApart()) return
    const intent = useStore.getState()
    const isStep = another || (explored && performance.now() - lastStep >= step)
    explored = false
    known = writeHash(intent)
    if (known === location.hash) return
    if (isStep) {
      lastStep = performance.now()
      setAddress(known, true)
    } else setAddress(known)
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

/** Shows what an address says, on the image that it names or else on the reader's; `named` is what the address alone would show. */
export function restoreFrom(hash: string): { image: string; named: string; problems: readonly Problem[] } {
  const { intent, problems } = readHash(hash, useStore.getState())
  const image = imageAt(hash, intent)
  useStore.getState().restore({ ...intent, image }, problems)
  return { image, named: intent.image, problems }
}

/** Leads to the network as it was left, from a page that shows none. */
export function showNetwork(): void {
  go(writeHash(useStore.getState()))
}

/** Pages with an address of their own, which say nothing of what is explored. */
function isApart(): boolean {
  return !isExplorer(currentRoute())
}

/** The image of an address: one that it names, or else what the reader chose, wherever they did: no address can carry an image of one's own. */
function imageAt(hash: string, { image }: Intent): string {
  const route = readRoute(hash)
  const isNamed = route.page === 'network' && route.said.some(([field]) => field === 'image')
  const chosen = imageOn(image === ownImage ? start.image : image)
  return isNamed ? image : chosen
}
