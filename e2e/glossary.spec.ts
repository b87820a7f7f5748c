import { expect, test } from './fixtures'

test('the first mention of a term opens its meaning under the pointer and the focus, and in place on a click or Enter; the card leads to the glossary', async ({
  page,
}) => {
  await page.goto('./#/course/degradation/deeper-better')
  const term = page.locator('.lesson-text').getByRole('link', { name: 'plain network', exact: true })
  await expect(term).toHaveCount(1)
  const card = page.locator('.hover-card')
  await term.hover()
  await expect(card).toContainText('Convolutions in a row, without shortcuts.')
  await page.mouse.move(0, 0)
  await expect(card).toHaveCount(0)
  await term.click()
  await page.mouse.move(0, 0)
  await expect(card).toBeVisible()
  await page.waitForTimeout(300)
  await expect(card).toBeVisible()
  await expect(page).toHaveURL(/degradation/)
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await term.focus()
  await page.keyboard.press('Enter')
  await expect(card.getByRole('link', { name: 'In the glossary' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(term).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(card.getByRole('link', { name: 'In the glossary' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-about] dt')).toHaveText('plain network')
})

test('on a slide a term is opened in place, Escape closes it and nothing else, and a clicker goes on', async ({
  page,
}) => {
  await page.goto('./#/course/degradation/deeper-better?deck')
  const place = page.locator('.deck-place')
  await expect(place).toContainText(/^\d+ of/, { timeout: 20_000 })
  const number = parseInt((await place.textContent())!)
  // All of its words.
  await page.keyboard.press('d')
  const term = page.locator('.deck-text .term:visible').first()
  const card = page.locator('.hover-card')
  await term.click()
  await expect(card).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await expect(place).toContainText(new RegExp(`^${number} of`))
  await term.click()
  await expect(card).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(card).toHaveCount(0)
})

test('a term that comes to lie under a pointer at rest stays closed until the pointer moves', async ({
  page,
}) => {
  await page.goto('./#/course/degradation/deeper-better')
  const term = page.locator('.lesson-text').getByRole('link', { name: 'plain network', exact: true })
  const card = page.locator('.hover-card')
  await term.scrollIntoViewIfNeeded()
  const { x, y } = (await term.boundingBox())!
  await page.mouse.move(x + 8, y + 8 + 60)
  await page.mouse.move(x + 8, y + 8 + 64)
  // What holds the text is moved, as when a slide or a page comes.
  await term.evaluate((word) => {
    const box = word.closest<HTMLElement>('p')!
    Object.assign(box.style, { position: 'relative', top: '64px' })
  })
  await expect
    .poll(() => page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.className, [x + 8, y + 72]))
    .toBe('term')
  await page.waitForTimeout(1000)
  await expect(card).toHaveCount(0)
  await page.mouse.move(x + 11, y + 72)
  await expect(card).toBeVisible()
})

test('the glossary goes to the word that was asked for', async ({ page }) => {
  await page.goto('./#/course/glossary?term=ReLU')
  await expect(page.locator('[data-about] dt')).toHaveText('ReLU')
  await expect(page.locator('[data-about]')).toBeInViewport()
})

test('a slip is folded beside the question whose answer it holds, and opens by keyboard', async ({
  page,
}) => {
  await page.goto('./#/course/count-it/four-million')
  const slip = page.locator('[data-step="four-million"] details').first()
  await expect(slip.getByRole('button', { name: 'Run the count' })).toBeHidden()
  await slip.locator('summary').press('Enter')
  await slip.getByRole('button', { name: 'Run the count' }).press('Enter')
  await expect(slip.getByText('the rows of the table on slide 12, added up: 6797.7K')).toBeVisible()
  await expect(slip.getByRole('list', { name: 'The count' })).toBeFocused()
})

test.describe('under a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

  test('a term opens its meaning in place, and the card leads on', async ({ page }) => {
    await page.goto('./#/course/degradation/deeper-better')
    const term = page.locator('.lesson-text').getByRole('link', { name: 'plain network', exact: true })
    const card = page.locator('.hover-card')
    // A lesson that is just opened still goes to its slide, which closes what was open.
    await expect(async () => {
      await term.tap()
      await expect(card).toBeVisible({ timeout: 1000 })
    }).toPass()
    await expect(card).toContainText('Convolutions in a row, without shortcuts.')
    await expect(page).toHaveURL(/degradation/)
    await card.getByRole('link', { name: 'In the glossary' }).tap()
    await expect(page.locator('[data-about] dt')).toHaveText('plain network')
  })
})
