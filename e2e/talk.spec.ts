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
  await expect(page.locator('.overview-slides > li')).toHaveCount(1)
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

test('Escape takes a tip and a menu away before it leaves the slides', async ({ page }) => {
  await page.goto('./#/course/mixed-kernels/four-paths?deck')
  const deck = page.locator('.deck')
  await page.locator('.deck .diagram-legend [data-tells]').first().hover()
  const tip = page.locator('.tip:popover-open')
  await expect(tip).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(tip).toHaveCount(0)
  await expect(deck).toBeVisible()

  // A click leaves the focus on the button, outside of what it opens.
  const menu = page.locator('[popover="auto"]:popover-open')
  await page.locator('.deck button[popovertarget]').filter({ visible: true }).first().click()
  await expect(menu).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(deck).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(deck).toHaveCount(0)
})

test('Escape ends a trace before it leaves the slides, where nothing is chosen and no card is open, too', async ({
  page,
}) => {
  await page.goto('./#/course/mixed-kernels/four-paths?deck')
  const deck = page.locator('.deck')
  await expect(page.getByRole('treeitem').first()).toBeVisible()
  await page.keyboard.press('t')
  const bar = page.getByRole('group', { name: 'Trace', exact: true })
  await expect(bar).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await expect(deck).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(deck).toHaveCount(0)
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

test('the overview begins at the slide that is shown, which is drawn first', async ({ page }) => {
  await page.goto('./#/course/residual-block/f-minus-x?deck&order=lecture90')
  await expect(page.getByRole('button', { name: 'Tools of the talk' })).toBeVisible()
  await page.keyboard.press('o')
  const here = page.getByRole('dialog').locator('li', { has: page.locator('[aria-current="page"]') })
  await expect(here.getByRole('button')).toBeInViewport()
  await expect(here.locator('.lab-body')).toBeAttached()
})

for (const size of [
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
])
  test(`votes fill their panel, with all of them in sight beside the answer, at ${size.width} pixels`, async ({
    page,
  }) => {
    await page.addInitScript(() => localStorage.setItem('layerwise:theme', 'projector'))
    await page.setViewportSize(size)
    await page.goto('./#/course/parameters/count-a-layer?deck')
    await expect(page.getByRole('button', { name: 'Tools of the talk' })).toBeVisible()
    await page.keyboard.press('v')
    const panel = page.getByRole('region', { name: 'Ask the room' })
    const vote = panel.getByLabel('A vote')
    /** How far down the panel its last button ends, as a share. */
    const filled = () =>
      panel.evaluate((element) => {
        const { top, height } = element.getBoundingClientRect()
        const ends = [...element.querySelectorAll('.vote-question button')].map(
          (button) => button.getBoundingClientRect().bottom,
        )
        return (Math.max(...ends) - top) / height
      })
    await expect(vote).toBeVisible()
    expect(await filled()).toBeGreaterThan(0.75)
    for (const number of ['240', '208', '208', '2,400', '34,944', '11']) {
      await vote.fill(number)
      await vote.press('Enter')
    }
    await expect(panel.getByText('6 votes')).toBeVisible()
    await expect(panel.getByText('33%')).toBeVisible()
    await panel.getByRole('button', { name: 'Show the answer' }).press('Enter')
    await expect(panel.getByText('Computed:')).toBeVisible()
    expect(await filled()).toBeGreaterThan(0.75)
    expect(await panel.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThan(2)
  })

test('a presenter window that the browser blocks is a link with the reason, which goes when it is dismissed', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.open = () => null
  })
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.goto('./#/course/residual-block/f-minus-x?deck')
  await expect(page.getByRole('button', { name: 'Tools of the talk' })).toBeVisible()
  await page.keyboard.press('p')
  const said = page.getByRole('alert').filter({ hasText: 'did not let this page open a second window' })
  await expect(said).toContainText('allow pop-up windows')
  await expect(said.getByRole('link', { name: 'Open the presenter window' })).toHaveAttribute(
    'target',
    /^layerwise desk/,
  )
  await said.getByRole('button', { name: 'Dismiss' }).click()
  await expect(said).toHaveCount(0)
})
