import { expect, test } from './fixtures'
import { openPage } from './page'

const hash = (page: { url(): string }) => new URL(page.url()).hash

test('a layer is edited in place: the sum, the counts, the address and the list of changes follow', async ({
  page,
}) => {
  await openPage(page, '#/n/googlenet?open=inception_3a,inception_3a/p2&node=inception_3a/p2/conv2&seed=1')
  const before = hash(page)
  const filters = page.getByRole('textbox', { name: 'filters' })
  await filters.fill('9.5')
  await filters.press('Enter')
  await expect(filters).toHaveAccessibleDescription(
    'filters cannot be 9.5: it takes a whole number from 1 to 8192.',
  )
  expect(hash(page)).toBe(before)

  await filters.fill('96')
  await filters.press('Enter')
  await expect(page.getByRole('heading', { name: '3×3 conv, 96' })).toBeVisible()
  await expect(page).toHaveURL(/edit=inception_3a\/p2\/conv2\.filters:96/)
  await expect(page.locator('.headline .delta').first()).toHaveText(/^−[\d,]+ against GoogLeNet/)
  await page.getByRole('button', { name: '1 change' }).click()
  const list = page.getByRole('dialog', { name: 'Changes to GoogLeNet' })
  await expect(list).toContainText('inception_3a/p2/conv2: filters 128 → 96')
  await page.keyboard.press('Escape')

  await page.goto('./' + hash(page).replace('node=inception_3a/p2/conv2', 'node=inception_3a/concat'))
  await expect(page.getByText('64 + 96 + 32 + 32 = 224 channels').first()).toBeVisible()
})

test('a trained network opens without changes, and goes back to itself', async ({ page }) => {
  await openPage(page, '#/n/resnet18?classes=10&seed=1')
  await expect(page.getByRole('button', { name: 'Network: ResNet-18 (ten classes)' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^\d+ changes?$/ })).toHaveCount(0)
  await expect(page.locator('.headline .delta')).toHaveCount(0)
  const options = page.getByRole('tab', { name: /^Options/ })
  await expect(options).toHaveText('Options')
  await options.click()
  const width = page.getByRole('textbox', { name: 'width' })
  await width.fill('32')
  await width.press('Enter')
  await expect(options).toHaveText('Options (1 changed)')
  await page.getByRole('button', { name: '1 change' }).click()
  const list = page.getByRole('dialog', { name: 'Changes to ResNet-18, ten classes' })
  await expect(list).toContainText('Option width: 64 → 32')
  await list.getByRole('button', { name: 'Reset to ResNet-18, ten classes' }).click()
  await expect(page).toHaveURL(/#\/n\/resnet18\?classes=10/)
  await expect(options).toHaveText('Options')
})

test('a layer that does not fit has no counts, and every sum around it is a lower bound', async ({
  page,
}) => {
  await openPage(
    page,
    '#/n/cifar-resnet20?edit=stage2/block1/conv2.groups:5&node=stage2/block1/conv2&table=layers&seed=1&backend=wasm',
  )
  const headline = page.locator('.headline')
  await expect(headline).toContainText(/≥ [\d,]+ parameters/)
  await expect(headline).toContainText(/≥ [\d.]+ M MACs/)
  await expect(page.getByText('Not counted, because the layer does not fit.').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Parameters\s*–$/ })).toBeVisible()
  const row = page.locator('[data-row="stage2/block1/conv2"]')
  await expect(row.getByRole('gridcell').filter({ hasText: /^–$/ })).toHaveCount(3)
  await expect(page.locator('.grid-sums')).toContainText('≥')
  await expect(page.locator('body')).not.toContainText(/\d,\d{3}\.\d/)
})

test('an edit that does not fit is shown with its arithmetic, and undo leads back to the same address', async ({
  page,
}) => {
  await openPage(
    page,
    '#/n/resnet18?open=conv2_x,conv2_x/block1&node=conv2_x/block1/conv2&seed=1&backend=wasm',
  )
  const before = hash(page)
  const filters = page.getByRole('textbox', { name: 'filters' })
  await filters.fill('80')
  await filters.press('Enter')
  const issues = page.getByRole('button', { name: /^\d+ do(es)? not fit$/ })
  await issues.click()
  const list = page.getByRole('dialog', { name: 'What does not fit together' })
  await expect(list).toContainText('56×56×80 against 56×56×64')
  // The addition of the next block follows from it, which is told and is no second fault.
  await expect(issues).toHaveText('1 does not fit')
  await expect(list).toContainText('this follows from conv2_x/block1/add')
  await expect(
    page.getByText(/^Ran \d+ of \d+ operations .* it stops at conv2_x\/block1\/add\.$/),
  ).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Escape')

  await page.keyboard.press('ControlOrMeta+z')
  await expect(issues).toBeHidden()
  await expect.poll(() => hash(page)).toBe(before)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await issues.click()
  await list.getByRole('button', { name: 'conv2_x/block1/add' }).click()
  await expect(page.getByRole('heading', { name: '+', exact: true })).toBeVisible()
  await expect(list).toBeHidden()
  await page.getByRole('button', { name: 'Undo the last change' }).click()
  await expect(issues).toBeHidden()
})

test('undo in a half typed field is the field’s own, and of stepped values the page’s', async ({ page }) => {
  await openPage(page, '#/n/googlenet?open=inception_3a,inception_3a/p2&node=inception_3a/p2/conv2&seed=1')
  const before = hash(page)
  const filters = page.getByRole('textbox', { name: 'filters' })
  await filters.press('ArrowUp')
  await expect(filters).toHaveValue('129')
  await expect(page).toHaveURL(/filters:129/)
  await filters.press('End')
  await page.keyboard.type('7')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page).toHaveURL(/filters:129/)
  await filters.press('Escape')
  await filters.press('ControlOrMeta+z')
  await expect(filters).toHaveValue('128')
  await expect.poll(() => hash(page)).toBe(before)
})

test('a kernel larger than its map: the rule shows a true minus, and what is assumed is said', async ({
  page,
}) => {
  await openPage(page, '#/n/cifar-resnet20?edit=conv1/conv.kernel:99&node=conv1/conv&backend=wasm')
  const shape = page.getByRole('region', { name: 'Shape' })
  await expect(shape).toContainText('⌊(32 + 2·1 − 99)/1⌋ + 1 = −64')
  await expect(shape).toContainText('the output is assumed to be 1×1×16')
  await expect(page.getByText(/^Not run: /)).toBeVisible()
})
