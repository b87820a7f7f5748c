import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { freePort } from '../tools/freePort.mjs'
import { ranOnce } from './page'

// The built site as other servers deliver it, below a path of its own: HOSTING.md says what to expect of each.

const root = join(import.meta.dirname, '..')
const has = (program: string) => spawnSync(program, ['-h'], { stdio: 'ignore' }).error === undefined

const types =
  'types { text/html html; text/javascript js; text/css css; application/wasm wasm; application/json json; image/svg+xml svg; font/woff2 woff2; }'

let host: ChildProcess | undefined
test.afterEach(() => void host?.kill())

/** The site runs a network there, asks nothing of another origin, and an unknown address is the host's own matter. */
async function works(page: Page, url: string): Promise<void> {
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(url)) elsewhere.push(request.url())
  })
  await expect
    .poll(
      () =>
        fetch(url)
          .then((answer) => answer.status)
          .catch(() => 0),
      { timeout: 20_000 },
    )
    .toBe(200)
  expect((await fetch(`${url}no/such/page`)).status).toBe(404)
  await page.goto(`${url}#/n/cifar-resnet20?backend=wasm`)
  await ranOnce(page)
  await expect(page.getByText(/^ResNet-20 \(CIFAR\), trained on ten classes/)).toBeVisible()
  expect(elsewhere).toEqual([])
}

if (has('python3'))
  test('Python’s server, which sends no headers of its own, delivers the site below a path', async ({
    page,
  }) => {
    const port = await freePort()
    host = spawn('python3', ['-m', 'http.server', String(port), '--bind', '127.0.0.1'], {
      cwd: root,
      stdio: 'ignore',
    })
    await works(page, `http://127.0.0.1:${port}/dist/`)
  })

if (has('nginx'))
  test('nginx with the lines of HOSTING.md isolates the page and delivers what was compressed', async ({
    page,
  }, testInfo) => {
    const port = await freePort()
    const folder = testInfo.outputPath('nginx')
    mkdirSync(folder, { recursive: true })
    symlinkSync(join(root, 'dist'), join(folder, 'layerwise'))
    const [, lines] = /```nginx\n(.*?)```/s.exec(readFileSync(join(root, 'HOSTING.md'), 'utf8'))!
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    )
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
    http { ${types} access_log off; ${temporary.join(' ')}
      server { listen 127.0.0.1:${port}; ${lines.replaceAll('/srv', folder)} } }`,
    )
    host = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
    const url = `http://127.0.0.1:${port}/layerwise/`
    const encodings = new Set<string>()
    page.on('response', (response) => encodings.add(response.headers()['content-encoding'] ?? ''))
    await works(page, url)
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
    expect([...encodings]).toContain('gzip')
  })
