import { expect, type Page, test } from 'playwright/test'

// On a slow line whatever is asked for before something can be read keeps a reader waiting.

/** What is painted at first: its letters and its pictures, and two lines that wait for it. */
const wanted =
  /\/(start-[\w-]+\.js|inter-latin-wght-normal-[\w-]+\.woff2|first-maps-[\w-]+\.png|images\/[\w-]+\.(svg|jpg)|layerwise\.webmanifest|favicon\.svg)$/

const pages = {
  '#/': 'See how a network sees.',
  '#/course/mixed-kernels': 'Mixed kernels',
  '#/course/mixed-kernels/four-paths': 'Mixed kernels',
  '#/course/mixed-kernels/four-paths?deck': 'Four paths, one box',
  '#/course/mixed-kernels?deck&order=short': 'Which kernel size is best?',
  '#/n/googlenet': 'GoogLeNet',
  '#/lab/bigger': 'Bigger?',
}

/** What a page asked for before something was painted, and how often something larger came later. */
async function visit(page: Page, hash: string) {
  await page.goto(`./${hash}`)
  await expect(page.locator('#root .still-page, #root .still-front')).toHaveCount(0)
  // What comes last is there.
  await page.waitForLoadState('networkidle')
  return page.evaluate(async () => {
    const [{ startTime: first }] = performance.getEntriesByName('first-contentful-paint')
    const largest = await new Promise<readonly PerformanceEntry[]>((resolve) =>
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({
        type: 'largest-contentful-paint',
        buffered: true,
      }),
    )
    return {
      asked: performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime < first)
        .map(({ name }) => new URL(name).pathname),
      later: largest.filter(({ startTime }) => startTime > first).length,
    }
  })
}

for (const hash of Object.keys(pages))
  test(`${hash} can be read before any of its scripts is asked for, and nothing larger comes later where it is a page`, async ({
    browser,
  }) => {
    // Scripts wait for a paint no longer than 300 ms; a machine that was so slow is asked again, without what it kept.
    await expect(async () => {
      const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
      const seen = await visit(await context.newPage(), hash).finally(() => context.close())
      expect(seen.asked.filter((path) => !wanted.test(path))).toEqual([])
      // A slide itself is larger than its words.
      if (!/four-paths|deck/.test(hash)) expect(seen.later).toBe(0)
    }).toPass({ timeout: 90_000 })
  })

test('while scripts are held back, a page says what it is about in the chosen theme', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('layerwise:theme', 'dark'))
  let held: () => void = () => {}
  const waits = new Promise<void>((go) => (held = go))
  await page.route(/assets\/index-.*\.js/, async (route) => {
    await waits
    await route.continue()
  })
  for (const [hash, title] of Object.entries(pages)) {
    await page.goto('about:blank')
    await page.goto(`./${hash}`, { waitUntil: 'commit' })
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  }
  await expect(page.getByText('You learn to predict the cost of making')).toBeVisible()
  // What has no words there shows none of another.
  for (const other of ['#/course/mixed-kernels/none?deck', '#/course/mixed-kernels?slides', '#/n/none']) {
    await page.goto('about:blank')
    await page.goto(`./${other}`, { waitUntil: 'domcontentloaded' })
    await expect(page.locator('.still-page')).toHaveCount(0)
  }
  held()
})
