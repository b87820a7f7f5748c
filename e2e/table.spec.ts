import { expect, test } from './fixtures'
import { layerButton, openPage } from './page'

test('a table of the stages opens below the graph, sorts, and its address restores it', async ({ page }) => {
  await openPage(page)
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  const table = page.getByRole('grid', { name: 'Table of ResNet-18' })
  await expect(table.getByRole('row', { name: /^Total/ })).toContainText('11,689,512')
  await expect(table.getByRole('row', { name: /^Total/ })).toContainText('1,814,073,344')
  await table.getByRole('button', { name: 'Parameters' }).click()
  await expect(table.getByRole('columnheader', { name: 'Parameters' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await expect(table.locator('[data-index="0"]')).toContainText('conv5_x')
  await expect(page).toHaveURL(/table=stages&sort=-parameters/)
  await page.reload()
  await expect(table.locator('[data-index="0"]')).toContainText('conv5_x')
  await page.getByRole('button', { name: 'Close the table' }).click()
  await expect(table).toBeHidden()
  await expect(page.getByRole('button', { name: 'Table', exact: true })).toBeFocused()
})

test('table and graph show each other what is pointed at and selected', async ({ page }) => {
  await openPage(page, '#/n/resnet18?table=layers')
  const row = (id: string) => page.locator(`[data-row="${id}"]`)
  await layerButton(page, 'conv5_x').focus()
  await page.keyboard.press('Enter')
  await expect(row('conv5_x/block1/conv1')).toBeInViewport()
  await expect(row('conv5_x/block1/conv1')).toHaveAttribute('aria-selected', 'true')
  // Only the store, which the graph reads too, lights a row.
  await expect(async () => {
    // The rows still scroll while the graph opens, and leave a pointer that came too early.
    await row('conv5_x/block1/conv1').hover()
    await expect(row('conv5_x/block1/conv1')).toHaveClass(/lit/, { timeout: 1000 })
    await page.mouse.move(2, 2)
  }).toPass()
  await row('conv5_x/block1/conv1').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/node=conv5_x\/block1\/bn1/)
  await expect(layerButton(page, 'conv5_x/block1/bn1')).toBeAttached()
})

test('the rows are copied as Markdown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPage(page, '#/n/lenet5?table=layers')
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^Copied \d+ rows as Markdown\.$/ })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('| **Total** |')
})

test('on a phone the table takes the place of the graph, and leads back to it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openPage(page)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await expect(page.locator('.diagram')).toBeHidden()
  await page.getByRole('button', { name: 'Back to the graph' }).click()
  await expect(page.locator('.diagram')).toBeVisible()
})
