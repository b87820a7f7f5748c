import { expect, test } from './fixtures'

test('the filters of a trained network and the maps of its stages are shown, from a pass in this browser', async ({
  page,
}) => {
  await page.goto('./#/course/freeze-or-fine-tune/edges-shapes-objects?lab.weights=trained')
  const lab = page.locator('.course-figure.lab')
  await expect(lab.getByText('16 channels, values from')).toBeVisible({ timeout: 30_000 })
  await expect(lab.locator('.ladder-filters:not(.many) canvas')).toHaveCount(16)
  // Those of a network at full size, stored: 64 of 7×7 pixels.
  await expect(lab.locator('.ladder-filters.many canvas')).toHaveCount(64)
  await expect(lab.getByText('the 64 kernels of GoogLeNet, 7×7', { exact: true })).toBeVisible()
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
  await expect.poll(pixels, { timeout: 20_000 }).not.toBe(learned)
  await expect(lab.getByText('the 64 kernels of GoogLeNet, 7×7, before training')).toBeVisible()
  await expect(lab.getByText('Random weights, seed 1.')).toBeVisible()
})

test('a download of weights that fails is told, and tried again on request', async ({ page, context }) => {
  let refused = true
  await context.route('**/models/cifar-resnet20/weights.bin', (route) =>
    refused ? route.fulfill({ status: 200, body: 'not weights' }) : route.continue(),
  )
  await page.goto('./#/course/freeze-or-fine-tune/edges-shapes-objects?lab.weights=trained')
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
    'Layer 2 reads the input of the block, 88 channels',
  )
})

test('behind the line a step costs what learns, and the recorded line beside it follows', async ({
  page,
}) => {
  await page.goto('./#/course/freeze-or-fine-tune/freeze-line')
  const readout = page.locator('.lab-readout')
  await expect(readout).toContainText('5.12 k')
  const recorded = page.getByRole('region', { name: 'Recorded with ResNet-20 (CIFAR)' })
  await expect(recorded.locator('strong')).toHaveText('head alone')
  const line = page.getByRole('slider', { name: 'Frozen parts' })
  await line.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(recorded.locator('strong')).toHaveText('head, last stage')
  await page.keyboard.press('ArrowLeft')
  await expect(recorded.locator('strong')).toHaveCount(0)
  await page.keyboard.press('Home')
  await expect(recorded.locator('strong')).toHaveText('everything')
  await expect(readout).toContainText('193.5%')
  const row = (name: string) => recorded.getByRole('row', { name }).getByRole('cell').last()
  const errorOf = async (name: string) => Number.parseFloat((await row(name).textContent())!)
  // With five images the head alone is well ahead of scratch; with 2,500 it is the worst of all.
  expect(await errorOf('head alone')).toBeLessThan(await errorOf('from scratch'))
  await recorded.getByRole('slider', { name: 'Images per class', exact: true }).focus()
  await page.keyboard.press('End')
  await expect(recorded.locator('output')).toHaveText('2,500')
  expect(await errorOf('head alone')).toBeGreaterThan(await errorOf('from scratch'))
  await expect(recorded.getByText(/Recorded.* not running now/)).toBeVisible()
})

test('the usual sketch has the same lines and no number on its axes', async ({ page }) => {
  await page.goto('./#/course/data-hunger/curve-with-axes')
  const lab = page.locator('.course-figure.lab')
  const sketch = lab.getByRole('img', { name: /^Performance by the amount of data, without numbers/ })
  await expect(sketch.getByText('amount of data')).toBeVisible()
  await expect(sketch.getByText('performance')).toBeVisible()
  await expect(sketch.locator('g[aria-label*="tick label"] text')).toHaveCount(0)
  await expect(lab.getByRole('status')).toContainText('The same measurements')
  await lab.getByRole('radio', { name: 'linear axis' }).check({ force: true })
  await expect(lab.getByText('images per class, 10 classes')).toBeVisible()
  await expect(lab.getByText('5,000', { exact: true })).toBeVisible()
})

test('copied weights by what learns: the least error moves from the last stage to everything', async ({
  page,
}) => {
  // On the slide a question hides what learns.
  await page.goto('./#/lab/error-by-images?report=transfer&form=lines')
  const lab = page.locator('.lab-body')
  await expect(lab.getByText('260 learn', { exact: true })).toBeVisible()
  const best = lab.locator('.lab-readout > div', { hasText: '▾' }).locator('dt')
  await expect(best).toHaveText('head, last stage')
  await lab.getByRole('slider', { name: 'Images per class', exact: true }).focus()
  await page.keyboard.press('End')
  await expect(best).toHaveText('everything')
  await expect(
    lab.getByText(/60 steps of 64 images with the least data, each image seen 192 times/),
  ).toBeVisible()
})

test('a card of evidence turns when it is guessed, and says what came out', async ({ page }) => {
  await page.goto('./#/course/when-it-does-not-help/scratch')
  const cards = page.locator('.evidence-card')
  await expect(cards).toHaveCount(7)
  const guess = (card: number, name: string) =>
    cards.nth(card).getByRole('radio', { name }).check({ force: true })
  await expect(cards.first().getByRole('status')).toHaveText('')
  await guess(0, 'keeps up')
  await expect(cards.first().getByRole('status')).toHaveText('✓ scratch 41.3, pre-trained 41.1 box AP')
  await guess(3, 'keeps up')
  await expect(cards.nth(3).getByRole('status')).toHaveText('✗ scratch is far behind')
  await guess(6, 'falls behind')
  await expect(cards.nth(6).getByRole('status')).toHaveText(/^✓ scratch .*%, fine-tuned .*% wrong$/)
  await expect(page.getByText('2 of 3 right')).toBeVisible()
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(cards.first().getByRole('radio', { checked: true })).toHaveCount(0)
})

test('at weight zero nothing gets through the plain block, and the residual one hands on its input and every change of it', async ({
  page,
}) => {
  await page.goto('./#/course/residual-block/f-minus-x')
  const cells = (block: string) => page.getByRole('row', { name: new RegExp(`^${block}`) }).getByRole('cell')
  await expect(cells('plain')).toHaveCount(2)
  await page.getByRole('slider', { name: 'All weights times' }).focus()
  await page.keyboard.press('Home')
  await expect(cells('plain')).toHaveText(['0.00', '0.00'])
  await expect(cells('residual')).toHaveText(['1.00', '1.00'])
})
