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
