import { expect, test } from './fixtures'

test('the first mention of a term in a lesson opens its meaning under the pointer and under the focus, and leads to the glossary', async ({
  page,
}) => {
  await page.goto('./#/course/degradation/deeper-better')
  const term = page.locator('.lesson-text').getByRole('link', { name: 'plain network', exact: true })
  await expect(term).toHaveCount(1)
  const card = page.locator('.hover-card')
  await term.hover()
  await expect(card).toContainText('Convolutions in a row, without any way around them.')
  await page.mouse.move(0, 0)
  await expect(card).toHaveCount(0)
  await term.focus()
  await expect(card).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-about] dt')).toHaveText('plain network')
})
