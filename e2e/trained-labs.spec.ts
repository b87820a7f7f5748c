import { expect, test } from './fixtures'

test('the filters of a trained network and the maps of its stages are shown, from a pass in this browser', async ({
  page,
}) => {
  await page.goto('./#/course/freeze-or-fine-tune/edges-shapes-objects')
  const lab = page.locator('.course-figure.lab')
  await expect(lab.getByText('16 channels, values from')).toBeVisible({ timeout: 30_000 })
  await expect(lab.locator('.ladder-filters canvas')).toHaveCount(16)
  const pixels = () =>
    lab
      .locator('.ladder-filters canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
  const learned = await pixels()
  await lab.getByRole('radio', { name: 'stage3' }).check({ force: true })
  await expect(lab.getByText('64 channels, values from')).toBeVisible()
  await expect(lab.getByText('64 of 8×8')).toBeVisible()
  await expect(lab.getByText('32×32 of 32×32 pixels')).toBeVisible()
  await lab.getByRole('radio', { name: 'before training' }).check({ force: true })
  await expect.poll(pixels).not.toBe(learned)
  await expect(lab.getByText('Weights random, seed 1.')).toBeVisible()
})

test('a download of weights that fails is told, and tried again on request', async ({ page, context }) => {
  let refused = true
  await context.route('**/models/cifar-resnet20/weights.bin', (route) =>
    refused ? route.fulfill({ status: 200, body: 'not weights' }) : route.continue(),
  )
  await page.goto('./#/course/freeze-or-fine-tune/edges-shapes-objects')
  const lab = page.locator('.course-figure.lab')
  await expect(lab.getByRole('alert')).toContainText('so they are not used')
  refused = false
  await lab.getByRole('button', { name: 'Try again' }).click()
  await expect(lab.getByText('16 channels, values from')).toBeVisible({ timeout: 30_000 })
  await expect(lab.getByRole('alert')).toHaveCount(0)
})

test('the heat-map of feature reuse is read off trained weights, and before training nothing stands out', async ({
  page,
}) => {
  await page.goto('./#/course/cost-and-reuse/feature-reuse')
  const lab = page.locator('.course-figure.lab')
  const cells = lab.locator('.reuse-cell')
  // Six layers and the transition of block 2: 1 + 2 + … + 6 + 7.
  await expect(cells).toHaveCount(28)
  const entering = () =>
    lab
      .locator('tbody tr')
      .first()
      .locator('.reuse-cell')
      .allTextContents()
      .then((texts) => texts.slice(1).map(Number))
  const learned = await entering()
  expect(Math.min(...learned)).toBeLessThan(0.95)
  await lab.getByText('before training').click()
  await expect.poll(async () => (await entering()).every((use) => Math.abs(use - 1) <= 0.1)).toBe(true)
  await cells.nth(1).hover()
  await expect(lab.getByRole('status').first()).toContainText(
    'Layer 2 reads what came into the block, 88 channels',
  )
})
