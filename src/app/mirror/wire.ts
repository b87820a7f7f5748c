/** A way to the other windows of a talk. */
export interface Wire {
  send(message: unknown): void
  close(): void
}

/** Messages that passed here and may come again, from another side. */
const remembered = 500

/**
 * Joins the windows of a talk: what one sends, `take` of all the others gets, as it is; whoever takes it has to look whether
 * it is anything. Where a browser has no BroadcastChannel, windows hand messages on to those they were opened by and to
 * those they opened or hold.
 */
export function openWire(session: string, take: (data: unknown) => void, page: Window = window): Wire {
  const name = `layerwise ${session}`
  if (!('BroadcastChannel' in page)) return relay(name, take, page)
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
  let count = 0
  const own = Math.random().toString(36).slice(2)
  const { origin } = page.location

  function pass(envelope: Envelope, from: unknown): void {
    passed.push(envelope.id)
    if (passed.length > remembered) passed.shift()
    for (const other of near)
      if (other.closed) near.delete(other)
      else if (other !== from) other.postMessage(envelope, origin === 'null' ? '*' : origin)
  }

  function hear({ data, source, origin: from }: MessageEvent<Partial<Envelope> | null>): void {
    if (from !== origin || data?.wire !== wire || typeof data.id !== 'string' || !source) return
    near.add(source as Window)
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
