import type { Page } from 'playwright/test'
import { violations } from './axe'
import { expect, test } from './fixtures'
import { layerButton } from './page'

// A run, a card and axe take their time on a busy machine.
test.describe.configure({ timeout: 120_000 })

const lesson = './#/course/mixed-kernels/four-paths'

/** The card of a layer, with its maps there. */
async function cardOf(page: Page, name: string) {
  const card = page.getByRole('dialog', { name })
  await expect(card.getByRole('slider', { name: 'Feature maps' })).toBeVisible({ timeout: 40_000 })
  return card
}

async function covers(page: Page, id: string): Promise<boolean> {
  const [card, layer] = await Promise.all([
    page.locator('.layer-card').boundingBox(),
    layerButton(page, id).boundingBox(),
  ])
  return (
    card!.x < layer!.x + layer!.width &&
    layer!.x < card!.x + card!.width &&
    card!.y < layer!.y + layer!.height &&
    layer!.y < card!.y + card!.height
  )
}

test('in a lesson a click on a layer opens its card beside it: maps, shape, numbers, weights and a way to the explorer', async ({
  page,
}) => {
  await page.goto(lesson)
  const id = 'inception/p2/conv2'
  await layerButton(page, id).click()
  const card = await cardOf(page, '3×3 conv, 128')
  expect(await covers(page, id)).toBe(false)
  await expect(card.locator('.layer-facts')).toContainText('28×28×96 → 28×28×128')
  await expect(card.locator('.layer-facts')).toContainText('110,720')
  await expect(card).toContainText('Random weights, seed 1')
  await expect(card).toContainText('16 of 128 maps')
  await card.getByRole('button', { name: 'All 128' }).click()
  await expect(card).not.toContainText('16 of 128')
  expect(await violations(page)).toEqual([])

  // Another layer takes its place.
  await layerButton(page, 'inception/p1/conv').click()
  await cardOf(page, '1×1 conv, 64')
  await page.getByRole('dialog').getByRole('link', { name: 'Open in the explorer' }).click()
  await expect(page).toHaveURL(/#\/n\/inception-3a\?.*node=inception\/p1\/conv/)
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('on a slide a card is opened, walked through and closed by the keyboard, and the slide stays until a clicker turns it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto(`${lesson}?deck`)
  const place = page.locator('.deck-place')
  await expect(place).toContainText(/^\d+ of/, { timeout: 20_000 })
  const number = parseInt((await place.textContent())!)
  const is = (at: number) => expect(place).toContainText(new RegExp(`^${at} of`))
  const id = 'inception/p2/conv2'
  await layerButton(page, id).focus()
  await page.keyboard.press('Enter')
  const card = await cardOf(page, '3×3 conv, 128')
  expect(await covers(page, id)).toBe(false)
  await expect(card.getByRole('heading', { name: '3×3 conv, 128' })).toBeFocused()
  const maps = card.getByRole('slider', { name: 'Feature maps' })
  await maps.focus()
  const first = await maps.getAttribute('aria-valuetext')
  await page.keyboard.press('ArrowRight')
  await expect(maps).not.toHaveAttribute('aria-valuetext', first!)
  await page.keyboard.press('Space')
  await page.keyboard.press('End')
  await is(number)
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await is(number)
  await expect(layerButton(page, id)).toBeFocused()

  // With what the bar says of the arrows then, its buttons stay where they can be pressed on an old projector.
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.evaluate(() => (document.documentElement.dataset.theme = 'projector'))
  await expect(page.getByText('Arrows move in the figure')).toBeVisible()
  const pressed = page.locator('.deck-bar').getByRole('button')
  for (const button of await pressed.all()) await button.click({ trial: true })

  await page.keyboard.press('Enter')
  await cardOf(page, '3×3 conv, 128')
  await page.keyboard.press('PageDown')
  await is(number + 1)
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('on a phone the card is a sheet from below that leaves the picture in sight', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(lesson)
  const id = 'inception/p2/conv2'
  await layerButton(page, id).click()
  const card = await cardOf(page, '3×3 conv, 128')
  expect(await covers(page, id)).toBe(false)
  const box = (await card.boundingBox())!
  expect([box.x, box.width, Math.round(box.y + box.height)]).toEqual([0, 390, 844])
  expect(await card.locator('.layer-card-body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(
    0,
  )
  await card.getByRole('button', { name: 'Close the card' }).click()
  await expect(card).toBeHidden()
})

test('where two networks stand beside each other, each layer has its own card', async ({ page }) => {
  await page.goto('./#/course/residual-block/regular-and-residual')
  await page.locator('.pane.right [data-id="block/add"]').first().click()
  const card = await cardOf(page, 'Addition')
  await expect(card).toContainText('value by value')
  // Both pictures have a layer of this name.
  const network = (await page.locator('.pane.right').getAttribute('aria-label'))!
  await expect(card.locator('.layer-card-head .kicker')).toContainText(network)
})

test('how one value is made: the window slides and the output fills, a step is one position, and a term leads a layer back', async ({
  page,
}) => {
  await page.goto(lesson)
  await layerButton(page, 'inception/p2/conv2').click()
  const card = await cardOf(page, '3×3 conv, 128')
  const output = card.getByRole('slider', { name: 'Place in the output' })
  const index = async () => Number(await output.getAttribute('aria-valuenow'))
  const window = card.getByRole('group', { name: 'The window' })
  await window.getByRole('button', { name: 'Step' }).click()
  expect(await index()).toBe(0)
  await window.getByRole('button', { name: 'Step' }).click()
  expect(await index()).toBe(1)
  await window.getByRole('button', { name: 'Next row' }).click()
  expect(await index()).toBe(29)
  await window.getByRole('button', { name: 'Slide the window' }).click()
  await expect.poll(index).toBeGreaterThan(31)
  await window.getByRole('button', { name: 'Pause' }).click()
  const there = await index()
  await expect(card.locator('.value-empty')).toHaveCount(1)

  // By hand: on the output by keys, on the input by dragging.
  await output.press('ArrowDown')
  expect(await index()).toBe(there + 28)
  const input = card.locator('.value-input .value-front')
  await input.scrollIntoViewIfNeeded()
  const box = (await input.boundingBox())!
  await page.mouse.move(box.x + 5, box.y + 5)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 })
  await page.mouse.up()
  // The map has a ring of padding around it: its middle is the middle of the output.
  expect([13 * 28 + 13, 13 * 28 + 14, 14 * 28 + 13, 14 * 28 + 14]).toContain(await index())

  // What stands below is the value of the run, and what becomes of it.
  const [, value] = (await output.getAttribute('aria-valuetext'))!.split(': ')
  await expect(card.locator('.equation-total')).toHaveText(value)
  await expect(card.getByRole('list', { name: 'What becomes of it' })).toContainText('ReLU max(0, ')

  await card
    .getByRole('group', { name: /^Window of/ })
    .getByRole('button')
    .first()
    .click()
  const before = await cardOf(page, 'ReLU')
  await before.getByRole('navigation', { name: 'The way here' }).getByRole('button').click()
  await cardOf(page, '3×3 conv, 128')
  await expect(output).toHaveAttribute('aria-valuetext', new RegExp(`: ${value}$`))
})

test('where motion is not wanted the window goes step by step', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(lesson)
  await layerButton(page, 'inception/p4/pool').click()
  const window = (await cardOf(page, '3×3 max')).getByRole('group', { name: 'The window' })
  await expect(window.getByRole('button', { name: 'Step' })).toBeVisible()
  await expect(window.getByRole('button', { name: 'Slide the window' })).toHaveCount(0)
})
