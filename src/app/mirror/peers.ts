import type { Message, Role } from './messages'

/** Another window of the talk. */
export interface Peer {
  readonly id: string
  readonly role: Role
  readonly slide: string
  readonly width: number
  readonly height: number
  readonly hidden: boolean
  /** When it was last heard of, in milliseconds. */
  readonly seen: number
}

/** Windows say that they are there every so many milliseconds. */
export const pulse = 1000

/** One that was not heard for so long is gone; what is hidden, browsers wake once a minute only. */
const patience = { shown: 4000, hidden: 75_000 }

/** Who is there after a message. */
export function heard(peers: readonly Peer[], message: Message, now: number): readonly Peer[] {
  const others = peers.filter(({ id }) => id !== message.from)
  if (message.kind === 'bye') return others
  if (message.kind !== 'beat') return peers
  const { from: id, role, slide, width, height, hidden } = message
  return [...others, { id, role, slide, width, height, hidden, seen: now }]
}

/** Who is still there. */
export function living(peers: readonly Peer[], now: number): readonly Peer[] {
  const left = peers.filter(({ seen, hidden }) => now - seen < (hidden ? patience.hidden : patience.shown))
  return left.length === peers.length ? peers : left
}
