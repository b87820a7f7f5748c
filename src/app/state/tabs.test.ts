import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const key = 'layerwise:progress'

/** What the browser keeps for all tabs; `isFull` refuses everything new. */
let kept: Map<string, string>
let isFull: boolean
let tabs: { readonly hear: ((event: object) => void)[] }[]

/** A page of its own with the store, in the same browser. */
async function openTab() {
  const tab = { hear: [] as ((event: object) => void)[] }
  const area = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem(name: string, newValue: string) {
      if (isFull) throw new DOMException('full', 'QuotaExceededError')
      kept.set(name, newValue)
      for (const other of tabs) if (other !== tab) other.hear.forEach((hear) => hear({ key: name, newValue }))
    },
    removeItem: (name: string) => void kept.delete(name),
  }
  vi.stubGlobal('localStorage', area)
  vi.stubGlobal('window', {
    addEventListener: (_: string, hear: (event: object) => void) => tab.hear.push(hear),
  })
  vi.resetModules()
  const { useProgress } = await import('../../exercises/progress')
  tabs.push(tab)
  return {
    /** What only one tab at a time can do here: the storage that it sees is its own. */
    do<T>(action: (progress: ReturnType<typeof useProgress.getState>) => T): T {
      vi.stubGlobal('localStorage', area)
      return action(useProgress.getState())
    },
    now: () => useProgress.getState(),
  }
}

beforeEach(() => {
  kept = new Map()
  isFull = false
  tabs = []
})
afterEach(() => vi.unstubAllGlobals())

it('two tabs share one progress, whoever reads or answers', async () => {
  const [one, two] = [await openTab(), await openTab()]
  one.do(({ visit }) => visit('shapes/tensor'))
  two.do(({ visit }) => visit('shapes/sum'))
  one.do(({ answer }) => answer('shapes/tensor#How many?', '12', true))
  for (const tab of [one, two]) {
    expect(tab.now().seen).toEqual(['shapes/tensor', 'shapes/sum'])
    expect(tab.now().answers['shapes/tensor#How many?']).toMatchObject({ given: '12', right: true })
  }
})

it('a full or blocked store loses nothing: the tab says so, goes on, and adds what it has when there is room', async () => {
  const [one, two] = [await openTab(), await openTab()]
  one.do(({ visit }) => visit('shapes/tensor'))
  isFull = true
  one.do(({ visit }) => visit('shapes/sum'))
  expect(one.now()).toMatchObject({ isKept: false, seen: ['shapes/tensor', 'shapes/sum'] })
  isFull = false
  two.do(({ visit }) => visit('growth/rate'))
  expect(new Set(one.now().seen)).toEqual(new Set(['shapes/tensor', 'shapes/sum', 'growth/rate']))
  one.do(({ visit }) => visit('growth/count'))
  expect(one.now().isKept).toBe(true)
  expect(new Set(two.now().seen)).toEqual(new Set(one.now().seen))
  expect((JSON.parse(kept.get(key)!) as { seen: string[] }).seen).toHaveLength(4)
})

it('of a question that two tabs tried, the more tries count', async () => {
  const [one, two] = [await openTab(), await openTab()]
  isFull = true
  one.do(({ answer }) => answer('a/b#c', '1', false))
  one.do(({ answer }) => answer('a/b#c', '2', true))
  isFull = false
  two.do(({ answer }) => answer('a/b#c', '3', false))
  expect(one.now().answers['a/b#c']).toEqual({ given: '2', right: true, tries: 2 })
})
