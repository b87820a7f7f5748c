import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compressAll } from './compressed.mjs'
import { filesOf } from './offline.mjs'
import { serve } from './serve.mjs'

const script = 'export const words = ["one", "two", "three"]\n'.repeat(200)
let site = ''

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'layerwise-compressed-'))
  const assets = join(site, 'assets')
  writeFileSync(join(site, 'index.html'), '<!doctype html>')
  mkdirSync(assets)
  writeFileSync(join(assets, 'main-abc.js'), script)
  writeFileSync(join(assets, 'tiny-abc.js'), 'x')
  writeFileSync(join(assets, 'font-abc.woff2'), 'a'.repeat(5000))
  await compressAll(assets)
})
afterAll(() => rmSync(site, { recursive: true }))

test('what becomes smaller has a copy of each kind with the same content, and nothing else has one', () => {
  const assets = join(site, 'assets')
  expect(readdirSync(assets).sort()).toEqual([
    'font-abc.woff2',
    'main-abc.js',
    'main-abc.js.br',
    'main-abc.js.gz',
    'tiny-abc.js',
  ])
  expect(brotliDecompressSync(readFileSync(join(assets, 'main-abc.js.br'))).toString()).toBe(script)
  expect(gunzipSync(readFileSync(join(assets, 'main-abc.js.gz'))).toString()).toBe(script)
})

test('the list of files for offline reading has no copies', () => {
  expect(filesOf(site).map(({ path }) => path)).toEqual([
    'assets/font-abc.woff2',
    'assets/main-abc.js',
    'assets/tiny-abc.js',
    'index.html',
  ])
})

test('a browser gets the copy that it takes, as a script of the same name', async () => {
  const { url, close } = await serve(site, 0)
  try {
    const asked = (encodings: string) =>
      new Promise<Record<string, string | undefined>>((resolve, reject) =>
        request(`${url}assets/main-abc.js`, { headers: { 'Accept-Encoding': encodings } }, (response) => {
          response.resume()
          resolve(response.headers as Record<string, string>)
        })
          .on('error', reject)
          .end(),
      )
    const all = [await asked('gzip, deflate, br'), await asked('gzip'), await asked('identity')]
    expect(all.map((headers) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined])
    for (const headers of all) {
      expect(headers['content-type']).toContain('text/javascript')
      expect(headers['cache-control']).toContain('immutable')
    }
    expect(all[0].vary).toBe('Accept-Encoding')
  } finally {
    await close()
  }
})
