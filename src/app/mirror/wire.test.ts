import { describe, expect, it } from 'vitest'
import { openWire } from './wire'

/** Enough of a window without BroadcastChannel: messages arrive at once. */
function fake(opener: object | null = null, origin = 'http://here') {
  const listeners = new Set<(event: object) => void>()
  const page = {
    opener,
    parent: null as unknown,
    closed: false,
    origin,
    // From a folder the address has an origin that no message bears.
    location: origin === 'null' ? { origin: 'file://', protocol: 'file:' } : { origin, protocol: 'http:' },
    ...(origin === 'null' && { BroadcastChannel: null }),
    addEventListener: (_: string, listener: (event: object) => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: (event: object) => void) => listeners.delete(listener),
    postMessage(data: unknown, target: string) {
      if (target !== (origin === 'null' ? '*' : origin)) return
      const source = current
      current = page
      for (const tell of [...listeners]) tell({ data, source, origin })
      current = source
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

  it('hand on what passes between those that they hold', () => {
    const screen = fake()
    const desk = fake(screen)
    const frame = fake()
    frame.parent = desk
    const [a, , c] = [join(screen), join(desk), join(frame)]
    c.send('hello')
    expect(a.heard).toEqual(['hello'])
    a.send('place')
    expect(c.heard).toEqual(['place'])
  })

  it('are told what a reloaded one said before any of them was near', () => {
    const screen = fake()
    const desk = fake(screen)
    const [again, b] = [join(screen), join(desk)]
    again.send('hello')
    expect(b.heard).toEqual([])
    b.send('beat')
    expect([again.heard, b.heard]).toEqual([['beat'], ['hello']])
    again.send('place')
    expect(b.heard).toEqual(['hello', 'place'])
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

it('windows from a folder hear each other, whichever origin their address has', () => {
  const screen = fake(null, 'null')
  const [a, b] = [join(screen), join(fake(screen, 'null'))]
  b.send('hello')
  a.send('place')
  expect([a.heard, b.heard]).toEqual([['hello'], ['place']])
})
