import type { Locator } from 'playwright/test'
import { violations } from './axe'
import { expect, test } from './fixtures'
import { openPage } from './page'

/** Scrolls a card into view, and counts the colours of its pictures once they are painted. */
function coloursIn(card: Locator): Promise<readonly { name: string | null; colours: number }[]> {
  return card.evaluate(async (element) => {
    element.scrollIntoView()
    const small = new OffscreenCanvas(96, 54).getContext('2d', { willReadFrequently: true })!
    const found = []
    for (const canvas of element.querySelectorAll('canvas')) {
      while (canvas.width === 0 || canvas.ariaBusy !== null)
        await new Promise((resolve) => setTimeout(resolve, 10))
      small.clearRect(0, 0, 96, 54)
      small.drawImage(canvas, 0, 0, 96, 54)
      const pixels = new Uint32Array(small.getImageData(0, 0, 96, 54).data.buffer)
      found.push({ name: canvas.closest('a')!.ariaLabel, colours: new Set(pixels).size })
    }
    return found
  })
}

test('the gallery has a picture of every network, closed and open', async ({ page }) => {
  // All of them, one after the other.
  test.setTimeout(180_000)
  // What there is to choose from is what there are pictures of.
  await openPage(page, '#/n/lenet5?backend=wasm')
  await page.getByRole('button', { name: /^Network: / }).click()
  const offers = page.locator('.dialog .offer-title')
  await expect(offers).not.toHaveCount(0)
  const titles = (await offers.allInnerTexts()).map((text) =>
    text.replace(/ ?trained( with ten classes)?/, '').replace(' shown now', ''),
  )
  await page.goto('./#/gallery')
  const cards = page.getByRole('article')
  await expect(cards.getByRole('heading')).toHaveText(titles)
  expect(await violations(page)).toEqual([])
  for (const title of titles) {
    const pictures = await coloursIn(page.getByRole('article', { name: title, exact: true }))
    expect(pictures.map(({ name }) => name)).toEqual([`${title}, closed`, `${title}, open`])
    // The page, a ribbon and a box at the least.
    for (const { colours } of pictures) expect(colours).toBeGreaterThan(3)
  }
  await expect(cards.getByText(/^\d+ deep$/)).toHaveCount(titles.length)
})

