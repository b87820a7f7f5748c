import { create } from 'zustand'
import { newId } from '../../ui/newId'
import { keep, recall } from '../../ui/storage'
import { currentRoute } from '../route/route'
import type { Message, Place, Role, Vote } from './messages'
import type { Peer } from './peers'

const stored = 'layerwise:talk'

/** Who this window is: one that another window of the talk opened or holds bears its part and its talk as its name. */
const [, part, named] = /^layerwise (screen|now|next) ([\w-]+)$/.exec(window.name) ?? []

/** The name of a window that another one of the talk opens or holds. */
export const windowName = (part: Role, session: string): string => `layerwise ${part} ${session}`

export const role: Role =
  part === 'now' || part === 'next' ? part : currentRoute().page === 'presenter' ? 'desk' : 'screen'

/** The talk that this window belongs to: two at once do not mix. A tab keeps its own when it is reloaded. */
export function sessionId(): string {
  if (named !== undefined) return named
  const route = currentRoute()
  if (route.page === 'presenter') return route.session
  const kept = recall(stored, 'tab')
  if (kept !== null && /^[\w-]{1,40}$/.test(kept)) return kept
  const session = newId()
  keep(stored, session, 'tab')
  return session
}

/** What is known of the other windows, and what all of them show besides the slide. */
interface Talk {
  readonly peers: readonly Peer[]
  /** Where the talk is, in the lecturer's window; null until that is told. */
  readonly place: Place | null
  /** The question that the room is asked; null while it is asked none. */
  readonly vote: Vote | null
  /** Where somebody points, in shares of the slide. */
  readonly laser: { readonly x: number; readonly y: number } | null
  /** A stroke that is being drawn in another window. */
  readonly drawing: Extract<Message, { kind: 'drawing' }> | null
}

export const useTalk = create<Talk>(() => ({
  peers: [],
  place: null,
  vote: null,
  laser: null,
  drawing: null,
}))

/** Whether a window of this part is there. */
export const hasPeer =
  (wanted: Role) =>
  ({ peers }: Pick<Talk, 'peers'>): boolean =>
    peers.some((peer) => peer.role === wanted)

/** A lock that every window has which shows slides or is a lecturer's, as long as it does: all windows of the site see it. */
export const talkLock = 'layerwise talk'

/** Says that a talk goes on in this window. Returns the way to say that it does no more. */
export function holdTalk(): () => void {
  let end: (() => void) | undefined
  const over = new Promise<void>((done) => (end = done))
  // A frame of another site may get no locks, and no service worker either.
  void navigator.locks?.request(talkLock, { mode: 'shared' }, () => over).catch(() => {})
  return () => end?.()
}
