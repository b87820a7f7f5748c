import { expect, test } from './fixtures'
import { layerButton, openPage, ranOnce } from './page'

test('a click on a layer shows all its feature maps from a live run', async ({ page }) => {
  await openPage(page, '#/n/resnet18?open=conv1&backend=wasm')
  await layerButton(page, 'conv1/conv').click()
  await expect(page.getByRole('heading', { name: '7×7 conv, 64 /2' })).toBeVisible()
  await expect(page.getByText('7×7×3×64 = 9,408')).toBeVisible()
  await expect(page.getByText('× 2 = 236,027,904 FLOPs')).toBeVisible()

  const grid = page.getByRole('slider', { name: /^Channels/ })
  await expect(grid).toHaveAttribute('aria-valuemax', '63', { timeout: 40_000 })
  await expect(
    page.getByText(/Random weights, seed 1: no training, so the probabilities mean nothing/),
  ).toBeVisible()
  const colours = (canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    return new Set(Array.from({ length: data.length / 4 }, (_, i) => data.slice(4 * i, 4 * i + 3).join()))
      .size
  }
  await expect.poll(() => grid.locator('canvas').evaluate(colours)).toBeGreaterThan(50)

  await grid.locator('canvas').hover({ position: { x: 20, y: 20 } })
  await expect(page.locator('.readout').first()).toContainText(/channel 0, row \d+, column \d+: /)
  await grid.locator('canvas').click({ position: { x: 20, y: 20 } })
  const dialog = page.getByRole('dialog', { name: 'conv1/conv: channel 0 of 64' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByText('exactly zero')).toBeVisible()
  await dialog.getByRole('button', { name: 'next' }).click()
  await expect(page.getByRole('dialog', { name: 'conv1/conv: channel 1 of 64' })).toBeVisible()
})

test('two thousand channels are all there', async ({ page }) => {
  await openPage(page, '#/n/resnet50?node=conv5_x/block3/add&backend=wasm')
  const grid = page.getByRole('slider', { name: /^Channels/ })
  await expect(grid).toHaveAttribute('aria-valuemax', '2047', { timeout: 50_000 })
  await grid.focus()
  await page.keyboard.press('End')
  await expect(grid).toHaveAttribute('aria-valuenow', '2047')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /channel 2047 of 2,048/ })).toBeVisible()
})

test('the outputs are bars with class numbers, said to be random; another seed gives others', async ({
  page,
}) => {
  await openPage(page, '#/n/cifar-resnet20?weights=random&backend=wasm')
  await ranOnce(page)
  const bars = page.getByRole('listitem').filter({ hasText: /^class \d+/ })
  await expect(bars.first()).toBeVisible()
  const before = await bars.allInnerTexts()
  await page.getByLabel('Random weights, seed').fill('2')
  await page.getByLabel('Random weights, seed').press('Enter')
  await expect(page.getByText(/Random weights, seed 2:/)).toBeVisible()
  expect(await bars.allInnerTexts()).not.toEqual(before)
  await expect(page).toHaveURL(/seed=2/)
})

test('of the distances of LeNet-5 (1998) the smallest is first', async ({ page }) => {
  await openPage(page, '#/n/lenet5-1998?backend=wasm')
  await ranOnce(page)
  await expect(
    page.getByText(/squared distance to the drawing of each digit; the smallest wins/),
  ).toBeVisible()
  const texts = await page.locator('.top li b').allInnerTexts()
  const values = texts.map((text) => parseFloat(text.replaceAll(',', '')))
  expect(values).toHaveLength(5)
  expect(values).toEqual(values.toSorted((a, b) => a - b))
})

test('a run can be cancelled and started again', async ({ page }) => {
  await openPage(page, '#/n/vgg16?backend=wasm')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('The run was canceled.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Network: VGG-16' }).click()
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('lenet')
  await page.keyboard.press('Enter')
  await ranOnce(page)
})