test('a picture leads to its network and the way back to the picture', async ({ page }) => {
  await openPage(page, '#/n/googlenet?open=inception_3a&seed=4&backend=wasm')
  await page.getByRole('button', { name: /^Network: / }).click()
  await page.getByRole('link', { name: 'All networks as pictures' }).click()
  await expect(page).toHaveURL(/#\/gallery$/)
  await expect(page.getByRole('heading', { name: 'All networks as pictures' })).toBeInViewport()

  await page.getByRole('radio', { name: 'Open', exact: true }).check()
  await expect(page).toHaveURL(/#\/gallery\?state=open$/)
  await expect(page.getByRole('link', { name: /, closed$/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'LeNet-5' }).click()
  await page
    .getByRole('link', { name: /^LeNet-5.*, open$/ })
    .first()
    .press('Enter')
  await expect(page).toHaveURL(/#\/n\/lenet5-1998\?open=all&seed=4&backend=wasm$/)
  await expect(page.getByRole('treeitem', { name: /C1/ }).first()).toHaveAttribute('aria-expanded', 'true')

  await page.goBack()
  await expect(page.getByRole('heading', { name: 'All networks as pictures' })).toBeVisible()
  await page.getByRole('link', { name: /^Back to LeNet-5/ }).click()
  await expect(page).toHaveURL(/#\/n\/lenet5-1998/)
})

test('a rounded number says its whole count by keys, and a choice of networks that of the one that keys stand on', async ({
  page,
}) => {
  await page.goto('./#/gallery')
  const card = page.getByRole('article', { name: 'AlexNet (torchvision)' })
  await card.scrollIntoViewIfNeeded()
  const number = card.locator('[aria-description$=" parameters"]')
  await number.focus()
  await expect(card.locator('.tip')).toHaveText(/^\d+,\d{3},\d{3} parameters$/)
  await expect(number).toHaveAccessibleDescription(/^\d+,\d{3},\d{3} parameters$/)
  await page.keyboard.press('Tab')
  await expect(card.locator('.tip').filter({ visible: true })).toHaveText(/^\d{3},\d{3},\d{3} MACs$/)

  await openPage(page, '#/n/resnet18?backend=wasm')
  await page.getByRole('button', { name: /^Network: / }).click()
  const chosen = page.getByRole('option', { name: /^ResNet-18 / })
  await expect(chosen).toHaveAccessibleDescription('11,689,512 parameters, 1,814,073,344 MACs')
  const said = page.locator('.dialog .whole-count')
  await expect(said).toHaveText('ResNet-18: 11,689,512 parameters, 1,814,073,344 MACs')
  await page.keyboard.press('ArrowDown')
  await expect(said).toHaveText(/^ResNet-34: /)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.keyboard.type('conv2_x/block1/conv1')
  await expect(page.getByRole('option').first()).toHaveAccessibleDescription('36,864 parameters')
  await expect(page.locator('.finder .whole-count')).toHaveText('conv1: 36,864 parameters')
})

test('Back leads to where the gallery was left, a link to its top', async ({ page }) => {
  await page.goto('./#/gallery')
  const card = page.getByRole('link', { name: 'GoogLeNet, open' })
  await card.scrollIntoViewIfNeeded()
  await card.click()
  await expect(page).toHaveURL(/#\/n\/googlenet/)
  await page.goBack()
  await expect(card).toBeInViewport()
  await page.getByRole('link', { name: 'Layerwise' }).click()
  await page.getByRole('link', { name: 'Networks', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'All networks as pictures' })).toBeInViewport()
  await expect(card).not.toBeInViewport()
})

test('Back leads to where a long page of the course was left, too', async ({ page }) => {
  const box = () => page.locator('.course-page.scrolls')
  const top = () => box().evaluate((element) => element.scrollTop)
  await page.goto('./#/course/labs')
  const link = page.getByRole('main').getByRole('link').nth(60)
  await link.scrollIntoViewIfNeeded()
  const left = await top()
  expect(left).toBeGreaterThan(500)
  await link.click()
  await expect(box()).toHaveCount(0)
  await page.goBack()
  await expect.poll(top).toBe(left)
  // Loaded anew, so that the network falls silent when the page has grown to its height.
  await page.goto('about:blank')
  await page.goto('./#/measured')
  const row = page.getByRole('heading').nth(6)
  await expect(row).toBeAttached()
  await page.waitForLoadState('networkidle')
  await row.scrollIntoViewIfNeeded()
  let y = -1
  const stays = async () => {
    const before = y
    y = await page.evaluate(() => scrollY)
    return y === before
  }
  await expect.poll(stays, { intervals: [500] }).toBe(true)
  expect(y).toBeGreaterThan(300)
  await page.evaluate(() => (location.hash = '#/course'))
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await page.goBack()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(y)
})

test('names and badges of the gallery, and all of a module’s head, lead where their pictures lead', async ({
  page,
}) => {
  await page.goto('./#/gallery')
  await page.locator('.gallery-card h3 > a').first().click()
  await expect(page).toHaveURL(/#\/n\//)
  await page.goBack()
  await page.locator('.gallery-card a.trained-badge').first().click()
  await expect(page).toHaveURL(/#\/n\//)
  await page.goto('./#/course')
  // The link of the title lies over all of it.
  await page
    .getByText(/^Afterwards, you can/)
    .nth(1)
    .click({ force: true })
  await expect(page).toHaveURL(/#\/course\/[\w-]+/)
  await expect(page.getByRole('article')).toBeVisible()
})
