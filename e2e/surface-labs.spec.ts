import { violations } from './axe'
import { expect, test } from './fixtures'
import { watchWorkers } from './page'

test('a loss surface is computed for two networks, read by keyboard and from a table, and a link computes it again', async ({
  page,
}) => {
  test.setTimeout(400_000)
  const living = watchWorkers(page)
  await page.goto('./#/lab/loss-surface?steps=0&side=9&reach=0.5')
  await page.getByRole('button', { name: 'Train both and compute' }).click()
  await expect.poll(() => living(/^loss surface/), { timeout: 60_000 }).toBe(2)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(() => living(/^loss surface/)).toBe(0)
  const key = page.getByRole('list', { name: 'Colors of the loss' })
  await expect(key).toHaveCount(0)
  const below = page.getByRole('heading', { name: 'What to look for' })
  const before = await below.evaluate((heading: HTMLElement) => heading.offsetTop)
  await page.getByRole('button', { name: 'Train both and compute' }).press('Enter')
  await expect(key).toBeVisible({ timeout: 180_000 })
  // The first slice moves nothing but, at most, by a line of its key.
  expect(Math.abs((await below.evaluate((heading: HTMLElement) => heading.offsetTop)) - before)).toBeLessThan(
    30,
  )
  await expect.poll(() => living(/^loss surface/)).toBe(0)
  const here = page.getByText('plain here: loss, error').locator('..').locator('dd')
  const middle = await here.textContent()
  const across = page.getByRole('slider', { name: 'first direction →' })
  await across.press('ArrowRight')
  await expect(across).toHaveAttribute('aria-valuetext', '0.125')
  await expect(here).not.toHaveText(middle!)
  await page.getByText('Every point as a table').click()
  const table = page.getByRole('table', { name: /^loss, plain/ })
  await expect(table.getByRole('row')).toHaveCount(10)
  await page.getByRole('radio', { name: 'error' }).check()
  await expect(page.getByRole('list', { name: 'Colors of the error' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await expect(page).toHaveURL(/column=1/)
  await expect(page).toHaveURL(/run=/)
  // Another slice stands beside the first.
  const tried = page.getByRole('table', { name: /^All slices computed here/ })
  await expect(tried).toHaveCount(0)
  await page.getByRole('slider', { name: 'directions' }).press('ArrowRight')
  await page.getByRole('button', { name: 'Train both and compute' }).click()
  await expect(tried.getByRole('row')).toHaveCount(3, { timeout: 180_000 })
  await expect(tried.getByRole('row', { name: /seed 1, directions 2/ })).toContainText(/\d → \d/)
  const there = await here.textContent()
  await page.reload()
  await expect(here).toHaveText(there!, { timeout: 180_000 })
})

test('a training runs, is gone back in, forked, saved, opened again, and ends when it is left', async ({
  page,
}, info) => {
  test.setTimeout(300_000)
  const living = watchWorkers(page)
  await page.goto('./#/lab/own-training?blocks=1&steps=25&classes=3&images=64&difficulty=0.2&noise=0.1')
  await page.getByRole('button', { name: 'Run', exact: true }).press('Enter')
  const done = page.getByText('Done: 25 steps.')
  await expect(done).toBeVisible({ timeout: 150_000 })
  await expect(
    page.getByRole('img', { name: /^training and test error by step: .*other images \d.* at step 25/ }),
  ).toBeVisible()
  const shown = page.getByRole('slider', { name: 'Shown: after step' })
  await shown.press('Home')
  await expect(shown).toHaveAttribute('aria-valuetext', '0')
  await page.getByRole('button', { name: 'Test image 2' }).click()
  await expect(page.getByText(/values from/)).toBeVisible({ timeout: 60_000 })
  await page.getByText('Training', { exact: true }).click()
  await page.getByRole('slider', { name: 'rate', exact: true }).press('ArrowLeft')
  await page.getByRole('button', { name: 'Fork after step 0' }).click()
  await expect(page.getByRole('img', { name: /the other run/ }).first()).toBeVisible()
  await expect(done).toBeVisible({ timeout: 150_000 })
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Run and weights' }).click(),
  ])
  const path = info.outputPath('run.safetensors')
  await file.saveAs(path)
  expect(await violations(page)).toEqual([])
  // A window that becomes narrow has no room for what was wide, and the page stays within it.
  const { width, height } = page.viewportSize()!
  await page.setViewportSize({ width: 390, height: 844 })
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { timeout: 10_000 })
    .toBeLessThanOrEqual(390)
  await page.setViewportSize({ width, height })
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(done).toHaveCount(0)
  await page.getByLabel('A saved run').setInputFiles(path)
  await expect(done).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Start again' }).waitFor({ state: 'hidden' })
  await page.goto('./#/labs')
  await expect.poll(() => living(/own training|maps of a moment/)).toBe(0)
})
