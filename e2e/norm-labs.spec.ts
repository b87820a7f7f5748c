import type { Page } from 'playwright/test'
import { violations } from './axe'
import { expect, test } from './fixtures'

/** What axe finds on the slide, in both themes of a screen. */
async function found(page: Page): Promise<readonly string[]> {
  const all: string[] = []
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme)
    all.push(...(await violations(page)).map((fault) => `${theme}: ${fault}`))
  }
  return all
}

test('a folded convolution gives the map of two layers, but for rounding', async ({ page }) => {
  await page.goto('./#/course/train-and-inference/folding')
  const lab = page.locator('.lab-body')
  const readout = lab.locator('.lab-readout')
  const kernel = lab.getByRole('table', { name: 'The folded kernel' })
  await expect(readout).toContainText('125,440')
  await expect(kernel.getByRole('cell').nth(4)).toHaveText('?')
  await lab.getByRole('button', { name: 'Fold' }).press('Enter')
  await expect(lab.getByRole('img', { name: 'The map after the folded layer' })).toBeVisible()
  await expect(readout).toContainText('125,440 → 112,896')
  await expect(readout).toContainText(/largest difference\d(\.\d+)?e−[67]/)

  // γ = 0 leaves β alone, whatever the kernel.
  const gamma = lab.getByRole('slider', { name: 'γ' })
  await gamma.focus()
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowLeft')
  await expect(gamma).toHaveValue('0')
  await expect(kernel.getByRole('cell')).toHaveText(new Array<string>(9).fill('0'))
  await expect(lab).toContainText('bias′ = 0.25')

  await lab.getByRole('radio', { name: 'A whole network' }).check()
  await expect(lab.getByRole('row', { name: /^ResNet-18/ })).toHaveText(
    /9,600\s*4,800\s*11,689,512\s*11,684,712/,
  )
  await lab.getByRole('button', { name: 'conv3_x' }).press('Enter')
  await expect(lab.getByRole('row', { name: /shortcut/ })).toContainText('128')
  expect(await found(page)).toEqual([])
})
