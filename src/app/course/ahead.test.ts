import { beforeEach, expect, it, vi } from 'vitest'

const { loadEngine, talk } = vi.hoisted(() => ({ loadEngine: vi.fn(), talk: { role: 'screen' } }))

vi.mock('../run/session', () => ({
  loadEngine,
  useSession: { getState: () => ({ status: { state: 'ready' } }) },
}))
vi.mock('../mirror/talk', () => talk)
vi.mock('../image/samples', () => ({ samples: [] }))
vi.mock('./useBody', () => ({ preloadBody: () => Promise.resolve(true) }))
vi.mock('./firstSlide', () => ({ firstSlide: Promise.resolve() }))

const { slides } = await import('../../lessons/course')
const { loadAhead, useAhead } = await import('./ahead')
const { parts } = await import('../../ui/later')

const page = new EventTarget()

beforeEach(() => {
  parts.clear()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
})

const three = slides.slice(0, 3)

it('slides are fetched from the one that is shown on, then those before it', async () => {
  const asked: string[] = []
  const stop = loadAhead(three, 1, async ({ key }) => {
    asked.push(key)
    return true
  })
  await vi.waitFor(() => expect(useAhead.getState()).toEqual({ of: 3, loaded: 3, failed: 0 }))
  expect(asked).toEqual([three[1], three[2], three[0]].map(({ key }) => key))
  stop()
})

it('what did not come is counted, the others are fetched, and it is asked for again when the network is back', async () => {
  let isOffline = true
  const stop = loadAhead(three, 0, async (slide) => !(isOffline && slide === three[1]))
  await vi.waitFor(() => expect(useAhead.getState()).toEqual({ of: 3, loaded: 2, failed: 1 }))
  isOffline = false
  page.dispatchEvent(new Event('online'))
  await vi.waitFor(() => expect(useAhead.getState()).toEqual({ of: 3, loaded: 3, failed: 0 }))
  stop()
})

it('what may be asked for on a slide, and by that in its turn, is fetched with it, and has to come before all are ready', async () => {
  let isOffline = true
  const cardFetched = vi.fn(async () => undefined)
  const overview = async () => {
    if (isOffline) throw new Error('gone')
    parts.add(cardFetched)
  }
  parts.add(overview)
  const stop = loadAhead(three, 1, async () => true)
  await vi.waitFor(() => expect(useAhead.getState()).toEqual({ of: 3, loaded: 2, failed: 1 }))
  isOffline = false
  page.dispatchEvent(new Event('online'))
  await vi.waitFor(() => expect(useAhead.getState()).toEqual({ of: 3, loaded: 3, failed: 0 }))
  expect(cardFetched).toHaveBeenCalledOnce()
  stop()
})

it('it ends with the slides', async () => {
  const asked: string[] = []
  const stop = loadAhead(three, 0, async ({ key }) => {
    asked.push(key)
    stop()
    return true
  })
  await new Promise((done) => setTimeout(done, 5))
  expect(asked).toHaveLength(1)
})

it('what runs networks is fetched, but not for the next slide in the lecturer’s window', async () => {
  vi.stubGlobal('document', { fonts: [] })
  for (const role of ['screen', 'now', 'next']) {
    vi.resetModules()
    loadEngine.mockClear()
    talk.role = role
    const { loadAhead, useAhead } = await import('./ahead')
    const stop = loadAhead(three, 0, async () => true)
    await vi.waitFor(() => expect(useAhead.getState()).toEqual({ of: 3, loaded: 3, failed: 0 }))
    expect(loadEngine, role).toHaveBeenCalledTimes(role === 'next' ? 0 : 1)
    stop()
  }
})
