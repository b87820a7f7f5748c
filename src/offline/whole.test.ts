import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { listName } from './list'
import { wholeOnly } from './whole'

const base = 'https://school.example/layerwise/'
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

/** Whether a kept file is given, where the course was kept with a list that has `assets/a-1.js` as `a()`. */
async function isGiven(path: string, text: string, list?: string) {
  const files = [{ path: 'assets/a-1.js', bytes: 3, sha256: sha256(new TextEncoder().encode('a()')) }]
  const written = list ?? JSON.stringify({ files })
  const cache = {
    match: async (url: string) => (url === base + listName && written ? new Response(written) : undefined),
  } as unknown as Cache
  const plugin = wholeOnly({ base, caches: { open: async () => cache }, sha256 })
  const cachedResponse = new Response(text)
  const given = await plugin.cachedResponseWillBeUsed({ request: new Request(base + path), cachedResponse })
  return given === cachedResponse && (await given.text()) === text
}

it('a kept script that was damaged is no answer, so that it is fetched anew', async () => {
  expect(await isGiven('assets/a-1.js', 'a()')).toBe(true)
  expect(await isGiven('assets/a-1.js', 'a(')).toBe(false)
  expect(await isGiven('assets/a-1.js', '')).toBe(false)
  expect(await isGiven('assets/a-1.js', 'b()')).toBe(false)
})

it('what no list can tell of is given as it was kept', async () => {
  expect(await isGiven('assets/other-2.js', 'b()')).toBe(true)
  expect(await isGiven('images/a.svg', '<svg')).toBe(true)
  expect(await isGiven('assets/a-1.js', 'b()', '')).toBe(true)
  expect(await isGiven('assets/a-1.js', 'b()', 'no list')).toBe(true)
})

it('what is not kept is not given', async () => {
  const plugin = wholeOnly({ base, caches: { open: async () => ({}) as Cache }, sha256 })
  expect(await plugin.cachedResponseWillBeUsed({ request: new Request(`${base}assets/a-1.js`) })).toBeNull()
})
