import { expect, test } from './fixtures'
import { layerButton, openPage, ranOnce } from './page'

test('a visitor chooses a network from the list, and back leads to the one before', async ({ page }) => {
  await openPage(page)
  await page.getByRole('button', { name: 'Network: ResNet-18' }).click()
  const option = page.getByRole('option', {
    name: /^VGG-16 16 deep 138 M params 15\.5 G MACs$/,
  })
  await expect(option).toBeVisible()
  await option.click()
  await expect(page.getByRole('button', { name: 'Network: VGG-16' })).toBeVisible()
  await expect(page).toHaveURL(/#\/n\/vgg16/)
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Network: ResNet-18' })).toBeVisible()
})

test('typing narrows the list and Enter takes the network', async ({ page }) => {
  await openPage(page)
  await page.getByRole('button', { name: 'Network: ResNet-18' }).click()
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('he resnet-152')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Network: ResNet-152' })).toBeVisible()
})

test('every option of the family is a control, and the counts follow @daily', async ({ page }) => {
  await openPage(page)
  await page.getByRole('tab', { name: 'Options' }).click()
  await page.getByRole('radio', { name: 'bottleneck' }).check()
  await page.getByRole('textbox', { name: 'blocks' }).fill('3,4,6,3')
  await page.getByRole('textbox', { name: 'blocks' }).press('Enter')
  await expect(page.getByText('25,557,032')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Network: ResNet-18 (changed)' })).toBeVisible()
  await page.getByRole('button', { name: 'Back to ResNet-18' }).click()
  await expect(page.getByText('11,689,512').first()).toBeVisible()
})

test('an option out of range gets its sentence beside the control and changes nothing', async ({ page }) => {
  await openPage(page)
  await page.getByRole('tab', { name: 'Options' }).click()
  const width = page.getByRole('textbox', { name: 'width' })
  await width.fill('9999')
  await width.press('Enter')
  await expect(width).toHaveAccessibleDescription(
    'option "width" cannot be 9999: it takes a whole number from 1 to 512.',
  )
  await expect(page.getByText('11,689,512').first()).toBeVisible()
  await width.fill('32')
  await width.press('Enter')
  await expect(width).toHaveAccessibleDescription(/^Filters of the first stage/)
  // Escape forgets what is half typed, as in the fields of a layer.
  await width.fill('7')
  await width.press('Escape')
  await expect(width).toHaveValue('32')
})

test('an address restores everything, also after a reload @daily', async ({ page }) => {
  const hash =
    '#/n/resnet18?shortcut=A&open=conv3_x,conv3_x/block1&node=conv3_x/block1/conv1&image=dog-1&fit=fit&seed=5&axes=chw&backend=wasm'
  await openPage(page, hash)
  const restored = async () => {
    await expect(page.getByRole('heading', { name: '3×3 conv, 128 /2' })).toBeVisible()
    await expect(page.getByText('64×56×56 → 128×28×28')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Image: Golden retriever on the grass' })).toBeVisible()
    await expect(page.getByLabel('Random weights, seed')).toHaveValue('5')
    await expect(page.getByRole('tab', { name: 'Options (1 changed)' })).toBeVisible()
    await ranOnce(page)
    await expect(page.getByText(/Random weights, seed 5: no training/).first()).toBeVisible()
  }
  await restored()
  await page.reload()
  await restored()
  expect(new URL(page.url()).hash).toBe(hash)
})

test('a mistyped network keeps the graph and offers the nearest ones', async ({ page }) => {
  await openPage(page, '#/n/resnet81')
  const notice = page.getByRole('alert').filter({ hasText: 'there is no network "resnet81"' })
  await expect(notice).toBeVisible()
  await expect(page.getByRole('button', { name: 'Network: GoogLeNet with BN' })).toBeVisible()
  await notice.getByRole('link', { name: 'resnet18', exact: true }).click()
  await expect(notice).toBeHidden()
})

test('an impossible option in the address opens its control with the sentence', async ({ page }) => {
  await openPage(page, '#/n/resnet18?width=9999&node=nowhere')
  await expect(page.getByRole('textbox', { name: 'width' })).toHaveValue('9999')
  await expect(page.getByRole('textbox', { name: 'width' })).toHaveAccessibleDescription(/cannot be 9999/)
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be 9999' })).toHaveCount(1)
  await expect(page.getByText(/ResNet-18 has no "nowhere"/)).toBeVisible()
})

test('a stage opens in the graph and its layers can be selected', async ({ page }) => {
  await openPage(page)
  await page.getByRole('button', { name: 'conv2_x', exact: true }).click()
  await page.getByRole('button', { name: 'Open it in the graph' }).click()
  await expect(page).toHaveURL(/open=conv2_x/)
  await page.getByRole('button', { name: 'block1', exact: true }).click()
  await page.getByRole('button', { name: 'conv1', exact: true }).click()
  await expect(page.getByRole('heading', { name: '3×3 conv, 64' })).toBeVisible()
  await expect(page.getByText('115,605,504').first()).toBeVisible()
  await expect(layerButton(page, 'conv2_x/block1/conv1')).toBeAttached()
})

test('back undoes one step of exploring at a time and stays on the page', async ({ page }) => {
  await openPage(page)
  await layerButton(page, 'conv2_x').click()
  await expect(page).toHaveURL(/open=conv2_x&node=conv2_x/)
  await expect(page.getByRole('heading', { name: 'conv2_x' })).toBeVisible()
  // Faster steps would be one.
  await page.waitForTimeout(1100)
  await page.getByRole('button', { name: 'block2', exact: true }).click()
  await expect(page).toHaveURL(/node=conv2_x\/block2/)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'conv2_x' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'ResNet-18' })).toBeVisible()
})

