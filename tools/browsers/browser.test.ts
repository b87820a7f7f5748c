import { afterEach, expect, it, vi } from 'vitest'
import { inTime } from './browser'
import { settled } from './draw'
import { arrival, connect, firefox } from './firefox'
import { webkit } from './webkit'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

it('a browser that is not installed is named with its Debian package', async () => {
  vi.stubEnv('PATH', '/nowhere')
  await expect(firefox.launch()).rejects.toThrow(
    'Firefox is not installed; Debian has it in the package firefox-esr: sudo apt-get install firefox-esr',
  )
  await expect(webkit.launch()).rejects.toThrow(/package webkit2gtk-driver: sudo apt-get install webkit2gtk/)
})

it('a command that is never answered ends with a sentence', async () => {
  await expect(inTime('Firefox, script.evaluate', new Promise(() => {}), 10)).rejects.toThrow(
    'Firefox, script.evaluate: no answer within 0.01 s',
  )
  await expect(inTime('Firefox, script.evaluate', Promise.resolve(7), 10)).resolves.toBe(7)
})

it('what is asked of a Firefox that has gone fails at once, before and after it went', async () => {
  const sockets: FakeSocket[] = []
  class FakeSocket {
    static readonly OPEN = 1
    readyState = 1
    onopen = () => {}
    onclose = () => {}
    onmessage = () => {}
    constructor() {
      sockets.push(this)
      queueMicrotask(() => this.onopen())
    }
    send() {}
  }
  vi.stubGlobal('WebSocket', FakeSocket)
  const ask = await connect('ws://nowhere')
  const owed = ask('browsingContext.reload', {})
  const [socket] = sockets
  socket.readyState = 3
  socket.onclose()
  await expect(owed).rejects.toThrow('Firefox closed the connection.')
  await expect(ask('browsingContext.reload', {})).rejects.toThrow('Firefox closed the connection.')
})

it('a page has arrived when another one than the one that was left has loaded, whatever came between', async () => {
  const answers = ['left', 'replaced', 'loading', 'left', 'there']
  const asked: string[] = []
  await arrival((expression) => {
    asked.push(expression)
    const now = answers.shift()
    return now === 'replaced' ? Promise.reject(new Error('no such frame')) : Promise.resolve(now === 'there')
  })
  expect(asked).toHaveLength(5)
})

it('pictures are looked at once the site has reloaded itself for its headers, not before', async () => {
  const answers = ['first page', 'replaced', 'isolated', 'never asked']
  const evaluate = () => {
    const now = answers.shift()
    return now === 'replaced'
      ? Promise.reject(new Error('no such frame'))
      : Promise.resolve(now === 'isolated')
  }
  await settled({ evaluate })
  expect(answers).toEqual(['never asked'])
  await expect(settled({ evaluate: () => Promise.resolve(false) }, 1)).rejects.toThrow(
    'did not become isolated',
  )
})
