import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { most, sizes } from '../tools/bench/site'
import type { billOf } from '../tools/licenses/bill'

const folder = 'dist/assets'

/** Words that only one part of TensorFlow.js has, and that no minifier touches. */
const marks = {
  core: 'Debugging mode is ON. The output of every math call will be downloaded',
  cpu: 'Hi, looks like you are running TensorFlow.js in Node.js',
  wasm: 'WasmBackendModuleThreadedSimd',
  webgl: 'WEBGL_DELETE_TEXTURE_THRESHOLD',
  webgpu: 'WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE',
}

for (const [part, mark] of Object.entries(marks))
  test(`the site holds the ${part} part of TensorFlow.js once`, () => {
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
    const holding = scripts.filter((name) => readFileSync(join(folder, name), 'utf8').includes(mark))
    expect(holding).toHaveLength(1)
  })

test('the first page and a network begin with no more than 180 kB of scripts', () => {
  for (const [page, size] of Object.entries(sizes())) expect(size, page).toBeLessThanOrEqual(most)
})

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown

/** Of these there is nothing in the site but what they bring: a server for tests, and names for other packages. */
const apart = ['sirv', 'd3', 'radix-ui']

test('every package that the site has something of stands with its license on a page that runs nothing', async ({
  page,
}) => {
  const bill = read('dist/sbom.cdx.json') as ReturnType<typeof billOf>
  const names = bill.components.map(({ name }) => name)
  const { dependencies } = read('package.json') as { dependencies: Record<string, string> }
  const wanted = [
    ...Object.keys(dependencies).filter((name) => !apart.includes(name)),
    'd3-selection',
    '@radix-ui/react-dialog',
  ]
  expect(wanted.filter((name) => !names.includes(name))).toEqual([])
  const asked: string[] = []
  page.on('request', (request) => {
    // What the page before it was still asking for is not its own.
    if (request.frame().url().endsWith('licenses.html')) asked.push(new URL(request.url()).pathname)
  })
  await page.goto('./')
  await page.getByRole('link', { name: 'Licenses' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Licenses' })).toBeVisible()
  const texts = await page
    .locator('td a')
    .evaluateAll((links: HTMLAnchorElement[]) =>
      links.map(({ hash }) => document.querySelector(`${hash} pre`)?.textContent.length ?? 0),
    )
  expect(texts).toHaveLength(names.length)
  expect(Math.min(...texts)).toBeGreaterThan(150)
  expect(asked).toEqual([])
})

test('a drawing that is dropped runs nothing and fetches nothing, and no text becomes markup of the page', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('./#/n/lenet5')
  await expect(page.locator('.diagram')).toBeVisible()
  await page.evaluate(() => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="document.title = 'stolen'">
      <style>@import url(stolen.css); rect { fill: url(stolen.svg#red) }</style>
      <script>document.title = 'stolen'; fetch('stolen')</script>
      <image href="stolen.png" width="9" height="9"/>
      <use href="stolen.svg#all"/>
      <rect width="9" height="9" onclick="fetch('stolen')"/>
    </svg>`
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([drawing], 'drawing.svg', { type: 'image/svg+xml' }))
    for (const type of ['dragenter', 'dragover', 'drop'])
      document
        .querySelector('.diagram')!
        .dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
  })
  await expect(page.getByRole('button', { name: 'Image: drawing.svg' })).toBeVisible()
  await expect(page).not.toHaveTitle('stolen')
  expect(asked.filter((url) => url.includes('stolen'))).toEqual([])

  const refused = await page.evaluate(() =>
    [
      () => (document.createElement('p').innerHTML = '<img src="x" onerror="document.title = 1">'),
      () => document.body.insertAdjacentHTML('beforeend', '<i></i>'),
      () => new Worker('https://example.org/worker.js'),
    ].map((attempt) => {
      try {
        attempt()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    }),
  )
  expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError'])

  // Nor does anything that came in from outside change how the page looks.
  const looks = await page.evaluate(() => {
    const sheet = document.createElement('style')
    sheet.textContent = 'html { outline: 3px solid red }'
    document.head.append(sheet)
    document.body.setAttribute('style', 'outline: 3px solid red')
    return [document.documentElement, document.body].map((element) => getComputedStyle(element).outlineStyle)
  })
  expect(looks).toEqual(['none', 'none'])
})
