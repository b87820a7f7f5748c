import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { openPage, ranOnce } from './page'

test('WASM runs on all cores in the built site', async ({ page }) => {
  await openPage(page, '#/n/lenet5?backend=wasm')
  await ranOnce(page)
  // The backend has workers for eight threads; with one core it says nothing of threads.
  const cores = await page.evaluate(() => Math.min(8, navigator.hardwareConcurrency))
  await expect(
    page.getByRole('button', { name: cores > 1 ? `WASM · ${cores} threads` : 'WASM' }),
  ).toBeVisible()
})

test('a lost WebGL context is recovered from with a notice, and the maps are still there', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await withLoss(page)
  await openPage(page, '#/n/lenet5?backend=webgl&open=conv1&node=conv1/conv')
  await ranOnce(page)
  await lose(page)
  await expect(page.getByText(/WebGL stopped .* and was started again/)).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('button', { name: /WebGL ·/ })).toBeVisible({ timeout: 20_000 })
  // The new worker loads its weights and compiles every shader anew, in software.
  await expect(page.getByText(/6 channels, values from/)).toBeVisible({ timeout: 60_000 })
})

test('a context that is lost in a lecture leaves the slide and its keys as they are, and the next run has maps', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await withLoss(page)
  await openPage(page, '#/n/lenet5?backend=webgl')
  await ranOnce(page)
  await page.evaluate(() => (location.hash = '#/course/shapes?deck'))
  await expect(page.locator('.deck-place')).toHaveText(/^1 of/)
  await lose(page)
  await page.keyboard.press('PageDown')
  await expect(page.locator('.deck-place')).toHaveText(/^2 of/)
  await expect(page.locator('.deck .step-title')).toBeVisible()
  await page.evaluate(() => (location.hash = '#/n/lenet5?backend=webgl&open=conv1&node=conv1/conv'))
  await expect(page.getByText(/6 channels, values from/)).toBeVisible({ timeout: 60_000 })
})

/** The workers of the page, of which the last loses its WebGL context on request. */
async function withLoss(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Native = Worker
    window.Worker = class extends Native {
      constructor(url: string | URL, options?: WorkerOptions) {
        const code = `
          import ${JSON.stringify(new URL(url, location.href).href)}
          const original = OffscreenCanvas.prototype.getContext
          let context
          OffscreenCanvas.prototype.getContext = function (...rest) {
            return (context = original.apply(this, rest))
          }
          addEventListener('message', ({ data }) => {
            if (data === 'lose') context.getExtension('WEBGL_lose_context').loseContext()
          })`
        super(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), options)
        Object.assign(window, { lose: () => this.postMessage('lose') })
      }
    }
  })
}

const lose = (page: Page) => page.evaluate(() => (window as unknown as { lose(): void }).lose())
