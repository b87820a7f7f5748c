import { expect, test } from './fixtures'

test('keys of a talk: black and back, search in the overview, the list of keys, Escape leaves when nothing is open and Page Down returns', async ({
  page,
}) => {
  await page.goto('./#/course/shapes/to-scale?deck&order=lecture')
  const place = page.locator('.deck-place')
  await expect(place).toContainText(/^1 of/)
  await page.keyboard.press('b')
  const veil = page.locator('.deck-veil')
  await expect(veil).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(veil).toHaveCount(0)
  await expect(place).toContainText(/^1 of/)

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('Black screen on or off')
  await page.keyboard.press('Escape')
  await page.keyboard.press('o')
  await page.getByRole('searchbox', { name: 'Search the slides' }).fill('batch of one')
  await expect(page.locator('.overview-slides li')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/train-and-inference\/batch-of-one\?deck&order=lecture$/)
  const at = await place.textContent()

  const question = page.locator('.deck-text summary').first()
  await question.click()
  await page.keyboard.press('Escape')
  await expect(page.locator('.deck-text details[open]')).toHaveCount(0)
  await expect(page).toHaveURL(/\?deck/)
  await page.keyboard.press('Escape')
  await expect(page.locator('.lesson-text')).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(place).toHaveText(at!)

  // Another day the talk goes on where it stopped.
  await page.goto('./#/course')
  await page.getByRole('link', { name: /lecture’s order/ }).click()
  await expect(page).toHaveURL(/train-and-inference\/batch-of-one\?deck&order=lecture$/)
})

test('a click into the figure leaves the arrows to the talk, Tab gives them to the figure and the screen says so', async ({
  page,
}) => {
  await page.goto('./#/course/mixed-kernels/four-paths?deck')
  const place = page.locator('.deck-place')
  await page.getByRole('treeitem').first().focus()
  await page.keyboard.press('Tab')
  await page.getByRole('treeitem').first().focus()
  await expect(page.locator('.deck-arrows')).toBeVisible()
  const at = await place.textContent()
  await page.keyboard.press('ArrowRight')
  await expect(place).toHaveText(at!)
  await page.locator('.diagram').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('ArrowRight')
  await expect(place).not.toHaveText(at!)
})

test('an order that nobody knows is refused with a sentence', async ({ page }) => {
  await page.goto('./#/course/shapes/tensor?deck&order=shapes/tensor,nowhere')
  await expect(page.locator('.deck-place')).toContainText(/^1 of 1/)
  await expect(page.getByRole('alert')).toContainText('There is no order, lesson or slide “nowhere”')
})
