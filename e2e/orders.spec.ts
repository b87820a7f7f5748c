import { expect, test } from './fixtures'

test('an order of one’s own is picked, arranged by keys and by dragging, kept, shown, handed on and read back', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('./#/course')
  await page.getByRole('link', { name: 'Arrange your own talk' }).click()
  await page.getByRole('button', { name: 'New order' }).click()
  await page.getByRole('textbox', { name: 'Title of the order' }).fill('Group A, Monday')

  // Search finds slides; what is added comes one behind the other.
  const search = page.getByRole('searchbox')
  const all = page.getByRole('region', { name: 'Slides of the course' })
  const rows = page.getByRole('region', { name: 'The order' }).locator('.order-list > li')
  for (const title of ['A tensor is a box', 'Nine networks, one scale', 'Five minutes']) {
    await search.fill(title)
    await all.getByRole('button', { name: title, exact: true }).click()
  }
  const size = page.locator('.order-size')
  await expect(rows).toHaveCount(3)
  await expect(size).toContainText('3 slides, 8.5 minutes')
  const titles = () => rows.locator('.order-words > b').allInnerTexts()
  expect(await titles()).toEqual(['A tensor is a box', 'Nine networks, one scale', 'Five minutes'])
  // A slide without a figure has its words for a picture, not an empty box.
  const small = rows.last().locator('.slide-thumb')
  await expect(small.locator('.step-title')).toBeVisible()
  await expect(small.locator('.step p').first()).toBeVisible()

  // By keys, and the focus goes along.
  await page.getByRole('button', { name: /^Move “Five minutes”/ }).focus()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('button', { name: 'Move “Five minutes”, slide 2 of 3' })).toBeFocused()
  await page.keyboard.press('Home')
  expect(await titles()).toEqual(['Five minutes', 'A tensor is a box', 'Nine networks, one scale'])
  // By dragging.
  const handle = (await page.getByRole('button', { name: /^Move “Five minutes”/ }).boundingBox())!
  const last = (await rows.last().boundingBox())!
  await page.mouse.move(handle.x + 8, handle.y + 8)
  await page.mouse.down()
  await page.mouse.move(handle.x + 8, last.y + last.height - 4, { steps: 6 })
  await page.mouse.up()
  expect(await titles()).toEqual(['A tensor is a box', 'Nine networks, one scale', 'Five minutes'])
  await page.getByRole('spinbutton', { name: 'Minutes of “A tensor is a box”' }).fill('4')
  await page.getByRole('checkbox', { name: '“Nine networks, one scale” may be left out' }).check()
  await expect(size).toContainText('10.5 minutes, 9 without')
  await page.getByRole('button', { name: 'Take out “Five minutes”' }).click()
  await expect(rows).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows).toHaveCount(3)

  // As a file, and read back; one that is none is refused.
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a file' }).click()
  const file = await (await saving).path()
  await page.getByRole('button', { name: 'Copy a link' }).click()
  await expect(page.getByText('Link copied.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.reload()
  await expect(rows).toHaveCount(3)
  await page.getByRole('link', { name: 'All orders' }).click()
  const chooser = page.getByLabel('Order file')
  await chooser.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
  await expect(page.getByText('“layerwise” in it is missing.')).toBeVisible()
  await chooser.setInputFiles(file)
  await expect(page.getByRole('textbox', { name: 'Title of the order' })).toHaveValue('Group A, Monday 2')

  // The link shows it, with its minutes, wherever an order is chosen.
  await page.goto('about:blank')
  await page.goto(link)
  await expect(page.locator('.deck-place')).toContainText('1 of 3')
  await page.keyboard.press('o')
  const choice = page.getByRole('combobox', { name: 'Order of the slides' })
  await expect(choice.locator('option:checked')).toHaveText('Group A, Monday')
  await choice.selectOption({ label: 'The lecture in ninety minutes' })
  await expect(page.locator('.deck-place')).toContainText('of 54')
  await page.goto('./#/handout')
  await choice.selectOption({ label: 'Group A, Monday' })
  await expect(page.locator('.handout-slide h2')).toContainText([/tensor/, /Nine networks/, /Five minutes/])
  await page.goto('./#/course')
  await expect(page.getByRole('link', { name: 'Group A, Monday, as slides' })).toBeVisible()
})
