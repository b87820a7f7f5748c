import { expect, test } from './fixtures'

test('a checkpoint of PyTorch opens its network, and the network runs with it', async ({ page }) => {
  await page.goto('#/n/cifar-resnet20')
  await page.getByRole('button', { name: 'Files of your own' }).click()
  const dialog = page.getByRole('dialog', { name: 'Files of your own' })
  await dialog
    .getByLabel('Open a file')
    .setInputFiles({ name: 'notes.pth', mimeType: '', buffer: Buffer.from('The weights are elsewhere.') })
  await expect(dialog).toContainText('notes.pth cannot be read here')
  await dialog.getByLabel('Open a file').setInputFiles('src/import/fixtures/bottleneck.pth')
  await expect(dialog).toContainText('102 of 102 found')
  await dialog.getByRole('button', { name: 'Open as a network' }).click()
  const origin = page.locator('.origin').first()
  await expect(origin).toHaveText('Your weights: bottleneck.pth, read on this device.', { timeout: 60_000 })
  await expect(page).toHaveURL(/#\/n\/own-[0-9a-f]{16}\?file=bottleneck\.pth/)
  await page.getByRole('radio', { name: 'Random weights' }).check()
  await expect(origin).toContainText('Random weights, seed 1', { timeout: 60_000 })
})
