import type { Page } from 'playwright/test'
import { violations } from './axe'
import { expect, test } from './fixtures'
import { layerButton, openPage } from './page'

const field = (page: Page) => page.getByRole('combobox', { name: 'Search layers and networks' })

test('a search finds a layer by its shape, shows it in the graph, and Escape gives the focus back', async ({
  page,
}) => {
  await openPage(page, '#/n/googlenet?backend=wasm')
  const button = page.getByRole('button', { name: 'Search', exact: true })
  await button.focus()
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(field(page)).toBeHidden()
  await expect(button).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('28x28x256 concat')
  await expect(page.getByRole('status').filter({ hasText: '1 part of GoogLeNet.' })).toBeVisible()
  const option = page.getByRole('option', { name: /^concat/ })
  await expect(option).toContainText('28×28×256')
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id'))!)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(field(page)).toBeHidden()
  await expect(page).toHaveURL(/open=inception_3a&node=inception_3a\/concat/)
  await expect(layerButton(page, 'inception_3a/concat')).toBeFocused()
})

test('a search forgives a typing mistake and leads to another network', async ({ page }) => {
  await openPage(page)
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.keyboard.type('resnte152')
  await page.getByRole('option', { name: /^ResNet-152/ }).click()
  await expect(page.getByRole('button', { name: 'Network: ResNet-152' })).toBeVisible()
})

test('? lists the keys, and single characters can be switched off for good', async ({ page }) => {
  await openPage(page)
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  await expect(dialog).toContainText('Search layers and networks')
  await expect(dialog).toContainText('close the surrounding group')
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('checkbox', { name: /Single-character/ }).uncheck()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.locator('.diagram')).toBeVisible()
  await page.keyboard.press('o')
  await page.keyboard.press('?')
  await expect(dialog).toBeHidden()
  await expect(page).not.toHaveURL(/open=all/)
  await page.getByRole('button', { name: 'Keys' }).click()
  await dialog.getByRole('checkbox', { name: /Single-character/ }).check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('o')
  await expect(page).toHaveURL(/open=all/)
})

test('a trace says what a layer needs and feeds, and its address restores it', async ({ page }) => {
  await openPage(page, '#/n/resnet18?open=conv2_x,conv2_x/block2&node=conv2_x/block2/add')
  await page.keyboard.press('t')
  const bar = page.getByRole('group', { name: 'Trace', exact: true })
  await expect(bar).toContainText(/^add needs 16 earlier operations and feeds /)
  await expect(page).toHaveURL(/trace=both/)
  await bar.getByRole('radio', { name: 'What it feeds' }).check()
  await expect(page).toHaveURL(/trace=feeds/)
  await page.reload()
  await expect(bar.getByRole('radio', { name: 'What it feeds' })).toBeChecked()
  // The arrow keys go on as before.
  await layerButton(page, 'conv2_x/block2/add').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(bar).toContainText(/^relu2 needs 17 earlier operations/)
  // The group around the layer stays open.
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await expect(page).toHaveURL(/open=conv2_x,conv2_x\/block2/)
  await expect(page).not.toHaveURL(/trace/)
})

/** Whether all tools are seen whole, each with its name, and in one row where they should be. */
async function seen(page: Page, selector: string) {
  return page.locator(selector).evaluateAll((all) => {
    // Measured at once, since the header above still changes.
    const boxes = all.map((tool) => tool.getBoundingClientRect())
    const tops = boxes.map(({ top, height }) => top + height / 2)
    return {
      names: all.map(
        (tool) => (tool as HTMLElement).innerText.trim() || getComputedStyle(tool, '::after').content,
      ),
      rows: new Set(tops.map((top) => Math.round(top / 10))).size,
      out: boxes.filter(({ left, right }) => left < 0 || right > innerWidth).length,
      cut: all.filter((tool) => tool.scrollWidth > tool.clientWidth + 1).length,
    }
  })
}

for (const theme of ['light', 'projector'])
  test(`on a phone the commonest tools stand in one row, the others in a menu, each with its name, in the ${theme} theme`, async ({
    page,
  }) => {
    await page.addInitScript((theme) => localStorage.setItem('layerwise:theme', theme), theme)
    await page.setViewportSize({ width: 390, height: 844 })
    await openPage(page, '#/n/googlenet?node=conv1')
    const row = await seen(page, '.tools button:visible')
    expect(row).toMatchObject({ rows: 1, out: 0, cut: 0 })
    expect(row.names).toHaveLength(3)
    await page.getByRole('button', { name: 'More', exact: true }).click()
    const menu = await seen(page, '.more-tools button:visible')
    expect(menu).toMatchObject({ out: 0, cut: 0 })
    expect(menu.names.length).toBeGreaterThan(7)
    for (const name of menu.names) expect(name).toMatch(/\w/)
    // What is chosen is seen below.
    await page.getByRole('button', { name: 'Open all' }).click()
    await expect(page.locator('.more-tools')).toBeHidden()
    await expect(page).toHaveURL(/open=/)
  })

test('on a phone the view and the search open from there, and nothing sticks out', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openPage(page, '#/n/googlenet?node=conv1')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'View' }).click()
  await page.getByRole('radio', { name: 'Channels × height × width' }).check()
  await expect(page).toHaveURL(/axes=chw/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.keyboard.type('conv')
  await expect(page.getByRole('option').first()).toBeInViewport()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('a key that belongs to an input method neither takes a hit nor closes the search', async ({ page }) => {
  await openPage(page)
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await field(page).fill('conv1')
  await expect(page.getByRole('option').first()).toBeVisible()
  const press = (key: string, isComposing: boolean) =>
    field(page).evaluate(
      (input, [key, isComposing]) =>
        input.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: key as string,
            isComposing: isComposing as boolean,
            bubbles: true,
            cancelable: true,
          }),
        ),
      [key, isComposing] as const,
    )
  for (const key of ['Enter', 'Escape']) {
    // Left to the input method, which is why it is not prevented either.
    expect(await press(key, true)).toBe(true)
    await expect(field(page)).toHaveValue('conv1')
  }
  expect(await press('Enter', false)).toBe(false)
  await expect(field(page)).toBeHidden()
})