test('a first visit is told how to move about, once, and a message moves nothing', async ({ page }) => {
  await openPage(page)
  const hint = page.getByText(/^Click a box to open it/)
  await expect(hint).toBeVisible()
  await expect(page.getByText(/^Layerwise shows how/)).toBeVisible()
  const frame = () => page.locator('.diagram-frame').boundingBox()
  const before = await frame()
  // Neither the picture of the input nor what the device does takes the header another row.
  await ranOnce(page)
  expect(await frame()).toEqual(before)
  const seed = page.getByLabel('Random weights, seed')
  await seed.fill('x')
  await seed.press('Enter')
  await expect(page.getByText(/^A whole number from 0/)).toBeVisible()
  await page.goto('./#/n/resnet81')
  await expect(page.getByRole('alert').filter({ hasText: 'resnet81' })).toBeVisible()
  expect(await frame()).toEqual(before)
  await page.getByRole('button', { name: 'Do not show this again' }).click()
  await page.reload()
  await expect(page.locator('.diagram')).toBeVisible()
  await expect(hint).toBeHidden()
})

test('a shared link with trackers, or encoded as a whole, shows what it was made for', async ({ page }) => {
  for (const hash of [
    '#/n/resnet34?node=fc&fbclid=IwAR0&utm_source=mail',
    '#/n/resnet34%3Fnode%3Dfc%26seed%3D1',
  ]) {
    await page.goto(`./${hash}`)
    await expect(page.getByRole('button', { name: 'Network: ResNet-34' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'fc', exact: true })).toBeVisible()
    await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toHaveCount(0)
  }
})

test('an option of the address that is mended leaves the tab of options open', async ({ page }) => {
  await page.goto('./#/n/resnet18?width=9999')
  const options = page.getByRole('tab', { name: /^Options/ })
  await expect(options).toHaveAttribute('aria-selected', 'true')
  const width = page.getByRole('textbox', { name: 'width' })
  await width.fill('32')
  await width.press('Enter')
  await expect(page).toHaveURL(/width=32/)
  await expect(options).toHaveAttribute('aria-selected', 'true')
})

test('a lab stands alone under its own address, and carries what is set', async ({ page }) => {
  await page.goto('./#/lab/bigger?width=32')
  const width = page.getByRole('slider', { name: 'width', exact: true })
  await expect(width).toHaveAttribute('aria-valuetext', '32 filters')
  await width.press('ArrowRight')
  await expect(page).toHaveURL(/#\/lab\/bigger\?width=64$/)
  await page.goto('./#/lab/biger')
  await page.getByRole('link', { name: 'Bigger' }).click()
  await expect(width).toHaveAttribute('aria-valuetext', '16 filters')
})
