import type { Page } from 'playwright/test'
import { violations } from './axe'
import { expect, test } from './fixtures'
import { watchWorkers } from './page'

const address = './#/course/gradient-flow/gradient-flow'

/** A number of the table as it stands there, `6.61·10⁻⁵`; 0 before there is any. */
async function cell(page: Page, kind: string, column: number): Promise<number> {
  const row = page.locator('.flow-table').getByRole('row', { name: new RegExp(`^${kind}`) })
  const text = await row.getByRole('cell').nth(column).innerText()
  const [, digits = '1', power = ''] = /^([^·]*?)(?:·?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(text.trim()) ?? []
  const exponent = [...power].map((sign) => (sign === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign))).join('')
  return Number(`${digits.replaceAll('−', '-').replaceAll(',', '') || '1'}e${exponent || 0}`) || 0
}

const [first, ratio] = [0, 2]

test('a deep plain network with half of He initialization starves, and with batch norm its gradient grows', async ({
  page,
}) => {
  await page.goto(address)
  const picture = page.getByRole('img', { name: /^The gradient coming back by layer/ })
  await expect(picture).toBeVisible({ timeout: 30_000 })
  const depth = page.getByRole('slider', { name: 'depth', exact: true })
  await depth.focus()
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight')
  await expect(depth).toHaveAttribute('aria-valuetext', '44 layers')
  await page.getByRole('radio', { name: 'half of He initialization' }).check()
  await expect.poll(() => cell(page, 'plain', ratio), { timeout: 30_000 }).toBeLessThan(1e-9)
  expect(await cell(page, 'residual', ratio)).toBeGreaterThan(0.01)
  await expect(page.getByRole('status').filter({ hasText: 'first convolution' })).toContainText(
    /plain .*10⁻[⁰¹²³⁴⁵⁶⁷⁸⁹]+ times; residual [\d.]+ times\./,
  )

  // The same measurement, drawn otherwise: the weights of all layers have next to no gradient.
  await page.getByRole('radio', { name: 'gradient of the weights' }).check()
  expect(await cell(page, 'plain', first)).toBeLessThan(1e-12)
  expect(await cell(page, 'plain', ratio)).toBeGreaterThan(0.1)

  await page.getByRole('radio', { name: 'gradient back' }).check()
  await page.getByRole('radio', { name: 'batch norm', exact: true }).check()
  await expect.poll(() => cell(page, 'plain', ratio), { timeout: 30_000 }).toBeGreaterThan(50)
  expect(await cell(page, 'residual', ratio)).toBeLessThan(50)
})

test('leaving the slide ends the worker', async ({ page }) => {
  const living = watchWorkers(page)
  const measuring = () => living(/^gradient flow$/)
  await page.goto(address)
  await expect.poll(measuring, { timeout: 20_000 }).toBe(1)
  await page.goto('./#/course/workbench/audit-a-table')
  await expect.poll(measuring).toBe(0)
})

for (const theme of ['light', 'dark'])
  test(`axe finds nothing serious on the slide, ${theme}`, async ({ page }) => {
    await page.addInitScript((name) => localStorage.setItem('layerwise:theme', name), theme)
    await page.goto(address)
    await expect(page.getByRole('img', { name: /^The gradient coming back/ })).toBeVisible({
      timeout: 30_000,
    })
    expect(await violations(page)).toEqual([])
  })