test('the graph is on screen before TensorFlow.js has been asked for', async ({ page }) => {
  let held: (() => void) | undefined
  await page.route(/engine-.*\.js$/, async (route) => {
    await new Promise<void>((done) => (held = done))
    await route.continue()
  })
  await openPage(page)
  await expect(layerButton(page, 'conv2_x')).toBeVisible()
  await expect(page.getByText('11,689,512').first()).toBeVisible()
  await expect.poll(() => held).toBeDefined()
  held!()
  await ranOnce(page)
})

test('the first slide is there before TensorFlow.js has been asked for', async ({ page }) => {
  await page.addInitScript(() => {
    const shown = window as unknown as { shownAt?: number }
    new MutationObserver(() => {
      if (
        shown.shownAt === undefined &&
        document.querySelector('.step-title') &&
        document.querySelector('.diagram')
      )
        shown.shownAt = performance.now()
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto('./#/course/degradation')
  const engineAt = () =>
    page.evaluate(
      () =>
        performance.getEntriesByType('resource').find(({ name }) => /engine-.*\.js$/.test(name))?.startTime,
    )
  await expect.poll(engineAt).toBeDefined()
  const shownAt = await page.evaluate(() => (window as unknown as { shownAt: number }).shownAt)
  expect(shownAt).toBeLessThan((await engineAt())!)
})

test('the backends are listed with their times or reasons, and one can be chosen @daily', async ({
  page,
}) => {
  await openPage(page, '#/n/lenet5')
  await ranOnce(page)
  await page.getByRole('button', { name: /^Backend: / }).click()
  const dialog = page.getByRole('dialog', { name: 'Where networks run' })
  for (const name of ['Automatic', 'WebGPU', 'WebGL', 'WASM', 'CPU'])
    await expect(dialog.getByRole('radio', { name: new RegExp(`^${name} .`) })).toBeVisible()
  await expect(dialog.getByText(/ for a small test network\.$/).first()).toBeVisible()
  await dialog.getByRole('radio', { name: /^CPU/ }).click()
  await expect(page).toHaveURL(/backend=cpu/)
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: /^Backend: CPU · \d/ })).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: /^Backend: / }).click()
  await expect(dialog.getByText(/ for a small test network\.$/).first()).toBeVisible()
})

for (const [missing, stub] of [
  ['workers', 'delete globalThis.Worker'],
  [
    'workers that start',
    'globalThis.Worker = function () { throw new Error("workers are not allowed here") }',
  ],
] as const)
  test(`without ${missing} the graph and the numbers work, and a sentence says what does not`, async ({
    page,
  }) => {
    await page.addInitScript(stub)
    await openPage(page, '#/n/resnet18?open=conv1')
    await expect(page.getByText(/Networks cannot run here|networks cannot run here/).first()).toBeVisible()
    await layerButton(page, 'conv1/conv').click()
    await expect(page.getByText('7×7×3×64 = 9,408')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Backend: no backend' })).toBeVisible()
  })

test('without WebGL, WebGPU and WASM the page says so and plain JavaScript runs', async ({
  page,
  context,
}) => {
  // Workers are not reached by init scripts: their script gets the stub in front.
  await context.route(/worker-.*\.js$/, async (route) => {
    const response = await route.fetch()
    const stub =
      'delete globalThis.WebAssembly; delete globalThis.OffscreenCanvas; Object.defineProperty(navigator, "gpu", { value: undefined });'
    await route.fulfill({ response, body: stub + (await response.text()) })
  })
  await openPage(page, '#/n/lenet5')
  await expect(page.getByRole('button', { name: /^Backend: (CPU|no backend)/ })).toBeVisible({
    timeout: 30_000,
  })
  await page.getByRole('button', { name: /^Backend: / }).click()
  await expect(page.getByRole('dialog').getByText(/\./).nth(2)).toBeVisible()
  await page.keyboard.press('Escape')
  await layerButton(page, 'conv1').click()
  await expect(page.getByText('156').first()).toBeVisible()
})
