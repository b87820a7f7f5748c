import { expect, test } from './fixtures'

test('the built page opens, isolated and quiet', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
})
