import type { Page } from 'playwright/test'
import { violations } from './axe'
import { expect, test } from './fixtures'

/** The trained network at work. */
const picture = (page: Page) => page.getByRole('figure', { name: /looks at/ })

/** Waits until the network has said what it sees. */
const said = async (page: Page) =>
  expect(picture(page).locator('.living-word')).toHaveText(/^an? /, { timeout: 30_000 })

/** Of the requests from now on, those for weights. */
function weightsAsked(page: Page): () => readonly string[] {
  const asked: string[] = []
  page.context().on('request', (request) => {
    if (/weights\.bin/.test(request.url())) asked.push(request.url())
  })
  return () => asked
}

/** Whether a canvas shows more than one color. */
const isPainted = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) =>
    all.every((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement
      const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height)
      return new Set(new Uint32Array(data.buffer)).size > 1
    }),
  )

test('a visitor sees a trained network at work before any weights are fetched, and what it says', async ({
  page,
}) => {
  const asked = weightsAsked(page)
  await page.goto('./')
  await said(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveTitle(/^Layerwise: /)
  // A tensor for each size of its maps, with maps inside.
  const faces = picture(page).getByRole('link', { name: /pixels, \d+ channels$/ })
  await expect(faces).toHaveCount(6)
  await expect(page.locator('.river-face > canvas')).toHaveCount(6)
  await expect.poll(() => isPainted(page, '.river-face > canvas'), { timeout: 30_000 }).toBe(true)
  await expect(picture(page).getByText(/^an? [\w ]+\d+\.\d\s?%$/)).toBeVisible()
  await expect(
    picture(page)
      .getByRole('list', { name: /most likely/ })
      .getByRole('listitem'),
  ).toHaveCount(3)
  await expect(picture(page).getByText(/trained on ten classes/)).toBeVisible()
  await expect(picture(page).getByText('A stored result.')).toBeVisible()
  expect(await violations(page)).toEqual([])
  expect(asked()).toEqual([])
})

test('a tensor leads to its layer in the explorer, Back to the first page, and every door where it says @daily', async ({
  page,
}) => {
  await page.goto('./')
  await said(page)
  await picture(page)
    .getByRole('link', { name: /^Feature maps/ })
    .nth(2)
    .click()
  await expect(page).toHaveURL(/#\/n\/.*node=/)
  await expect(page.getByRole('heading', { name: /Feature maps/ }).first()).toBeVisible()
  // Before any weights are here it shows what is stored of them, and offers the rest.
  const maps = page.getByRole('list', { name: 'Stored feature maps' }).getByRole('button')
  await expect(maps).toHaveCount(4)
  await expect(page.getByText(/^The first 4 of \d+ maps/)).toBeVisible()
  // One is enlarged by a press, as it is after a run, and the others follow.
  await maps.nth(3).press('Enter')
  await expect(page.getByRole('dialog', { name: /: channel 3 of \d+$/ })).toBeVisible()
  await page.getByRole('button', { name: 'next' }).click()
  const enlarged = page.getByRole('dialog', { name: /: channel 0 of \d+$/ })
  await expect(enlarged.getByRole('img', { name: 'Map 0' })).toBeVisible()
  await expect(enlarged.getByRole('button', { name: /^Fetch them/ })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(maps.nth(3)).toBeFocused()
  await expect(page.getByRole('button', { name: /^Fetch them/ })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'See how a network sees.' })).toBeVisible()
  await page.getByRole('link', { name: /^Explore a network/ }).click()
  await expect(page).toHaveURL(/#\/n\//)
  await expect(page.getByRole('tree').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Network: / })).toBeVisible()
  await expect(page.getByText(/trained on/).first()).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: /^Take the course/ }).click()
  await expect(page).toHaveURL(/#\/course$/)
})

/** Drops a small image of one's own on the page. */
async function dropPhoto(page: Page): Promise<void> {
  const drop = await page.evaluateHandle(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 64
    canvas.getContext('2d')!.fillRect(8, 8, 32, 32)
    const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), 'image/png'))
    const data = new DataTransfer()
    data.items.add(new File([blob], 'mine.png', { type: 'image/png' }))
    return data
  })
  await page.locator('body').dispatchEvent('drop', { dataTransfer: drop })
  await expect(page.getByRole('figure', { name: /looks at mine\.png$/ })).toBeVisible()
}

