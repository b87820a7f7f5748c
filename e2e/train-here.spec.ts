import type { Page } from 'playwright/test'
import { violations } from './axe'
import { expect, test } from './fixtures'
import { scrollTo, watchWorkers } from './page'

const address = './#/course/workbench/train-here'

const cell = (page: Page, kind: string, column: number) =>
  page
    .locator('.train-table')
    .getByRole('row', { name: new RegExp(`^${kind}`) })
    .getByRole('cell')
    .nth(column)

const [parameters, step, loss] = [0, 2, 4]

test('three networks of one size learn in the page: start, pause, go on, reset', async ({ page }) => {
  test.setTimeout(240_000)
  await page.goto(address)
  const blocks = page.getByRole('slider', { name: 'depth', exact: true })
  await blocks.focus()
  await page.keyboard.press('Home')
  await expect(blocks).toHaveAttribute('aria-valuetext', '8 layers')
  // A question of the slide hides the sizes.
  await expect(cell(page, 'residual', parameters)).toHaveText('?')
  const question = page.getByRole('region', { name: /how many parameters do the shortcuts add/i })
  await question.getByRole('button', { name: 'Show the answer' }).press('Enter')
  await expect(cell(page, 'residual', parameters)).toHaveText(/^\d[\d,]+$/)
  const size = await cell(page, 'residual', parameters).innerText()
  await expect(cell(page, 'plain', parameters)).toHaveText(size)

  await page.getByRole('button', { name: 'Start' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(blocks).toBeDisabled()
  // A network that guesses has ln 6 = 1.79; one that starts at random is worse.
  for (const kind of ['plain', 'residual', 'dense'])
    await expect
      .poll(async () => Number(await cell(page, kind, loss).innerText()) || Infinity, { timeout: 45_000 })
      .toBeLessThan(1.75)
  await page.getByRole('button', { name: 'Pause' }).focus()
  await page.keyboard.press('Enter')
  const status = page.locator('.train-status')
  await expect(status).toContainText('Paused; the curves are kept.')
  await expect(status).toContainText('WASM')
  await expect(page.getByRole('img', { name: /^training loss.*plain \d/ })).toBeVisible()
  await expect(page.locator('.train-strip .right, .train-strip .wrong')).toHaveCount(18)

  await page.getByRole('button', { name: 'Resume' }).click()
  const before = Number(await cell(page, 'plain', step).innerText())
  await expect
    .poll(async () => Number(await cell(page, 'plain', step).innerText()), { timeout: 20_000 })
    .toBeGreaterThan(before)
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(page.getByText('not yet trained')).toHaveCount(3)
  await expect(blocks).toBeEnabled()
})

test('without batch normalization two networks remain, and the one that runs away is said to', async ({
  page,
}) => {
  await page.goto(address)
  await page.getByRole('radio', { name: 'without' }).check()
  await expect(page.locator('.train-table')).toContainText('no variant without batch normalization')
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.locator('.train-status')).toContainText('diverged', { timeout: 45_000 })
})

test('a run goes on while the reader reads on, and ends with its workers when the lesson is left', async ({
  page,
}) => {
  const living = watchWorkers(page)
  const training = () => living(/^training /)
  await page.goto('./#/course/residual-block/train-a-pair')
  await page.getByRole('button', { name: 'Start' }).click()
  await expect
    .poll(async () => Number(await cell(page, 'plain', step).innerText()) || 0, { timeout: 45_000 })
    .toBeGreaterThan(1)
  await expect.poll(training).toBe(3)
  const before = Number(await cell(page, 'plain', step).innerText())
  await scrollTo(page, 'full-size-pair')
  await expect(page.locator('.train-here')).toBeHidden()
  await expect(page.getByRole('region', { name: 'Figure: Eighteen layers' })).toBeVisible()
  expect(training()).toBe(3)
  await scrollTo(page, 'train-a-pair')
  await expect(page.locator('.train-here')).toBeVisible()
  expect(Number(await cell(page, 'plain', step).innerText())).toBeGreaterThanOrEqual(before)
  await expect(page.getByRole('button', { name: 'Start' })).toBeHidden()
  await page.goto('./#/course/shortcuts')
  await expect.poll(training).toBe(0)
})

test('turning the slide ends the workers', async ({ page }) => {
  const living = watchWorkers(page)
  const training = () => living(/^training /)
  await page.goto(`${address}?deck`)
  await page.getByRole('button', { name: 'Start' }).click()
  await expect.poll(training, { timeout: 20_000 }).toBe(3)
  await page.keyboard.press('PageDown')
  await expect.poll(training).toBe(0)
})

test('a worker that ends without a word stops its training with a sentence, and it can be begun again', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const Native = Worker
    const all: Worker[] = []
    Object.assign(window, { all })
    window.Worker = class extends Native {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        if (options?.name?.startsWith('training')) all.push(this)
      }
    }
  })
  await page.goto(address)
  await page.getByRole('button', { name: 'Start' }).click()
  const status = page.locator('.train-status')
  await expect(status).toContainText(/^About .* left/, { timeout: 40_000 })
  await page.evaluate(() => (window as unknown as { all: Worker[] }).all[1].terminate())
  const problem = page.getByRole('alert').filter({ hasText: 'The training stopped: Its worker ended.' })
  await problem.getByRole('button', { name: 'Try again' }).click()
  await expect(problem).toHaveCount(0)
  await expect(status).toContainText(/^About .* left/, { timeout: 40_000 })
})

for (const theme of ['light', 'dark'])
  test(`axe finds nothing serious on the slide, ${theme}`, async ({ page }) => {
    await page.addInitScript((name) => localStorage.setItem('layerwise:theme', name), theme)
    await page.goto(address)
    await page.getByRole('button', { name: 'Start' }).click()
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
