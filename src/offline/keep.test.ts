import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { filesOf, forgetAll, keepAll, missingOf, type Site, whyNot } from './keep'
import { courseCache, listName, type SiteFile } from './list'

const base = 'https://school.example/layerwise/'
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
const bytesOf = (text: string) => new TextEncoder().encode(text)
const never = new AbortController().signal

/** A site of a few files, a browser that keeps what it is given, and what was asked of the network. */
function place(contents: Readonly<Record<string, string>>) {
  const files: SiteFile[] = Object.entries(contents).map(([path, text]) => ({
    path,
    bytes: bytesOf(text).length,
    sha256: sha256(bytesOf(text)),
  }))
  const served = new Map(Object.entries(contents))
  served.set(listName, JSON.stringify({ files }))
  const stored = new Map<string, Response>()
  const asked: string[] = []
  const cache = {
    match: async (url: string) => stored.get(url)?.clone(),
    put: async (url: string, response: Response) => void stored.set(url, response),
    delete: async (url: string) => stored.delete(url),
  } as unknown as Cache
  const site: Site = {
    base,
    sha256,
    caches: {
      open: async () => cache,
      delete: async (name) => name === courseCache && (stored.clear(), true),
    },
    fetch: async (url) => {
      const path = String(url).slice(base.length)
      asked.push(path)
      const text = served.get(path)
      return text === undefined ? new Response('', { status: 404 }) : new Response(text)
    },
  }
  return { site, files, served, stored, asked }
}

const three = { 'index.html': '<html>', 'assets/a.js': 'a()', 'images/b.svg': '<svg/>' }

async function keepWhole(site: Site) {
  const files = await filesOf(site)
  const amounts: number[] = []
  await keepAll(site, files, await missingOf(site, files), ({ done }) => amounts.push(done), never)
  return amounts
}

describe('keeping the course', () => {
  it('fetches every file once, counts their bytes, and finds nothing missing afterwards', async () => {
    const { site, files, asked } = place(three)
    const amounts = await keepWhole(site)
    expect(amounts[0]).toBe(0)
    expect(amounts.at(-1)).toBe(6 + 3 + 6)
    expect(amounts).toEqual(amounts.toSorted((a, b) => a - b))
    expect(asked.filter((path) => path !== listName).toSorted()).toEqual(Object.keys(three).toSorted())
    expect(await missingOf(site, files)).toEqual([])
  })

  it('finds a file that the browser has written in part, and fetches that one alone', async () => {
    const { site, files, stored, asked } = place(three)
    await keepWhole(site)
    stored.set(`${base}assets/a.js`, new Response('a('))
    expect(await missingOf(site, files)).toEqual([files[1]])
    asked.length = 0
    await keepWhole(site)
    expect(asked).toEqual([listName, 'assets/a.js'])
    expect(await missingOf(site, files)).toEqual([])
  })

  it('keeps nothing that is not as it was published, and says which file', async () => {
    const { site, files, served } = place(three)
    served.set('images/b.svg', '<html>Sign in to the Wi-Fi</html>')
    await expect(keepWhole(site)).rejects.toThrow('images/b.svg did not arrive as it was published')
    expect(await missingOf(site, files)).toContainEqual(files[2])
  })

  it('ends as a whole where one file fails: nothing is fetched or counted after it has said so', async () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`assets/${i}.js`, `run(${i})`]))
    const { site, files, served, asked } = place(many)
    served.delete('assets/0.js')
    let counted = 0
    await expect(keepAll(site, files, files, () => counted++, never)).rejects.toThrow('assets/0.js')
    const before = [asked.length, counted]
    await new Promise((later) => setTimeout(later, 20))
    expect([asked.length, counted]).toEqual(before)
  })

  it('goes on where it was called off', async () => {
    const { site, files, asked } = place(three)
    const off = new AbortController()
    const kept = keepAll(site, files, files, ({ done }) => done > 0 && off.abort(), off.signal)
    await kept.catch(() => {})
    const missing = await missingOf(site, files)
    expect(missing.length).toBeLessThan(3)
    asked.length = 0
    await keepWhole(site)
    expect(asked).toHaveLength(1 + missing.length)
  })

  it('says what to do where the browser has no more room, keeps what came before, and goes on from there', async () => {
    const { site, files, stored, asked } = place(three)
    const cache = await site.caches.open(courseCache)
    const put = cache.put.bind(cache)
    let room = 1
    cache.put = async (...entry) => {
      if (room-- <= 0) throw new DOMException('Quota exceeded.', 'QuotaExceededError')
      await put(...entry)
    }
    const refused = await keepWhole(site).catch((error: unknown) => error)
    expect(whyNot(refused)).toMatch(/^The browser has no storage left for this site: remove a network/)
    expect(stored.size).toBe(1)
    room = 10
    asked.length = 0
    await keepWhole(site)
    expect(asked.filter((path) => path !== listName)).toHaveLength(2)
    expect(await missingOf(site, files)).toEqual([])
  })

  it.each([
    [new DOMException('The operation is insecure.', 'SecurityError'), /^The settings of this browser/],
    [new TypeError('Failed to fetch'), /^The site could not be reached\.$/],
    ['odd', /^The site could not be reached\.$/],
    [new Error('a.js was answered with status 404.'), /^a\.js was answered/],
  ])('%s is told in words', (error, words) => expect(whyNot(error)).toMatch(words))

  it('reads the list that was kept when the network is gone, and forgets all on request', async () => {
    const { site, files } = place(three)
    await keepWhole(site)
    const cut: Site = { ...site, fetch: async () => Promise.reject(new TypeError('Failed to fetch')) }
    expect(await filesOf(cut)).toEqual(files)
    await forgetAll(cut)
    expect(await missingOf(cut, files)).toEqual(files)
    await expect(filesOf(cut)).rejects.toThrow()
  })

  it.each(['', '{', '{"files":1}', '{"files":[{"path":"a","bytes":-1,"sha256":"x"}]}'])(
    'refuses %j as a list, in a sentence',
    async (text) => {
      const { site, served } = place(three)
      served.set(listName, text)
      await expect(filesOf(site)).rejects.toThrow('no readable list of its files')
    },
  )
})
