import { beforeEach, expect, it, vi } from 'vitest'

// Without a page to draw: what runs after it was drawn runs at once.
vi.mock('react', () => ({ useLayoutEffect: (effect: () => () => void) => void (leave = effect()) }))

let leave = () => {}
let entries: unknown[]
let at: number
let arrive: () => void

const page = {
  scrollTop: 0,
  scrollTo({ top }: { readonly top: number }) {
    page.scrollTop = top
  },
}

beforeEach(() => {
  entries = []
  at = -1
  vi.stubGlobal('document', { documentElement: page })
  vi.stubGlobal('history', {
    get state() {
      return entries[at]
    },
    replaceState: (state: unknown) => (entries[at] = state),
  })
})

async function load(timeOrigin: number): Promise<void> {
  leave()
  vi.resetModules()
  vi.stubGlobal('performance', { timeOrigin })
  vi.stubGlobal('window', new EventTarget())
  arrive = (await import('./placeOfVisit')).usePlaceOfVisit
}

/** Goes to an entry of the history, and tells how far down its page begins. */
function visit(entry: number): number {
  leave()
  at = entry
  entries[entry] ??= null
  page.scrollTop = 0
  arrive()
  return page.scrollTop
}

function scroll(top: number): void {
  page.scrollTop = top
  window.dispatchEvent(new Event('scroll'))
}

it('Back leads to where a page was left, and a link to the top of one', async () => {
  await load(1)
  expect(visit(0)).toBe(0)
  scroll(500)
  expect(visit(1)).toBe(0)
  scroll(200)
  expect(visit(0)).toBe(500)
  expect(visit(1)).toBe(200)
})

it('after a reload no page begins where another one was left', async () => {
  await load(1)
  for (const entry of [0, 1, 2]) visit(entry)
  await load(2)
  visit(2)
  scroll(500)
  expect(visit(1)).toBe(0)
  expect(visit(0)).toBe(0)
  expect(visit(2)).toBe(500)
})