test('another image with a stored result is answered in place, and so is a dropped photo, whose weights come unasked', async ({
  page,
}) => {
  const asked = weightsAsked(page)
  await page.goto('./')
  const word = picture(page).locator('.living-word')
  await said(page)
  await page
    .getByRole('list', { name: 'Images with a stored result' })
    .getByRole('button', { pressed: false })
    .first()
    .click()
  await expect(picture(page).getByText(/which is not one of the ten classes/)).toBeVisible()
  await expect(word).toHaveText(/\d\s?%$/)
  await expect(picture(page).getByText('A stored result.')).toBeVisible()
  expect(asked()).toEqual([])
  await dropPhoto(page)
  await expect.poll(() => asked().length, { timeout: 40_000 }).toBeGreaterThan(0)
  await expect(picture(page).getByText(/^Ran \d+ operations in/)).toBeVisible({ timeout: 60_000 })
  await expect(word).toHaveText(/^an? [\w ]+\d+\.\d\s?%$/)
})

test('who saves data is asked before weights are fetched for a photo; “Send it through” fetches them, runs and plays', async ({
  page,
}) => {
  const asked = weightsAsked(page)
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
  )
  await page.goto('./')
  await said(page)
  await dropPhoto(page)
  const word = picture(page).locator('.living-word')
  await expect(word).toHaveText('Not seen yet')
  await expect(picture(page).getByText(/set to save data/)).toBeVisible()
  await expect(picture(page).getByRole('button', { name: /^Run it live/ })).toBeVisible()
  expect(asked()).toEqual([])
  await picture(page)
    .getByRole('button', { name: /Send it through/ })
    .click()
  await expect(picture(page).getByRole('button', { name: /To the end/ })).toBeVisible({ timeout: 60_000 })
  await expect(word).toHaveText(/^an? [\w ]+\d+\.\d\s?%$/, { timeout: 30_000 })
  await expect(picture(page).getByText(/^Ran \d+ operations in/)).toBeVisible()
})

test('the forward pass is played by key, and is there at once for those who want no movement', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('./')
  await said(page)
  await page.keyboard.press('p')
  await expect(page.locator('.river-face.ahead')).toHaveCount(0)
  await said(page)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const [send, tools] = [page.getByRole('button', { name: /Send it through/ }), page.locator('.living-tools')]
  await page.evaluate(() => document.fonts.ready)
  const before = [await send.boundingBox(), await tools.boundingBox()]
  await send.click()
  await expect(page.locator('.river-face.ahead').first()).toBeVisible()
  await expect(picture(page).locator('.living-word')).toHaveText('…')
  // Nothing moves beneath the pointer.
  const end = page.getByRole('button', { name: /To the end/ })
  expect([await end.boundingBox(), await tools.boundingBox()]).toEqual(before)
  await page.getByRole('button', { name: /To the end/ }).click()
  await said(page)
})

