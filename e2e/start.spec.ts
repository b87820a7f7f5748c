import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { expect, test } from 'playwright/test'

// Where the page cannot start, the browser's own complaints are expected.

test('opened from a folder, the page says what to do', async ({ page }) => {
  await page.goto(pathToFileURL(resolve(import.meta.dirname, '../dist/index.html')).href)
  await expect(page.getByText('If you opened the page as a file from a folder')).toBeVisible()
})

test('a page whose scripts do not come says so, and in reduced motion too', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.route(/assets\/index-.*\.js/, (route) => route.abort())
  await page.goto('./')
  await expect(page.getByText('the page’s scripts did not load')).toBeVisible()
})

test.describe('a browser that runs no scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('is told what the page needs them for', async ({ page }) => {
    await page.goto('./')
    const said = page.locator('noscript')
    await expect(said).toBeVisible()
    // Playwright's own search for text passes by what stands in it.
    expect(await said.evaluate((element) => element.textContent)).toContain('please enable it for this page')
  })
})

test('a page that starts shows none of it, and has a sign and a manifest', async ({ page, request }) => {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.start')).toHaveCount(0)
  for (const rel of ['icon', 'manifest']) {
    const address = await page.locator(`link[rel="${rel}"]`).evaluate((link: HTMLLinkElement) => link.href)
    expect((await request.get(address)).ok(), address).toBe(true)
  }
})

test('in a sandboxed frame without an origin the networks are drawn and run', async ({ page }) => {
  // As some hosts answer: without this header a frame that has no origin gets no script at all.
  await page.route('**/*', async (route) => {
    const response = await route.fetch()
    await route.fulfill({
      response,
      headers: {
        ...response.headers(),
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      },
    })
  })
  await page.goto('./layerwise.webmanifest')
  await page.setContent(
    '<iframe sandbox="allow-scripts" src="./#/n/lenet5" width="1200" height="700"></iframe>',
  )
  const frame = page.frameLocator('iframe')
  await expect(frame.locator('.diagram')).toBeVisible()
  await expect(frame.getByText(/^Ran \d+ operations/)).toBeVisible({ timeout: 30_000 })
  // What is loaded ahead may still be on its way.
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('without a canvas a sentence stands where the picture would, and the rest of the page stays', async ({
  page,
}) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  const sentence = page
    .getByText('This browser does not let the page use a canvas, so nothing can be drawn.')
    .first()
  for (const hash of ['#/n/lenet5', '#/course/mixed-kernels/four-paths', '#/gallery']) {
    await page.goto('about:blank')
    await page.goto(`./${hash}`)
    await expect(sentence).toBeVisible()
    await expect(page.getByText('The page ran into an error')).toHaveCount(0)
  }
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  await page.goto('about:blank')
  await page.goto('./#/n/lenet5')
  await page.getByRole('button', { name: 'Table' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
})
