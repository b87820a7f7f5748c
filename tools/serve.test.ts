import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { serve } from './serve.mjs'

let dir: string
let site: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'layerwise-serve-'))
  mkdirSync(join(dir, 'site', 'assets'), { recursive: true })
  const files = [
    'index.html',
    'assets/app-1a2b.js',
    'net.wasm',
    'net.onnx',
    'app.webmanifest',
    'a.mjs',
    'i.svg',
  ]
  for (const file of files) writeFileSync(join(dir, 'site', file), `<!-- ${file} -->`)
  writeFileSync(join(dir, 'secret.txt'), 'not for the web')
  site = await serve(join(dir, 'site'), 0)
})
afterAll(async () => {
  await site.close()
  rmSync(dir, { recursive: true, force: true })
})

/** Sends the path as it is written; fetch would tidy it up first. */
const raw = (path: string) =>
  new Promise<{ status: number; body: string }>((done, fail) => {
    request({ host: '127.0.0.1', port: site.port, path }, (response) => {
      let body = ''
      response.on('data', (chunk) => (body += chunk))
      response.on('end', () => done({ status: response.statusCode!, body }))
    })
      .on('error', fail)
      .end()
  })

it('files of networks are served as they are now, others as they were at the start', async () => {
  const [models, hidden] = [join(dir, 'site/models'), join(dir, 'site/models/.hidden')]
  mkdirSync(models)
  const list = join(models, 'added.json')
  writeFileSync(list, '["one", "another"]')
  const own = await serve(join(dir, 'site'), 0)
  onTestFinished(own.close)
  const read = async () => (await fetch(`${own.url}models/added.json`)).json() as Promise<unknown>
  expect(await read()).toEqual(['one', 'another'])
  writeFileSync(list, '["one"]')
  expect(await read()).toEqual(['one'])
  writeFileSync(list, '["one", "another", "a third"]')
  expect(await read()).toEqual(['one', 'another', 'a third'])
  rmSync(list)
  expect((await fetch(`${own.url}models/added.json`)).status).toBe(404)
  writeFileSync(hidden, 'hidden')
  for (const path of [
    '/models/.hidden',
    '/models/%2ehidden',
    '/models/../../secret.txt',
    '/models/x/..%2f.hidden',
  ]) {
    const status = await new Promise((done) =>
      request({ host: '127.0.0.1', port: own.port, path }, ({ statusCode }) => done(statusCode)).end(),
    )
    expect(status, path).toBe(404)
  }
})

describe('serve', () => {
  it.each([
    ['', 'text/html;charset=utf-8', 'no-cache'],
    ['assets/app-1a2b.js', 'text/javascript', 'public, max-age=31536000, immutable'],
    ['net.wasm', 'application/wasm', 'no-cache'],
    ['net.onnx', 'application/octet-stream', 'no-cache'],
    ['app.webmanifest', 'application/manifest+json', 'no-cache'],
    ['a.mjs', 'text/javascript', 'no-cache'],
    ['i.svg', 'image/svg+xml', 'no-cache'],
  ])('/%s as %s, %s', async (path, type, cache) => {
    const { status, headers } = await fetch(site.url + path)
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, type, cache])
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp')
  })

  it('serves without the headers of cross-origin isolation when it is asked to', async () => {
    const simple = await serve(join(dir, 'site'), 0, { isolated: false })
    onTestFinished(() => simple.close())
    const { headers } = await fetch(simple.url)
    expect([...headers.keys()].filter((name) => name.startsWith('cross-origin'))).toEqual([])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('answers under both names of this machine', async () => {
    for (const host of ['127.0.0.1', 'localhost'])
      expect((await fetch(`http://${host}:${site.port}/`)).status).toBe(200)
  })

  it('sends a file once', async () => {
    const etag = (await fetch(site.url)).headers.get('etag')!
    expect((await fetch(site.url, { headers: { 'If-None-Match': etag } })).status).toBe(304)
  })

  it('answers HEAD without a body, and refuses to be written to', async () => {
    const head = await fetch(site.url, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await fetch(site.url, { method: 'POST' })).status).toBe(405)
  })

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt', '/%'])(
    'does not leave its folder for %s',
    async (path) => {
      const { status, body } = await raw(path)
      expect(body).not.toContain('not for the web')
      expect(status).toBe(404)
    },
  )

  it('says in a sentence what it has not got', async () => {
    expect(await raw('/nothing')).toEqual({ status: 404, body: 'There is no such file on this site.\n' })
    await expect(serve(join(dir, 'nowhere'), 0)).rejects.toThrow('build first')
  })

  it('does not take a port that is taken', async () => {
    await expect(serve(join(dir, 'site'), site.port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('lies under a sub-path when asked to', async () => {
    const below = await serve(join(dir, 'site'), 0, { base: '/courses/layerwise' })
    expect((await fetch(`${below.url}net.wasm`)).headers.get('content-type')).toBe('application/wasm')
    const bare = await fetch(`http://localhost:${below.port}/courses/layerwise`)
    expect([bare.url, bare.status]).toEqual([below.url, 200])
    expect((await fetch(`http://localhost:${below.port}/net.wasm`)).status).toBe(404)
    await below.close()
  })
})
