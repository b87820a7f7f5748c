import { expect, test } from './fixtures'
import { layerButton, openPage, scrollTo } from './page'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }

test('a number in the words of a lesson says what it counts where it is pointed at, reached by keys or tapped', async ({
  page,
}) => {
  await page.goto('./#/course/mixed-kernels/four-paths')
  const step = page.locator('.lesson-text [data-step="four-paths"]')
  const tip = page.locator('.tip:popover-open')
  const shape = step.locator('.count.shape').first()
  await shape.hover()
  await expect(tip).toHaveText('output of input, height × width × channels')
  await page.mouse.move(2, 2)
  await expect(tip).toHaveCount(0)
  await shape.focus()
  await expect(tip).toHaveText('output of input, height × width × channels')
  await page.keyboard.press('Escape')
  await expect(tip).toHaveCount(0)
  // A term of the sum lights its path, and says where it comes from.
  await step.getByRole('button', { name: '128', exact: true }).hover()
  await expect(tip).toHaveText(/^path 2: 128 channels from inception\/p2\//)
  expect(await step.locator('[title]').evaluateAll((all) => all.map((each) => each.outerHTML))).toEqual([])
})

test('the buttons below a lab and below a network stand on one line', async ({ page }) => {
  await page.goto('./#/course/mixed-kernels/kernel-zoo')
  const ends = () =>
    page
      .locator('.figure-tools')
      .filter({ visible: true })
      .last()
      .getByRole('button')
      .filter({ visible: true })
      .evaluateAll((all) =>
        all.map((each) => {
          const { top, bottom } = each.getBoundingClientRect()
          return [Math.round(top), Math.round(bottom)].join(' to ')
        }),
      )
  await expect(page.getByRole('button', { name: 'Save …' })).toBeVisible()
  expect(new Set(await ends()).size).toBe(1)
  await scrollTo(page, 'four-paths')
  await expect(page.getByRole('button', { name: /Save or export/ })).toBeVisible()
  expect(new Set(await ends()).size).toBe(1)
})

test('the card of the join leaves the words below the picture free', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('./#/course/mixed-kernels/four-paths?deck')
  await layerButton(page, 'inception/concat').click()
  const card = page.locator('.layer-card')
  await expect(card).toBeVisible()
  const words = (await page.locator('main > article').boundingBox())!
  await expect
    .poll(async () => {
      const { y, height } = (await card.boundingBox())!
      return y + height
    })
    .toBeLessThanOrEqual(words.y)
})

test.describe('on a phone', () => {
  test.use(phone)

  test('what a switched-off block does is said beside it, however far down the answers are', async ({
    page,
  }) => {
    await page.goto('./#/lab/switch-off?pair=resnet56')
    const lines = page.locator('.surgery-lines')
    await expect(lines).toContainText(/ResNet-56.*plain-56/, { timeout: 40_000 })
    const before = await lines.innerText()
    await page.getByRole('button', { name: /^Block 2: / }).tap()
    await expect(lines).not.toHaveText(before)
    await expect(lines).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('region', { name: 'plain-56 (CIFAR)', exact: true })).not.toBeInViewport()
  })

  test('the button that opens the inspector lies over no part of the legend', async ({ page }) => {
    await openPage(page, '#/n/googlenet-bn')
    await page.getByRole('button', { name: 'Do not show this again' }).tap()
    const legend = page.locator('.diagram-legend')
    await legend.evaluate((element) => element.scrollTo(10_000, 0))
    const last = legend.locator(':scope > :not([hidden])').last()
    const button = (await page.locator('.inspector-toggle').boundingBox())!
    const { x, width } = (await last.boundingBox())!
    expect(x + width).toBeLessThanOrEqual(button.x)
  })
})

test('the shape beside a tensor says what it is, and a click selects what it leaves', async ({ page }) => {
  await openPage(page, '#/n/lenet5')
  const input = (await layerButton(page, 'input').boundingBox())!
  const after = (await layerButton(page, 'conv1').boundingBox())!
  // The numbers stand in the middle between the two, below the ribbon.
  const x = (input.x + input.width + after.x) / 2
  const tip = page.locator('.tip:popover-open')
  const says = 'height, width and channels: the output of input'
  const find = async () => {
    for (let y = input.y + input.height / 2 + 20; y < input.y + input.height + 60; y += 6) {
      await page.mouse.move(x, y)
      await page.mouse.move(x + 1, y)
      await page.waitForTimeout(200)
      if (await tip.getByText(says).count()) return true
    }
    return false
  }
  // What tells about it is fetched when the pointer comes.
  await expect.poll(find, { timeout: 40_000 }).toBe(true)
  await expect(tip).toHaveText(says)
  await page.mouse.down()
  await page.mouse.up()
  await expect(page).toHaveURL(/node=input/)
})

test('the shape below a tensor of the first page leads to its layer', async ({ page }) => {
  await page.goto('./')
  const label = page.locator('a.river-label').nth(2)
  await expect(label).toHaveText('56×56×192')
  await label.click()
  await expect(page).toHaveURL(/#\/n\/.*node=/)
})
