/** A way to the other windows of a talk. */
export interface Wire {
  send(message: unknown): void
  close(): void
}

/** Messages that passed here and may come again, from another side. */
const remembered = 500

/** Messages of a window that nobody is near yet: a reloaded one hears of the others only when they speak. */
const unheard = 20

/**
 * Joins the windows of a talk: what one sends, `take` of all the others gets, as it is; whoever takes it has to look whether
 * it is anything. Where a browser has no BroadcastChannel, windows hand messages on to those they were opened by and to
 * those they opened or hold; so they do from a folder, where the one of WebKit carries nothing to another window.
 */
export function openWire(session: string, take: (data: unknown) => void, page: Window = window): Wire {
  const name = `layerwise ${session}`
  if (!('BroadcastChannel' in page) || page.location.protocol === 'file:') return relay(name, take, page)
  const channel = new BroadcastChannel(name)
  channel.onmessage = (event: MessageEvent) => take(event.data)
  return {
    send: (message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}

interface Envelope {
  readonly wire: string
  readonly id: string
  readonly message: unknown
}

function relay(wire: string, take: (data: unknown) => void, page: Window): Wire {
  const near = new Set<Window>()
  if (page.opener) near.add(page.opener as Window)
  if (page.parent !== page) near.add(page.parent)
  const passed: string[] = []
  let waiting: Envelope[] = []
  let count = 0
  const own = Math.random().toString(36).slice(2)
  // Not that of the address: from a folder it is another one, and no message names it.
  const { origin } = page

  const hand = (envelope: Envelope, other: Window) =>
    other.postMessage(envelope, origin === 'null' ? '*' : origin)

  function pass(envelope: Envelope, from: unknown): void {
    passed.push(envelope.id)
    if (passed.length > remembered) passed.shift()
    for (const other of near)
      if (other.closed) near.delete(other)
      else if (other !== from) hand(envelope, other)
    if (near.size === 0) waiting = [...waiting, envelope].slice(-unheard)
  }

  function meet(other: Window): void {
    near.add(other)
    for (const envelope of waiting.splice(0)) hand(envelope, other)
  }

  function hear({ data, source, origin: from }: MessageEvent<Partial<Envelope> | null>): void {
    if (from !== origin || data?.wire !== wire || typeof data.id !== 'string' || !source) return
    if (!near.has(source as Window)) meet(source as Window)
    if (passed.includes(data.id)) return
    pass(data as Envelope, source)
    take(data.message)
  }
  page.addEventListener('message', hear)
  return {
    send: (message) => pass({ wire, id: `${own} ${count++}`, message }, null),
    close: () => page.removeEventListener('message', hear),
  }
}
