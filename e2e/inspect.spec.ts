import { expect, test } from './fixtures'
import { openPage, ranOnce } from './page'

test('a convolution is explained in letters and numbers, with its filters and its outputs counted', async ({
  page,
}) => {
  await openPage(page, '#/n/resnet18?node=conv1/conv&backend=wasm')
  const shape = page.getByRole('region', { name: 'Shape' })
  await expect(shape).toContainText('H′ = ⌊(H + 2p − d·(k − 1) − 1)/s⌋ + 1')
  await expect(shape).toContainText('⌊(224 + 2·3 − 7)/2⌋ + 1 = 112')
  await ranOnce(page)

  const output = page.getByRole('region', { name: 'Output statistics' })
  await expect(output).toContainText('802,816')
  await expect(output).toContainText('0 of 64')
  const bars = output.getByRole('slider', { name: 'Histogram: how many values have each value' })
  await bars.focus()
  await page.keyboard.press('Home')
  await expect(bars).toHaveAttribute('aria-valuenow', '0')
  await expect(output.locator('figcaption')).toContainText(/^from −\S+ to −\S+: [\d,]+ values$/)

  const weights = page.getByRole('region', { name: 'Weights' })
  await expect(weights).toContainText('initialized at random with seed 1')
  await expect(weights.getByRole('radio')).toHaveCount(64)
  await weights.getByRole('radio', { name: 'filter 0', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(weights.getByText('filter 1, 7 by 7 pixels of red, green and blue')).toBeVisible()
  const colours = await weights.locator('.kernel-large canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    return new Set(Array.from({ length: data.length / 4 }, (_, i) => data.slice(4 * i, 4 * i + 3).join()))
      .size
  })
  expect(colours).toBe(49)
  await weights.getByRole('button', { name: 'Show the weights of one filter' }).click()
  await expect(weights.getByText(/^3 channels, values from/)).toBeVisible()
})

test('a normalization shows its four kinds of values, and a ReLU what it silenced', async ({ page }) => {
  await openPage(page, '#/n/resnet18?node=conv1/bn&backend=wasm')
  await ranOnce(page)
  const weights = page.getByRole('region', { name: 'Weights' })
  for (const name of ['scale γ', 'shift β', 'moving mean', 'moving variance'])
    await expect(weights.getByRole('heading', { name })).toBeVisible()
  await expect(weights.getByText('All 64 weights are 1.')).toHaveCount(2)
  await expect(weights.getByText('All 64 weights are 0.')).toHaveCount(2)
  await page.goto('./#/n/resnet18?node=conv1/relu&backend=wasm')
  await expect(page.getByRole('region', { name: 'Output statistics' })).toContainText(
    /values that are exactly 0 are not in the bars/,
    { timeout: 20_000 },
  )
})

test('a block with four paths spells out their sum, and the overview counts its depth one way', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openPage(page, '#/n/googlenet?node=inception_3a&backend=wasm')
  await expect(page.getByText('64 + 128 + 32 + 32 = 256 channels')).toBeVisible()
  const width = () => page.getByRole('tabpanel').evaluate((body) => body.scrollWidth - body.clientWidth)
  expect(await width()).toBe(0)
  await page.getByRole('button', { name: 'GoogLeNet', exact: true }).click()
  const depth = page.getByRole('region', { name: /^Depth/ })
  await expect(depth).toContainText('22')
  await expect(depth.getByText('boxes in a drawing, with activations')).toBeHidden()
  await depth.getByText('Other ways to count').click()
  await expect(depth.getByText('boxes in a drawing, with activations')).toBeVisible()
})

test('a seed that cannot be is refused without covering the hint', async ({ page }) => {
  for (const width of [1024, 390]) {
    await page.setViewportSize({ width, height: 800 })
    await openPage(page)
    const seed = page.locator('#seed')
    await seed.fill('x')
    await seed.press('Enter')
    const fault = (await page.getByText(/^A whole number from 0/).boundingBox())!
    const hint = (await page.locator('.hint').boundingBox())!
    expect(fault.y).toBeGreaterThanOrEqual(hint.y + hint.height)
    expect(fault.x + fault.width).toBeLessThanOrEqual(width)
  }
})

test('what one value can see is drawn on the image, and follows the pointer', async ({ page }) => {
  await openPage(page, '#/n/resnet18?node=conv1/conv&backend=wasm')
  await ranOnce(page)
  await page.getByRole('slider', { name: 'Channels; Enter enlarges one' }).press('Enter')
  const dialog = page.getByRole('dialog')
  const map = dialog.getByRole('slider', { name: 'Value in the map' })
  const { x, y, width, height } = (await map.boundingBox())!
  const drawn = async () => {
    const [image, field] = await Promise.all([
      dialog.locator('.field canvas').boundingBox(),
      dialog.locator('.field-line').evaluate((rect) => {
        const { x, y, width, height } = rect.getBoundingClientRect()
        const line = parseFloat(getComputedStyle(rect).strokeWidth)
        return { x, y, width, height, line }
      }),
    ])
    // The image is 224 pixels wide, whatever its size on the screen.
    const pixel = image!.width / 224
    return [field.x - image!.x, field.y - image!.y, field.width, field.height].map((length) =>
      Math.round(length / pixel),
    )
  }
  // Stride 2, padding 3, kernel 7: value (r, c) sees the rows 2r − 3 … 2r + 3 and the columns 2c − 3 … 2c + 3.
  for (const [row, column] of [
    [20, 60],
    [100, 31],
  ]) {
    await page.mouse.move(x + ((column + 0.5) * width) / 112, y + ((row + 0.5) * height) / 112)
    await expect(dialog.locator('.field figcaption')).toHaveText(
      `Unit (row ${row}, column ${column}) sees 7×7 pixels: rows ${2 * row - 3} … ${2 * row + 3}, columns ${2 * column - 3} … ${2 * column + 3}.`,
    )
    expect(await drawn()).toEqual([2 * column - 3, 2 * row - 3, 7, 7])
  }
  // At a corner a part of it is padding, and only what is on the image is drawn.
  await page.mouse.move(x + 1, y + 1)
  await expect(dialog.locator('.field figcaption')).toContainText(
    'rows −3 … 3, columns −3 … 3; 3 rows and 3 columns of it lie outside the image, in the padding.',
  )
  expect(await drawn()).toEqual([0, 0, 4, 4])
})
