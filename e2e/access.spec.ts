import { violations } from './axe'
import { expect, test } from './fixtures'
import { openPage, ranOnce } from './page'

for (const theme of ['Light', 'Dark', 'Projector'])
  test(`nothing serious stands in the way of anybody, theme ${theme}`, async ({ page }) => {
    await openPage(page, '#/n/lenet5?open=all&node=conv1/conv')
    await page.getByRole('radio', { name: theme }).check()
    await ranOnce(page)
    await expect(page.getByRole('slider', { name: /^Channels/ })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByRole('tab', { name: /^Options/ }).click()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: /^Network: / }).click()
    await expect(page.getByRole('option').first()).toBeVisible()
    expect(await violations(page)).toEqual([])
  })

test('the theme is kept, and the projector has no small type', async ({ page }) => {
  await openPage(page, '#/n/lenet5?node=conv1/conv')
  await page.getByRole('radio', { name: 'Projector' }).check()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector')
  // Not of what stands there until the scripts have come.
  await expect(page.getByRole('slider', { name: /^Channels/ })).toBeVisible({ timeout: 40_000 })
  const smallest = await page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('#root *')]
        .filter((element) => !element.closest('svg, .diagram-container') && element.checkVisibility())
        .filter((element) =>
          [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        )
        .map((element) => parseFloat(getComputedStyle(element).fontSize)),
    ),
  )
  expect(smallest).toBeGreaterThanOrEqual(18)
})

test('the keyboard alone chooses a network, opens a group, reads a layer and enlarges a map @daily', async ({
  page,
}) => {
  await openPage(page, '#/n/lenet5?backend=wasm')
  await ranOnce(page)
  const tabTo = async (name: RegExp) => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
      })
      if (name.test(focused)) return
    }
    throw new Error(`Tab never reached ${name}`)
  }
  await tabTo(/^Network: /)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Network: LeNet-5 (1998)' })).toBeFocused()

  await tabTo(/^C1$/)
  await page.keyboard.press('Enter')
  await tabTo(/^Open it in the graph$/)
  await page.keyboard.press('Enter')
  await tabTo(/^conv$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '5×5 conv, 6' })).toBeVisible()
  await ranOnce(page)
  await expect(page.getByRole('slider', { name: /^Channels/ })).toBeVisible()
  await tabTo(/^Channels/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'C1/conv: channel 1 of 6' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('slider', { name: /^Channels/ })).toBeFocused()
})

test('on a phone the graph has at least half of the screen until something is chosen, which opens the inspector below it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openPage(page, '#/n/resnet18?backend=wasm')
  expect((await page.locator('.diagram').boundingBox())!.height).toBeGreaterThanOrEqual(422)
  await expect(page.locator('#inspector')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Open the inspector' })).toContainText('About it')
  await page.locator('.diagram [data-id="maxpool"]').first().click()
  await expect(page.locator('#inspector')).toBeVisible()
  await expect(page.locator('#inspector')).toContainText('3×3 max /2')
})

test('a phone shows graph and inspector one above the other, and nothing sticks out', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openPage(page, '#/n/resnet18?node=conv1/conv&backend=wasm')
  await ranOnce(page)
  const graph = (await page.locator('.diagram-frame').boundingBox())!
  const inspector = (await page.locator('#inspector').boundingBox())!
  expect(graph.height).toBeGreaterThan(150)
  expect(inspector.y).toBeGreaterThanOrEqual(graph.y + graph.height - 1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: 'Close the inspector' }).click()
  await expect(page.locator('#inspector')).toBeHidden()
  expect((await page.locator('.diagram-frame').boundingBox())!.height).toBeGreaterThan(graph.height + 100)
})
