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

test('weights are copied tensor by tensor, and the head is refused with both shapes', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('./#/course/data-hunger/copy-weights')
  const lab = page.locator('.lab-body')
  const readout = lab.locator('.lab-readout')
  const verdict = lab.locator('.copy-verdict')
  await expect(verdict).toHaveText(/^Nothing is copied yet\. 102 tensors/)
  const steps = lab.getByRole('slider', { name: 'Tensors gone through' })
  await steps.focus()
  await page.keyboard.press('ArrowRight')
  await expect(verdict).toHaveText('1. conv1/conv kernel 7×7×3×64: same name, same shape. Copied: 9,408.')
  await expect(readout).toContainText('parameters copied9,408')
  await lab.getByRole('button', { name: 'Next refused' }).press('Enter')
  await expect(verdict).toHaveText(/^101\. fc\/fc kernel 512×1000 there, 512×10 here: refused/)
  // Without motion a copy that is played is at its end at once.
  await lab.getByRole('button', { name: 'Play' }).press('Enter')
  await expect(steps).toHaveAttribute('aria-valuetext', '102 of 102')
  await expect(readout).toContainText('parameters copied11,176,512running statistics9,600')
  await expect(readout).toContainText('513,000 → 5,130')
  await expect(lab.getByRole('row', { name: /^fc\/fc bias/ })).toHaveText(/1000\s*10\s*all 0/)
  await expect(lab).toContainText('from seed 1')

  await lab.getByRole('radio', { name: 'grey images' }).check()
  await expect(lab.getByRole('row', { name: /^conv1\/conv kernel/ })).toContainText('7×7×1×64')
  await lab.getByRole('slider', { name: 'Classes of the new task' }).press('End')
  await lab.getByRole('radio', { name: 'nothing else' }).check()
  await expect(lab.getByRole('img', { name: '102 of 102 tensors copied, 0 refused' })).toBeVisible()
  expect(await found(page)).toEqual([])
})

test('a copy that plays comes to its end by itself', async ({ page }) => {
  await page.goto('./#/course/data-hunger/copy-weights')
  await page.getByRole('button', { name: 'Play' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
  await page.getByRole('radio', { name: 'Both networks' }).check()
  await expect(page.locator('.copy-pair .diagram')).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('.lab-readout')).toContainText('513,000 → 5,130')
})

test('running statistics drift while the weights are frozen, and stay when they are frozen too', async ({
  page,
}) => {
  await page.goto('./#/course/freeze-or-fine-tune/frozen-statistics')
  const lab = page.locator('.lab-body')
  const readout = lab.locator('.lab-readout')
  const numbers = async () =>
    (await readout.innerText())
      .replaceAll('−', '-')
      .match(/-?\d+(\.\d+)?/g)!
      .map(Number)
  await expect(readout).toContainText('output moved0')
  const [mean, same] = await numbers()
  expect(same).toBe(mean)

  await lab.getByRole('button', { name: 'Next batch' }).press('Enter')
  await expect(readout).not.toContainText(/output moved0$/)
  const [, once] = await numbers()
  expect(once).toBeLessThan(mean)
  await lab.getByRole('button', { name: 'Ten batches' }).press('Enter')
  await expect(lab.getByRole('img', { name: /^After 11 batches/ })).toBeVisible()
  const [, later] = await numbers()
  expect(later).toBeLessThan(once)
  await expect(readout).toContainText('weights moved0 of 11')

  await lab.getByRole('radio', { name: 'statistics frozen, too' }).check()
  await lab.getByRole('button', { name: 'Copy anew' }).press('Enter')
  await lab.getByRole('button', { name: 'Ten batches' }).press('Enter')
  await expect(lab.getByRole('img', { name: /^After 10 batches/ })).toBeVisible()
  await expect(readout).toContainText(/output moved0$/)
  expect(await found(page)).toEqual([])

  await lab.getByRole('radio', { name: 'ResNet-18' }).check()
  await expect(readout).toContainText('moving all the same9,600 numbers')
  await expect(lab.locator('.diagram')).toBeVisible()
})
