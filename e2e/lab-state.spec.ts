import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { layerButton, scrollTo } from './page'

const width = (page: Page) => page.getByRole('slider', { name: 'width', exact: true })

test('what is set in a lab stands in the address, and outlives a slide on and back and a reload', async ({
  page,
}) => {
  await page.goto('./#/course/imagenet-race/bigger?deck')
  await expect(width(page)).toHaveAttribute('aria-valuetext', '16 filters')
  await width(page).press('ArrowRight')
  await expect(page).toHaveURL(/bigger\?deck&lab\.width=32$/)
  await page.keyboard.press('PageDown')
  await expect(page).toHaveURL(/imagenet-race\/(?!bigger)[^?]+\?deck$/)
  await page.keyboard.press('PageUp')
  await expect(page).toHaveURL(/bigger\?deck&lab\.width=32$/)
  await expect(width(page)).toHaveAttribute('aria-valuetext', '32 filters')
  await page.reload()
  await expect(width(page)).toHaveAttribute('aria-valuetext', '32 filters')
  await page.locator('.step-title').press('r')
  await expect(width(page)).toHaveAttribute('aria-valuetext', '16 filters')
  await expect(page).toHaveURL(/bigger\?deck$/)
})

test('a link shows a lab as it was set, and says what of it cannot be', async ({ page }) => {
  await page.goto('./#/course/imagenet-race/bigger?lab.width=64&lab.blocks=99&lab.widht=8')
  await expect(width(page)).toHaveAttribute('aria-valuetext', '64 filters')
  const alerts = page.getByRole('alert')
  await expect(
    alerts.filter({ hasText: 'option "blocks" cannot be 99: it takes a whole number from 1 to 9' }),
  ).toBeVisible()
  await expect(alerts.filter({ hasText: 'the lab has no option "widht"; did you mean width?' })).toBeVisible()
  await page.getByRole('button', { name: 'Back to the slide’s figure' }).click()
  await expect(width(page)).toHaveAttribute('aria-valuetext', '16 filters')
  await expect(alerts).toHaveCount(0)
})

test('what was done in a lab is there when the reader scrolls back to it', async ({ page }) => {
  // A link passes the questions before it.
  await page.goto('./#/course/compute-and-memory/not-compute')
  const canvas = page.getByRole('application')
  await expect(page).toHaveURL(/not-compute/)
  await scrollTo(page, 'weights-are-reused')
  await canvas.press('ArrowDown')
  await canvas.press('ArrowDown')
  const painted = page.locator('.paint-lab .lab-readout')
  const before = await painted.innerText()
  await scrollTo(page, 'not-compute')
  await expect(canvas).toBeHidden()
  await scrollTo(page, 'weights-are-reused')
  await expect(canvas).toBeVisible()
  expect(await painted.innerText()).toBe(before)
})

test('a block that was opened on a slide is open on coming back and after a reload; r closes it', async ({
  page,
}) => {
  await page.goto('./#/course/whole-net/nine-blocks?deck')
  const block = layerButton(page, 'inception_3a')
  await expect(block).toHaveAttribute('aria-expanded', 'false')
  await block.press('Enter')
  await expect(block).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('PageDown')
  await expect(page).toHaveURL(/whole-net\/(?!nine)[^?]+\?deck$/)
  await page.keyboard.press('PageUp')
  await expect(block).toHaveAttribute('aria-expanded', 'true')
  await page.reload()
  await expect(block).toHaveAttribute('aria-expanded', 'true')
  await page.locator('.step-title').press('r')
  await expect(block).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageUp')
  await expect(block).toHaveAttribute('aria-expanded', 'false')
})
