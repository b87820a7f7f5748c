import type { Locator } from 'playwright/test'
import { violations } from './axe'
import { expect, test } from './fixtures'
import { openPage, ranOnce } from './page'

/** A number as it is written on the page. */
const numberIn = (text: string) =>
  Number(text.replaceAll(/[()]/g, '').replaceAll('−', '-').replaceAll(',', ''))

/** The value of `0.5·(−0.25) + 0.1·2`, as a reader with a calculator would find it. */
const valueOf = (sum: string) =>
  sum
    .split(' + ')
    .map((product) =>
      product
        .split('·')
        .map(numberIn)
        .reduce((a, b) => a * b, 1),
    )
    .reduce((a, b) => a + b, 0)

async function partsOf(dialog: Locator): Promise<number[]> {
  return (await dialog.locator('.equation-number').allInnerTexts()).map(numberIn)
}

test('a pixel of the first convolution is the sum of the terms on screen, one layer after the other', async ({
  page,
}) => {
  await openPage(page, '#/n/resnet18?node=conv1/conv&backend=wasm')
  await ranOnce(page)
  await page.getByRole('slider', { name: 'Channels; Enter enlarges one' }).press('Enter')
  const map = page.getByRole('slider', { name: 'Value in the map' })
  await map.press('ArrowDown')
  const shown = numberIn(await page.locator('.big-value b').innerText())
  await map.press('Enter')

  const dialog = page.getByRole('dialog', { name: 'conv1/conv: row 57, column 56, channel 0' })
  await expect(page).toHaveURL(/unit=57,56,0/)
  const total = numberIn(await dialog.locator('.equation-total').innerText())
  // The same value, once with three digits and once with four.
  expect(Math.abs(total - shown)).toBeLessThanOrEqual(0.006 * Math.abs(total))
  const parts = await partsOf(dialog)
  expect(parts).toHaveLength(3)
  expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(total, 2)

  const windows = dialog.getByRole('article')
  for (let i = 0; i < 3; i++) {
    await windows.nth(i).getByText('All 49 products written out').click()
    const [sum, result] = (await windows.nth(i).locator('.patch-text').innerText()).split(' = ')
    expect(sum.split(' + ')).toHaveLength(49)
    expect(valueOf(sum)).toBeCloseTo(numberIn(result), 2)
    expect(numberIn(result)).toBe(parts[i])
  }

  await windows
    .first()
    .getByRole('button', { name: /^input, row/ })
    .first()
    .click()
  await expect(page.getByText('A value of the image itself')).toBeVisible()
  await page.getByRole('navigation', { name: 'The way here' }).getByRole('button').first().click()
  await expect(dialog.locator('.equation-total')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page).not.toHaveURL(/unit=/)
})

test('a link leads to one number: the corner of a pooling, its padding and its winner', async ({ page }) => {
  await openPage(page, '#/n/resnet18?node=maxpool&unit=0,0,3&backend=wasm')
  const dialog = page.getByRole('dialog', { name: 'maxpool: row 0, column 0, channel 3' })
  await expect(dialog.getByText('The largest of 4 values. 5 more lie in the padding')).toBeVisible({
    timeout: 40_000,
  })
  const cells = dialog.getByRole('group', { name: /^Window of/ }).getByRole('button')
  await expect(cells).toHaveCount(9)

  // While the window slides, the place above goes with it.
  const column = page.getByRole('dialog').getByRole('spinbutton', { name: 'column' })
  await dialog.getByRole('button', { name: 'Slide the window' }).click()
  await expect.poll(async () => Number(await column.inputValue())).toBeGreaterThan(2)
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click()
  await column.fill('0')
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'padding' })).toHaveCount(5)
  const winner = dialog.getByRole('button', { name: /the largest$/ })
  const largest = numberIn(await dialog.locator('.equation-total').innerText())
  expect(numberIn(await winner.innerText())).toBeCloseTo(largest, 2)
  await expect(dialog.getByText('5 rows and 5 columns of it lie outside the image')).toBeVisible()

  expect(await violations(page)).toEqual([])

  // The way on is open to the keyboard too.
  await winner.focus()
  await winner.press('Enter')
  await expect(page.getByRole('dialog', { name: /channel 3$/ })).not.toHaveAccessibleName(/^maxpool/)
})

test('an address that names a value that is not there says what is', async ({ page }) => {
  await openPage(page, '#/n/resnet18?node=conv1/conv&unit=112,0,0')
  await expect(page.getByText(/its rows go from 0 to 111/)).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
})