test('“pick an image” opens the images, “open a model file” the files, `?` the keys of this page, and “Labs” the list of figures', async ({
  page,
}) => {
  await page.goto('./')
  await said(page)
  await page.getByRole('button', { name: 'pick an image' }).click()
  await expect(page.getByRole('dialog', { name: 'Choose an image' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'open a model file' }).click()
  await expect(page.getByRole('dialog', { name: 'Files of your own' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys.getByText(/^Send the image through/)).toBeVisible()
  // What this page has not.
  await expect(keys.getByText('Open all groups')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Labs' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Labs' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Train it here' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Train it here' })).toBeVisible()
  await expect(page.locator('.lab-body')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What to look for' })).toBeVisible()
})

test('every sign of the picture answers: a class with its map, a ribbon with what it is', async ({
  page,
}) => {
  const asked = weightsAsked(page)
  await page.goto('./')
  await said(page)
  const bars = picture(page).getByRole('list', { name: /most likely/ })
  const first = bars.getByRole('button').first()
  await first.click()
  await expect(first).toHaveAttribute('aria-pressed', 'true')
  const map = picture(page).getByRole('img', { name: /^What speaks for and against/ })
  await expect(map).toBeVisible()
  // The answer in words is the first of the bars.
  const word = picture(page).locator('.living-word').getByRole('button')
  await expect(word).toHaveAttribute('aria-pressed', 'true')
  await word.press('Enter')
  await expect(map).toBeHidden()
  await word.click()
  await expect(first).toHaveAttribute('aria-pressed', 'true')
  await expect(map).toBeVisible()
  await expect(picture(page).getByText(/mean of this map/)).toBeVisible()
  expect(await violations(page)).toEqual([])
  // A cell at the end of the ribbons is the same class; arrows lead to the others.
  const cells = page.getByRole('group', { name: 'The classes at the end' }).getByRole('button')
  await expect(cells).toHaveCount(10)
  await cells.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(cells.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(cells.nth(1)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Enter')
  await expect(map).toBeHidden()
  // All of a row answers, not only its name.
  await bars.getByRole('listitem').nth(1).locator('b').click({ force: true })
  await expect(bars.getByRole('button').nth(1)).toHaveAttribute('aria-pressed', 'true')
  const tip = page.locator('.river .tip').filter({ visible: true })
  await expect(tip).toBeHidden()
  await page.getByRole('link', { name: /^inception_4c: / }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(tip).toHaveText(
    /^inception_4d: 14×14×528 = 112 \+ 288 \+ 64 \+ 64 channels, from inception_4c/,
  )
  const strip = page
    .getByRole('link', { name: /^inception_4c: / })
    .locator('path')
    .nth(1)
  const place = (await strip.boundingBox())!
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2)
  await expect(tip).toHaveText(
    /^inception_4c, path 2: 256 of the 512 channels of 14×14×512, from inception_4b/,
  )
  expect(asked()).toEqual([])
  await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2)
  await expect(page).toHaveURL(/#\/n\/googlenet-bn\?.*node=inception_4c/)
})

test('on a phone the page ends with its last line, also below the map of a class', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./')
  await said(page)
  await picture(page)
    .getByRole('list', { name: /most likely/ })
    .getByRole('button')
    .first()
    .click()
  await expect(picture(page).locator('.class-map')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(844)
})

test('the bars are the likeliest classes, as long as their shares, and each shows where its own class is seen', async ({
  page,
}) => {
  await page.goto('./')
  await said(page)
  const bars = picture(page)
    .getByRole('list', { name: /most likely/ })
    .getByRole('listitem')
  const shares = async () => {
    const told = await bars.locator('b').allTextContents()
    // They grow for a moment.
    const length = (bar: Element) => (100 * bar.clientWidth) / bar.parentElement!.clientWidth
    for (const [i, share] of told.entries())
      await expect
        .poll(async () =>
          Math.abs((await bars.nth(i).locator('.living-bar > span').evaluate(length)) - parseFloat(share)),
        )
        .toBeLessThan(1.5)
    return told.map(parseFloat)
  }
  const first = await shares()
  expect(first).toEqual(first.toSorted((a, b) => b - a))
  const word = picture(page).locator('.living-word')
  await expect(word).toContainText(`${(await bars.first().getByRole('button').textContent())!}`)
  await expect(word).toContainText(first[0].toFixed(1))
  const maps = picture(page).getByRole('img', { name: /^What speaks for and against/ })
  for (const at of [0, 1, 2]) {
    const button = bars.nth(at).getByRole('button')
    await button.click()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    await expect(maps).toHaveCount(1)
    await expect(maps).toHaveAccessibleName(new RegExp(`${(await button.textContent())!}`))
  }
  await expect(bars.getByRole('button', { pressed: true })).toHaveCount(1)
  // Another image has other bars.
  await page
    .getByRole('list', { name: 'Images with a stored result' })
    .getByRole('button', { name: 'Chelsea the cat' })
    .click()
  await expect(bars.first().locator('b')).not.toHaveText(`${first[0].toFixed(1)}%`)
  expect((await shares())[0]).toBeLessThan(first[0])
})

for (const [width, height, theme] of [
  [390, 844, 'dark'],
  [1280, 720, 'projector'],
  [320, 640, 'projector'],
] as const)
  test(`at ${width}×${height} in the ${theme} theme nothing is cut off`, async ({ page }) => {
    await page.addInitScript((theme) => localStorage.setItem('layerwise:theme', theme), theme)
    await page.setViewportSize({ width, height })
    await page.goto('./')
    await said(page)
    const over = () => page.locator('.landing').evaluate((page) => page.scrollWidth - page.clientWidth)
    expect(await over()).toBe(0)
    const labels = await page.locator('.river-label > *').evaluateAll((all) =>
      all
        .filter((line) => line.textContent.trim() !== '')
        .map((line) => line.getBoundingClientRect())
        .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
    )
    // In one row or two, none lies on another.
    const meet = labels.flatMap((one, i) =>
      labels
        .slice(i + 1)
        .filter(
          ({ left, right, top, bottom }) =>
            left < one.right && right > one.left && top < one.bottom && bottom > one.top,
        ),
    )
    expect(meet).toEqual([])
    expect(await violations(page)).toEqual([])
  })
