import { describe, expect, it } from 'vitest'
import { openWire } from './wire'

/** Enough of a window without BroadcastChannel: messages arrive at once. */
function fake(opener: object | null = null) {
  const listeners = new Set<(event: object) => void>()
  const page = {
    opener,
    parent: null as unknown,
    closed: false,
    location: { origin: 'http://here' },
    addEventListener: (_: string, listener: (event: object) => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: (event: object) => void) => listeners.delete(listener),
    postMessage(data: unknown) {
      for (const tell of [...listeners]) tell({ data, source: current, origin: 'http://here' })
    },
  }
  page.parent = page
  return page
}
let current: unknown
type Fake = ReturnType<typeof fake>

/** A window's wire, and what it heard. */
function join(page: Fake, session = 'talk') {
  const heard: unknown[] = []
  const wire = openWire(session, (data) => heard.push(data), page as never)
  return {
    heard,
    send: (message: unknown) => {
      current = page
      wire.send(message)
    },
    close: wire.close,
  }
}

describe('windows without BroadcastChannel', () => {
  it('hear each other through the one that opened the other', () => {
    const screen = fake()
    const desk = fake(screen)
    const [a, b] = [join(screen), join(desk)]
    b.send('hello')
    expect(a.heard).toEqual(['hello'])
    a.send('place')
    expect(b.heard).toEqual(['place'])
  })

  it('of two talks do not mix', () => {
    const screen = fake()
    const [a, b] = [join(screen, 'one'), join(fake(screen), 'two')]
    b.send('hello')
    expect(a.heard).toEqual([])
  })

  it('hear nothing more once they have left', () => {
    const screen = fake()
    const [a, b] = [join(screen), join(fake(screen))]
    a.close()
    b.send('hello')
    expect(a.heard).toEqual([])
  })
})
