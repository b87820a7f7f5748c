import { appendFile, cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { serve } from '../tools/serve.mjs'
import { ranOnce } from './page'

test.use({ serviceWorkers: 'allow' })

test('a host without headers: the page is isolated after one reload, is kept on request, and needs no host then', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000)
  const host = await serve(join(import.meta.dirname, '../dist'), 0, { base: '/school/', isolated: false })
  try {
    const elsewhere: string[] = []
    context.on('request', (request) => {
      if (!request.url().startsWith(host.url)) elsewhere.push(request.url())
    })
    let loads = 0
    page.on('load', () => loads++)
    await page.goto(`${host.url}#/offline`)
    await page.waitForFunction(() => crossOriginIsolated, undefined, { timeout: 30_000 })
    await expect.poll(() => loads).toBe(2)

    const row = (name: string | RegExp) => page.getByRole('group', { name })
    await row('The course')
      .getByRole('button', { name: 'Keep' })
      .or(row('The course').getByRole('button', { name: 'Go on' }))
      .click()
    await expect(page.getByRole('status').filter({ hasText: 'Ready offline: the course.' })).toBeVisible({
      timeout: 90_000,
    })
    await row(/^ResNet-20\b/)
      .getByRole('button', { name: 'Keep' })
      .click()
    await expect(row(/^ResNet-20\b/).getByText(/kept, /)).toBeVisible({ timeout: 30_000 })
    // Once, and not again.
    expect(loads).toBe(2)
    expect(elsewhere.filter((url) => /^(https?|wss?):/.test(url))).toEqual([])

    // Scripts that were damaged since heal by being wanted.
    const damaged = await page.evaluate(async () => {
      const cache = await caches.open('layerwise-course')
      const scripts = (await cache.keys()).filter(({ url }) => /assets\/Course-[\w-]+\.js$/.test(url))
      for (const script of scripts)
        await cache.put(script, new Response('{', { headers: { 'Content-Type': 'text/javascript' } }))
      return scripts.length
    })
    expect(damaged).toBe(1)
    await page.goto(`${host.url}#/course/shapes`)
    await page.reload()
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  } finally {
    await host.close()
  }

  // Without the host: another page of the site, a lesson that nobody has looked at, and a trained network.
  await page.goto(`${host.url}#/course/concatenate`)
  await page.reload()
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  const other = await context.newPage()
  await other.goto(`${host.url}#/n/cifar-resnet20`)
  await ranOnce(other)
  await expect(other.getByText(/trained/i).first()).toBeVisible()
})

test('a newer version is told of, changes nothing while slides are open in any window, and comes with one reload when it is taken', async ({
  page,
  context,
}, testInfo) => {
  test.setTimeout(180_000)
  const dist = join(import.meta.dirname, '../dist')
  const newer = testInfo.outputPath('newer')
  await cp(dist, newer, { recursive: true })
  await appendFile(join(newer, 'sw.js'), '\n// newer\n')
  for (const copy of ['sw.js.br', 'sw.js.gz']) await rm(join(newer, copy), { force: true })
  const waits = () =>
    page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting))

  let host = await serve(dist, 0)
  try {
    await page.goto(`${host.url}#/course`)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await host.close()
    host = await serve(newer, host.port)
    let loads = 0
    page.on('load', () => loads++)

    const slides = await context.newPage()
    let turned = 0
    slides.on('load', () => turned++)
    await slides.goto(`${host.url}#/course/shapes?deck`)
    const notice = page.getByText('A newer version of Layerwise is available.')
    await expect(notice).toBeVisible({ timeout: 60_000 })
    await expect(slides.locator('.deck-place')).toHaveText(/^1 of/)
    await expect(slides.getByText('newer version')).toHaveCount(0)

    await page.getByRole('button', { name: 'Use it now' }).click()
    await expect(page.getByText('Slides are open in another window')).toBeVisible()
    expect([await waits(), loads]).toEqual([true, 0])
    await slides.keyboard.press('PageDown')
    await expect(slides.locator('.deck-place')).toHaveText(/^2 of/)

    // The lecture is over: the window goes on as a page.
    await slides.keyboard.press('Escape')
    await expect(slides.locator('.lesson-text')).toBeVisible()
    await page.getByRole('button', { name: 'Use it now' }).click()
    await expect.poll(() => loads).toBe(1)
    await expect.poll(waits).toBe(false)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await expect(notice).toHaveCount(0)
    expect([loads, turned]).toEqual([1, 1])
  } finally {
    await host.close()
    await rm(newer, { recursive: true, force: true })
  }
})
