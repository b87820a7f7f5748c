import { expect, test } from './fixtures'
import { openPage, ranOnce } from './page'

test('the kernels of a deep layer are shown when they are asked for, one filter at a time', async ({
  page,
}) => {
  await openPage(page, '#/n/cifar-resnet20?node=stage1/block1/conv1&backend=wasm')
  await ranOnce(page)
  const weights = page.getByRole('region', { name: 'Weights' })
  const which = weights.getByRole('spinbutton', { name: 'filter' })
  const ask = weights.getByRole('button', { name: 'Show the weights of one filter' })
  await expect(ask).toHaveAttribute('aria-expanded', 'false')
  await expect(which).toBeHidden()

  await ask.click()
  await expect(weights.getByText('One map for every input channel.')).toBeVisible()
  await expect(weights.getByText('of 16, counted from 0')).toBeVisible()
  const legend = weights.getByText(/^16 channels, values from/)
  const first = await legend.textContent()
  await which.fill('15')
  await expect(legend).not.toHaveText(first!)
  // There is no seventeenth filter, so the last one stays.
  await which.fill('16')
  await expect(which).toHaveValue('15')

  await weights.getByRole('button', { name: 'Hide the weights of one filter' }).click()
  await expect(which).toBeHidden()
})

test('the bars of a histogram, read one by one, count every weight once', async ({ page }) => {
  await openPage(page, '#/n/resnet18?node=conv1/conv&backend=wasm')
  await ranOnce(page)
  const weights = page.getByRole('region', { name: 'Weights' })
  const bars = weights.getByRole('slider', { name: 'Histogram: how many weights have each value' })
  const readout = weights.locator('.histogram figcaption')
  await expect(readout).toHaveText(/^Tallest bar: from \S+ to \S+: [\d,]+ weights$/)
  await bars.focus()
  await page.keyboard.press('Home')
  const last = Number(await bars.getAttribute('aria-valuemax'))
  let sum = 0
  for (let bar = 0; bar <= last; bar++) {
    await expect(bars).toHaveAttribute('aria-valuenow', String(bar))
    const text = (await readout.textContent())!
    expect(await bars.getAttribute('aria-valuetext')).toBe(text)
    sum += Number(/: ([\d,]+) weights$/.exec(text)![1].replaceAll(',', ''))
    await page.keyboard.press('ArrowRight')
  }
  expect(sum).toBe(7 * 7 * 3 * 64)

  const edge = (await bars.boundingBox())!
  await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2)
  await expect(bars).toHaveAttribute('aria-valuenow', /^\d+$/)
  await expect(readout).not.toContainText('Tallest')
})

test('a dense block lists its joins, each k = 32 channels more than the one before', async ({ page }) => {
  await openPage(page, '#/n/densenet121?node=denseblock1&backend=wasm')
  const meet = page.getByRole('region', { name: 'Where paths meet' })
  await expect(meet.getByRole('listitem')).toHaveCount(0)
  await meet.getByText('6 joins').click()
  const joins = meet.getByRole('listitem')
  await expect(joins).toHaveCount(6)
  for (let i = 0; i < 6; i++)
    await expect(joins.nth(i)).toContainText(`${64 + 32 * i} + 32 = ${64 + 32 * (i + 1)} channels`)
  // Its name; each number of the sum is a button of its own.
  await joins.last().getByRole('button', { name: 'layer6/concat' }).click()
  await expect(page).toHaveURL(/node=denseblock1\/[^&]*/)
  await expect(page.locator('.diagram [aria-selected="true"]').first()).toBeVisible()
})

test('on a phone in the projector theme the header takes two rows', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.addInitScript(() => localStorage.setItem('layerwise:theme', 'projector'))
  await openPage(page, '#/n/googlenet?backend=wasm')
  const header = (await page.locator('.page-header').boundingBox())!
  expect(header.height).toBeLessThan(120)
  await expect(page.getByRole('button', { name: /^Backend: / })).toBeVisible()
})

for (const [width, height] of [
  [390, 844],
  [900, 768],
  [1024, 768],
  [1600, 900],
] as const)
  test(`the hint covers nothing of the graph, and leaves its place to it, at ${width}×${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await page.addInitScript(() => localStorage.setItem('layerwise:theme', 'projector'))
    await openPage(page, '#/n/googlenet?backend=wasm')
    const hint = (await page.locator('.hint').boundingBox())!
    const picture = (await page.locator('.diagram-container').boundingBox())!
    expect(picture.y + picture.height).toBeLessThanOrEqual(hint.y)
    await page.getByRole('button', { name: 'Do not show this again' }).click()
    await expect
      .poll(async () => (await page.locator('.diagram-container').boundingBox())!.height)
      .toBeGreaterThan(picture.height)
  })

test('a layer that the address names stands well within the picture', async ({ page }) => {
  await openPage(page, '#/n/cifar-resnet56?node=stage3/block9/conv2&backend=wasm')
  const layer = (await page.locator('.diagram [aria-selected="true"]').first().boundingBox())!
  const picture = (await page.locator('.diagram').boundingBox())!
  expect(layer.y - picture.y).toBeGreaterThan(100)
  expect(picture.y + picture.height - layer.y - layer.height).toBeGreaterThan(100)
})
