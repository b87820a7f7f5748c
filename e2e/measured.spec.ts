import { readdirSync, readFileSync } from 'node:fs'
import { violations } from './axe'
import { expect, test } from './fixtures'
import { openPage } from './page'

const folder = new URL('../public/runs/', import.meta.url)
const recorded = readdirSync(folder).map(
  (name) =>
    JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as {
      run: { name: string; recipe: { seed: number } }
      title: string
      epochs: { testError: number | null }[]
      final: { test: { error: number | null } }
    },
)
/** Transfers are reports of their own. */
const runs = recorded.filter((each) => 'run' in each)

test('the list of networks leads to what we measured, and back leads to the network', async ({ page }) => {
  await openPage(page, '#/n/lenet5')
  await page.getByRole('button', { name: 'Network: LeNet-5' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'What we measured' }).click()
  await expect(page).toHaveURL(/#\/measured$/)
  await expect(page.getByRole('heading', { name: 'What we measured' })).toBeFocused()
  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page).toHaveURL(/#\/n\/lenet5/)
  await expect(page.locator('.diagram').first()).toBeVisible()
})

test('every recorded run is there with its curve, recipe, seed and command', async ({ page }) => {
  await page.goto('./#/measured')
  for (const { run } of runs)
    await expect(page.locator('summary', { hasText: run.name }).first()).toBeVisible()
  const [first] = runs
  await page
    .locator('summary')
    .filter({ has: page.getByText(first.run.name, { exact: true }) })
    .click()
  const opened = page.locator('details[open]')
  await expect(opened.locator('dd').getByText(`seed ${first.run.recipe.seed}`)).toBeVisible()
  await expect(opened.getByText(new RegExp(`python train\\.py .* ${first.run.name}$`))).toBeVisible()
  await expect(opened.getByRole('img', { name: /^Errors of .* by epoch/ })).toBeVisible()
  expect(await violations(page)).toEqual([])
})

test('a curve is read epoch by epoch with the keyboard and with the pointer', async ({ page }) => {
  await page.goto('./#/measured')
  const curves = page.locator('.curves').first()
  const slider = curves.getByRole('slider', { name: 'Epoch' })
  await slider.focus()
  await page.keyboard.press('Home')
  const whole = runs.filter(({ epochs }) => epochs.length > 1)
  const percent = `${((whole.find(({ run }) => run.name === 'cifar-resnet20')!.epochs[0].testError ?? 0) * 100).toFixed(1)}%`
  await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`^epoch 1 of .*${percent}`))
  // The page grows while the records below arrive, so that the chart may move once more.
  await expect(async () => {
    const chart = (await curves.getByRole('img').boundingBox())!
    await page.mouse.move(chart.x + chart.width / 2, chart.y + chart.height / 2)
    await page.mouse.move(chart.x + chart.width - 20, chart.y + chart.height / 2)
    await expect(slider).not.toHaveAttribute('aria-valuetext', /^epoch 1 of/, { timeout: 1000 })
  }).toPass()
})

for (const [width, height] of [
  [390, 844],
  [1024, 768],
] as const)
  test(`nothing of the page stands over its edge at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.goto('./#/measured')
    await expect(page.getByRole('heading', { name: 'What we measured' })).toBeVisible()
    await expect(page.locator('.curves svg').first()).toBeVisible()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBe(0)
  })

test('other light than in training: the errors are told for every light, and new statistics heal the dark', async ({
  page,
}) => {
  await page.goto('./#/course/why-it-helps/two-shifts')
  const { points } = JSON.parse(readFileSync(new URL('shift.json', folder), 'utf8')) as {
    points: { factor: number; kept: number; anew: number }[]
  }
  const slider = page.getByRole('slider', { name: 'Light', exact: true })
  await slider.focus()
  await page.keyboard.press('Home')
  for (const [i, { factor, kept, anew }] of points.entries()) {
    if (i > 0) await page.keyboard.press('ArrowRight')
    await expect(slider).toHaveAttribute('aria-valuetext', `× ${factor}`)
    const figures = page.locator('.lab-readout dd')
    await expect(figures).toHaveText([kept, anew].map((error) => `${(error * 100).toFixed(1)}%`))
  }
  await expect(
    page.getByRole('img', { name: /^A drawing with every pixel × 3; .* clipped to white$/ }),
  ).toBeVisible()
  await expect(page.getByText(/Recorded.* not running now/)).toBeVisible()
  expect(await violations(page)).toEqual([])
})

test('a run that ended earlier than another says so, and is not called broken', async ({ page }) => {
  await page.goto('./#/measured')
  const epoch = page.getByRole('slider', { name: 'Epoch' }).first()
  await epoch.focus()
  await page.keyboard.press('End')
  await expect(page.locator('.curves').nth(1)).toContainText('24 epochs 13.2% after 24, its last')
  await expect(page.locator('.curves').first()).not.toContainText('not a number')
})

test('the lowest test error is said, stands first, and keeps its name in view on a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./#/measured')
  const best = runs
    .filter(({ run }) => run.name.startsWith('cifar-'))
    .toSorted((a, b) => (a.final.test.error ?? 1) - (b.final.test.error ?? 1))[0]
  await expect(page.getByText(`The lowest test error: ${best.title}`)).toBeVisible()
  const table = page.getByRole('region', { name: 'Figures of the models', exact: true })
  const name = table.getByRole('link').first()
  await expect(name).toHaveText(best.title)
  await expect(table.getByRole('columnheader', { name: 'Test error', exact: true })).toBeInViewport({
    ratio: 1,
  })
  await table.evaluate((region) => region.scrollTo({ left: region.scrollWidth }))
  await expect(name).toBeInViewport({ ratio: 1 })
})

test('on a wide screen no column of a table is cut, and every region that scrolls has a name of its own', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.goto('./#/measured')
  const regions = page.locator('.zoo-scroll')
  await expect(regions.nth(1)).toBeVisible({ timeout: 20_000 })
  for (const region of await regions.all())
    expect(await region.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(1)
  const names = await page.locator('[role="region"]').evaluateAll((all) => all.map((one) => one.ariaLabel))
  expect(new Set(names).size).toBe(names.length)
})

test('a table sorts by a column, by click and by key, and says so', async ({ page }) => {
  await page.goto('./#/measured')
  const table = page.getByRole('region', { name: 'Figures of the models', exact: true })
  const head = (name: string) => table.getByRole('columnheader', { name, exact: true })
  const parameters = async () =>
    (await table.locator('tbody td:nth-child(5)').allTextContents()).map((text) =>
      Number(text.replaceAll(',', '')),
    )
  await expect(head('Parameters')).toHaveAttribute('aria-sort', 'none')
  const before = await parameters()
  await head('Parameters').getByRole('button').click()
  await expect(head('Parameters')).toHaveAttribute('aria-sort', 'descending')
  expect(await parameters()).toEqual(before.toSorted((a, b) => b - a))
  await head('Parameters').getByRole('button').press('Enter')
  await expect(head('Parameters')).toHaveAttribute('aria-sort', 'ascending')
  expect(await parameters()).toEqual(before.toSorted((a, b) => a - b))
  await head('Parameters').getByRole('button').press('Space')
  await expect(head('Parameters')).toHaveAttribute('aria-sort', 'none')
  expect(await parameters()).toEqual(before)
})
