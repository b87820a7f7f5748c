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
    text.replace(/ ?trained/, '').replace(' shown now', ''),
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
  await expect(page.getByRole('link', { name: 'GoogLeNet, open' })).toBeInViewport()

  await page.getByRole('radio', { name: 'Open', exact: true }).check()
  await expect(page).toHaveURL(/#\/gallery\?state=open$/)
  await expect(page.getByRole('link', { name: /, closed$/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'LeNet-5' }).click()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/n\/lenet5-1998\?open=all&seed=4&backend=wasm$/)
  await expect(page.getByRole('treeitem', { name: /C1/ }).first()).toHaveAttribute('aria-expanded', 'true')

  await page.goBack()
  await expect(page.getByRole('heading', { name: 'All networks as pictures' })).toBeVisible()
  await page.getByRole('link', { name: /^Back to LeNet-5/ }).click()
  await expect(page).toHaveURL(/#\/n\/lenet5-1998/)
})
