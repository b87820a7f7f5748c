import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { layerButton, openPage, ranOnce } from './page'

test('the clicked box stays under the pointer when it opens, and so when it closes', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openPage(page, '#/n/resnet34')
  const box = layerButton(page, 'conv3_x')
  const before = (await box.boundingBox())!
  await box.click()
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  const after = (await box.boundingBox())!
  expect(Math.abs(after.x - before.x)).toBeLessThan(8)
  // The name is above the line on which the ribbon enters, which is what stays.
  await expect(layerButton(page, 'conv3_x/block1')).toBeInViewport()
  await box.click()
  await expect(box).toHaveAttribute('aria-expanded', 'false')
  expect(Math.abs((await box.boundingBox())!.x - before.x)).toBeLessThan(8)
})

/** The pictures seen every 40 milliseconds after a box was clicked; the clock of the page stands still in between. */
async function picturesWhileOpening(page: Page): Promise<string[]> {
  await page.clock.install()
  await openPage(page, '#/n/resnet34?backend=wasm')
  await ranOnce(page)
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 2000)
  await layerButton(page, 'conv3_x').click()
  const pictures: string[] = []
  for (let passed = 0; passed < 400; passed += 40) {
    await page.clock.runFor(40)
    pictures.push(
      await page
        .locator('.diagram .sheet')
        .first()
        .evaluate((sheet: HTMLCanvasElement) => sheet.toDataURL()),
    )
  }
  return pictures
}

test('what makes room moves there step by step', async ({ page }) => {
  const pictures = await picturesWhileOpening(page)
  // A quarter of a second, and then it is still.
  expect(new Set(pictures.slice(0, 6)).size).toBe(6)
  expect(new Set(pictures.slice(-2)).size).toBe(1)
})

test('for those who asked for less motion all is at once where it will be', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const pictures = await picturesWhileOpening(page)
  // The frame of the click itself may still show how it was.
  expect(new Set(pictures.slice(1)).size).toBe(1)
})

test('blocks that are alike stand as one, with how many they are, and open in place', async ({ page }) => {
  await openPage(page, '#/n/resnet152?open=conv4_x')
  const roll = page.getByRole('treeitem', { name: /^block2 to block36, 35 × residual block/ })
  await expect(layerButton(page, 'conv4_x/block20')).toHaveCount(0)
  await roll.click()
  await expect(layerButton(page, 'conv4_x/block20')).toBeAttached()
  await expect(page).toHaveURL(/block2\.\.block36/)
  await page.reload()
  await expect(layerButton(page, 'conv4_x/block20')).toBeAttached()
})

test('direction, thickness, colours and links are chosen, kept in the address and drawn', async ({
  page,
}) => {
  await openPage(page, '#/n/densenet121?open=denseblock1')
  const first = layerButton(page, 'conv0')
  const second = layerButton(page, 'denseblock1')
  await page.getByRole('button', { name: /^View/ }).click()
  await page.getByText('↓').click()
  await expect(page).toHaveURL(/flow=down/)
  await expect
    .poll(async () => (await second.boundingBox())!.y - (await first.boundingBox())!.y)
    .toBeGreaterThan(80)
  await page.getByText('channels', { exact: true }).click()
  await expect(page.getByText('thickness grows with channels')).toBeVisible()
  await page.getByText('all links').click()
  await page.getByLabel('Color by').selectOption('macs')
  await expect(page.locator('.diagram-legend').getByText('MACs', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(/flow=down.*scale=linear.*links=all.*colour=macs/)
  await page.reload()
  await expect(page.locator('.diagram-legend').getByText('MACs', { exact: true })).toBeVisible()
})

test('the place and the zoom are in the address', async ({ page }) => {
  await openPage(page, '#/n/googlenet')
  // The hint of a first visit takes room that the picture has after a reload.
  await page.getByRole('button', { name: 'Do not show this again' }).click()
  await page.reload()
  const box = layerButton(page, 'inception_4c')
  await expect(box).toBeVisible()
  await page.mouse.move(500, 400)
  await page.mouse.wheel(0, -600)
  await expect(page).toHaveURL(/at=/)
  const before = (await box.boundingBox())!
  await page.reload()
  await expect.poll(async () => Math.abs((await box.boundingBox())!.width - before.width)).toBeLessThan(4)
  const after = (await box.boundingBox())!
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(16)
})

test('what an address selects is in sight, and a zoom beyond all bounds is brought back', async ({
  page,
}) => {
  await openPage(page, '#/n/googlenet?open=inception_5b&node=inception_5b/p3/conv2')
  await expect(layerButton(page, 'inception_5b/p3/conv2')).toBeInViewport({ ratio: 0.99 })
  await openPage(page, '#/n/googlenet?at=conv1,1,1,99999')
  await expect(page).toHaveURL(/at=conv1,1,1,40(,[\d.]+)?(&|$)/)
})

test('from near, a tensor shows all its channels from the live run', async ({ page }) => {
  await openPage(page, '#/n/inception-3a?open=inception&at=inception/p2/relu2,70,0,9&image=cat-1')
  await ranOnce(page)
  const colours = () =>
    page.locator('.sheet').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      const seen = new Set<number>()
      for (let i = 0; i < data.length; i += 4) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2])
      return seen.size
    })
  await expect.poll(colours).toBeGreaterThan(300)
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 820, height: 1100 } })

  test('a tap opens a group, a long press selects it, two fingers zoom', async ({ page }) => {
    await openPage(page, '#/n/resnet34')
    const box = layerButton(page, 'conv2_x')
    await box.tap()
    await expect(box).toHaveAttribute('aria-expanded', 'true')
    // The picture has come to rest: where it stands is in the address.
    await expect(page).toHaveURL(/at=/)

    const touch = await page.context().newCDPSession(page)
    const send = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      points: readonly (readonly [number, number])[],
    ) => touch.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) })
    const other = layerButton(page, 'conv3_x')
    const at = (await other.boundingBox())!
    const middle = [at.x + at.width / 2, at.y + at.height / 2] as const
    await send('touchStart', [middle])
    await expect(page).toHaveURL(/node=conv3_x/)
    await send('touchEnd', [])
    // A long press shows what it is, and leaves it closed.
    await expect(other).toHaveAttribute('aria-expanded', 'false')

    const before = (await other.boundingBox())!
    const fingers = (apart: number) => [[400 - apart, 500] as const, [400 + apart, 500] as const]
    await send('touchStart', fingers(40))
    for (let apart = 50; apart <= 120; apart += 10) await send('touchMove', fingers(apart))
    await send('touchEnd', [])
    await expect.poll(async () => (await other.boundingBox())!.width).toBeGreaterThan(before.width * 1.8)
    await expect(other).toHaveAttribute('aria-expanded', 'false')
  })
})

test('the map appears while the picture moves, shows where one is, and leads elsewhere', async ({ page }) => {
  await openPage(page, '#/n/resnet152?open=all')
  const map = page.locator('.minimap')
  await expect(map).toBeHidden()
  await page.mouse.move(500, 400)
  await page.mouse.wheel(0, -200)
  await expect(map).toBeVisible()
  const frame = async () => (await map.locator('.seen').boundingBox())!.y
  const before = await frame()
  const area = (await map.boundingBox())!
  await page.mouse.click(area.x + area.width / 2, area.y + area.height * 0.8)
  await expect.poll(frame).toBeGreaterThan(before + 20)
  await page.mouse.move(500, 400)
  await expect(map).toBeHidden()
})

test('a part that was zoomed to keeps its size when the window changes', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 914, height: 514 })
  await openPage(page, '#/n/googlenet?open=inception_3a&node=inception_3a&backend=wasm')
  await ranOnce(page)
  const width = async () => (await layerButton(page, 'inception_3a/p3/conv2').boundingBox())!.width
  const whole = await width()
  await page.getByRole('button', { name: 'Zoom to the selection' }).click()
  await expect.poll(width).toBeLessThan(whole * 0.8)
  const zoomed = await width()
  await page.setViewportSize({ width: 914, height: 500 })
  await expect.poll(async () => (await page.locator('.diagram').boundingBox())!.height).toBeLessThan(320)
  // Were it to be framed anew, it would be by then.
  await page.waitForTimeout(500)
  expect(Math.abs((await width()) - zoomed)).toBeLessThan(1)
})

test('“Show all of it” shows all of it, also after the picture was moved', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await openPage(page, '#/n/resnet34?backend=wasm')
  const whole = async () => {
    const { x, y, width, height } = (await page.locator('.diagram').boundingBox())!
    for (const box of await page.locator('.diagram .box').all()) {
      const place = (await box.boundingBox())!
      expect(Math.min(place.x - x, place.y - y)).toBeGreaterThanOrEqual(-1)
      expect(
        Math.max(place.x + place.width - x - width, place.y + place.height - y - height),
      ).toBeLessThanOrEqual(1)
    }
  }
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Zoom in' }).click()
  // The address knows where it stands.
  await expect(page).toHaveURL(/at=/)
  await expect(whole()).rejects.toThrow()
  await page.getByRole('button', { name: 'Show all of it' }).click()
  await expect(page).not.toHaveURL(/at=/)
  await whole()
})

test('a layer that is chosen in an open block stays where it was clicked', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await openPage(page, '#/n/googlenet?open=inception_3a,inception_4b&backend=wasm')
  await page.getByRole('button', { name: 'Show all of it' }).click()
  const layer = layerButton(page, 'inception_4b/p2/conv2')
  const at = () => layer.boundingBox()
  // Where it is at rest.
  let before = await at()
  await expect
    .poll(async () => JSON.stringify(before) === JSON.stringify((before = await at())), { intervals: [400] })
    .toBe(true)
  await layer.click()
  await expect(page.getByRole('heading', { name: '3×3 conv, 224' })).toBeVisible()
  await page.waitForTimeout(500)
  expect(await at()).toEqual(before)
})

test('on a phone a tapped block has the page to open in, whole and with words, until a layer is tapped', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  const page = await context.newPage()
  await openPage(page, '#/n/googlenet?backend=wasm')
  const block = layerButton(page, 'inception_3a')
  await block.tap()
  await expect(block).toHaveAttribute('aria-expanded', 'true')
  const sheet = page.getByRole('complementary', { name: 'Inspector' })
  await expect(sheet).toBeHidden()
  const layers = ['inception_3a/p1/conv', 'inception_3a/p4/conv']
  await expect(async () => {
    const picture = (await page.locator('.diagram').boundingBox())!
    for (const id of [...layers, 'inception_3a/concat']) {
      const { x, y, width, height } = (await layerButton(page, id).boundingBox())!
      expect(Math.min(x - picture.x, y - picture.y)).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(picture.x + picture.width)
      expect(y + height).toBeLessThanOrEqual(picture.y + picture.height)
    }
  }).toPass({ timeout: 5000 })
  // Each a line high, so that it has its word.
  for (const id of layers)
    expect((await layerButton(page, id).boundingBox())!.height).toBeGreaterThanOrEqual(11)
  await layerButton(page, layers[0]).tap()
  await expect(sheet).toBeVisible()
  await expect(layerButton(page, layers[0])).toBeInViewport({ ratio: 0.9 })
  await context.close()
})

test('what opens stays where it is though the legend gets a line more', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1280, height: 720 })
  await openPage(page, '#/n/densenet121?backend=wasm')
  await page.getByRole('button', { name: 'denseblock1', exact: true }).click()
  await expect(page).toHaveURL(/at=/)
  const block = layerButton(page, 'denseblock1')
  await block.click()
  await expect(block).toHaveAttribute('aria-expanded', 'true')
  await page.waitForTimeout(500)
  await expect(layerButton(page, 'denseblock1/layer1')).toBeInViewport()
})

test('the card of a trace covers nothing of a picture that is shown as a whole', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 1280, height: 720 })
  await openPage(page, '#/n/resnet18?node=fc&backend=wasm')
  await page.getByRole('button', { name: 'Trace' }).click()
  await page.getByRole('button', { name: 'Show all of it' }).click()
  const card = page.getByRole('group', { name: 'Trace', exact: true })
  await expect(card).toBeVisible()
  await expect(async () => {
    const { y } = (await card.boundingBox())!
    for (const box of await page.locator('.diagram .box').all()) {
      const place = (await box.boundingBox())!
      expect(place.y + place.height).toBeLessThanOrEqual(y + 1)
    }
  }).toPass({ timeout: 5000 })
})

test('a shortcut says what it is where it is pointed at, and at the addition by keys', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openPage(page, '#/n/residual-block?open=block&backend=wasm')
  const join = page.locator('.diagram .box.join').first()
  await join.hover()
  const tip = page.locator('.diagram .tip')
  await expect(tip).toHaveText(/^identity shortcut: 56×56×64 from input, unchanged, is added at block\/add$/)
  await page.mouse.move(2, 2)
  await expect(tip).toBeHidden()
  await expect(join).toHaveAttribute('aria-label', /identity shortcut: 56 by 56 by 64 from input/)
})

test('a slow pan by touch is no long press', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL,
    hasTouch: true,
    viewport: { width: 820, height: 1100 },
  })
  const page = await context.newPage()
  await page.clock.install()
  await openPage(page, '#/n/resnet34?backend=wasm')
  const box = layerButton(page, 'conv2_x')
  await expect(box).toBeVisible()
  const at = (await box.boundingBox())!
  // The clock stands still until the finger has gone its way.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 2000)
  const touch = await context.newCDPSession(page)
  const [x, y] = [at.x + at.width / 2, at.y + at.height / 2]
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  for (let moved = 2; moved <= 40; moved += 2)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + moved, y }] })
  await page.clock.runFor(1000)
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await page.clock.runFor(1000)
  expect(page.url()).not.toContain('node=')
  await context.close()
})

test('colors, stripes and shortcuts say what they are: in the legend and in the picture', async ({
  page,
}) => {
  await openPage(page, '#/n/inception-3a?open=inception')
  const tip = page.locator('.diagram .tip')
  const path = page.locator('.diagram-legend').getByRole('button', { name: 'color = path' })
  await path.hover()
  await expect(tip).toContainText('Each path of a block has its own color')
  await page.mouse.move(700, 10)
  await expect(tip).toBeHidden()
  await path.focus()
  await expect(tip).toContainText('Each path of a block has its own color')
  // What is on no path steps back while it is pressed.
  const input = async () => {
    const { x, y, width, height } = (await layerButton(page, 'input').boundingBox())!
    return (await page.screenshot({ clip: { x, y, width, height } })).toString('base64')
  }
  const before = await input()
  await path.press('Enter')
  await expect(path).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(input).not.toBe(before)
  for (const key of ['Enter', 'Escape']) {
    await path.press(key)
    await expect(path).toHaveAttribute('aria-pressed', 'false')
    await expect.poll(input).toBe(before)
    await path.press('Enter')
    await expect(path).toHaveAttribute('aria-pressed', 'true')
  }
  await path.press('Escape')
  await layerButton(page, 'inception/concat').hover()
  await expect(tip).toHaveText('stacked: 64 from path 1, 128 from path 2, 32 from path 3, 32 from path 4')
  await layerButton(page, 'inception/p4/pool').hover()
  await expect(tip).toHaveText(/^\S+: .*on path 4$/)

  // On the ribbon behind the last layer of the second path.
  const last = (await layerButton(page, 'inception/p2/relu2').boundingBox())!
  await page.mouse.move(last.x + last.width + 4, last.y + last.height / 2)
  await expect(tip).toHaveText(
    'path 2: 128 channels from inception/p2/relu2 (28×28×128), on to inception/concat',
  )
})

test('a number of a sum lights the path that it counts, in the picture, in words and in the inspector', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openPage(page, '#/n/inception-3a?open=inception&node=inception&backend=wasm')
  const terms = page.getByRole('complementary', { name: 'Inspector' }).locator('button.sum-term')
  await expect(terms).toHaveText(['64', '128', '32', '32', '256'])
  // A path that was moved out of sight comes back.
  const layer = layerButton(page, 'inception/p2/conv1')
  const { x, y } = (await layer.boundingBox())!
  await page.mouse.move(x + 500, y)
  await page.mouse.down()
  await page.mouse.move(x - 100, y)
  await page.mouse.up()
  await expect(layer).not.toBeInViewport()
  await terms.nth(1).click()
  await expect(layer).toBeInViewport({ ratio: 0.99 })
  await expect(page).toHaveURL(/node=inception\/p2/)
  await expect(page.getByRole('heading', { name: 'path 2', exact: true })).toBeVisible()
})

test('what an address selects is seen whole: an open block with all that is in it', async ({ page }) => {
  for (const [width, height] of [
    [1440, 900],
    [1280, 720],
  ]) {
    await page.setViewportSize({ width, height })
    await page.goto('about:blank')
    await openPage(page, '#/n/googlenet-bn?classes=10&open=inception_3a&node=inception_3a&backend=wasm')
    const pane = page.locator('.diagram')
    const block = layerButton(page, 'inception_3a/concat')
    await expect(async () => {
      const [edge, end, start] = [
        (await pane.boundingBox())!,
        (await block.boundingBox())!,
        (await layerButton(page, 'inception_3a').boundingBox())!,
      ]
      expect(start.x).toBeGreaterThanOrEqual(edge.x)
      expect(start.y).toBeGreaterThanOrEqual(edge.y)
      expect(end.x + end.width).toBeLessThanOrEqual(edge.x + edge.width)
      expect(end.y + end.height).toBeLessThanOrEqual(edge.y + edge.height)
    }).toPass({ timeout: 10_000 })
  }
})

test('the bar of the film is a bar: most of the picture is seen above it', async ({ page }) => {
  await openPage(page, '#/n/resnet18?backend=wasm')
  await page
    .getByRole('button', { name: /^Send the image through|^Send it through/ })
    .first()
    .click()
  const bar = (await page.locator('.film').boundingBox())!
  const picture = (await page.locator('.diagram-frame').boundingBox())!
  expect(bar.height).toBeLessThan(picture.height / 4)
})

test('while an image is sent through, the layer that runs stays in sight, unless the reader moves the picture', async ({
  page,
}) => {
  await openPage(page, '#/n/googlenet-bn?classes=10&image=golf-ball-1&open=inception_3a&backend=wasm')
  const last = layerButton(page, 'fc')
  /** Whether the middle of the last layer is in the picture: so close it may be larger than that. */
  const isSeen = async () => {
    const [box, picture] = [(await last.boundingBox())!, (await page.locator('.diagram').boundingBox())!]
    const [x, y] = [box.x + box.width / 2 - picture.x, box.y + box.height / 2 - picture.y]
    return x > 0 && y > 0 && x < picture.width && y < picture.height
  }
  const zoom = page.getByRole('button', { name: 'Zoom in' })
  for (let i = 0; i < 5; i++) await zoom.click()
  await expect.poll(isSeen).toBe(false)
  const send = page.getByRole('button', { name: /^Send the image through|^Send it through/ }).first()
  await send.click()
  const end = page.getByText(/The end: golf ball \d+\.\d%/)
  await expect(end).toBeVisible({ timeout: 30_000 })
  await expect.poll(isSeen).toBe(true)
  await page.getByRole('button', { name: 'Again', exact: true }).click()
  await expect.poll(isSeen).toBe(false)
  // Moved by hand it stays where it is.
  await page.locator('.diagram').hover()
  await page.mouse.wheel(0, -1)
  await expect(end).toBeVisible({ timeout: 30_000 })
  expect(await isSeen()).toBe(false)
})

test('on a phone the sheet of a layer gives way to the film, and comes back after it or with the next layer', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openPage(page, '#/n/lenet5?node=conv1&backend=wasm')
  const sheet = page.getByRole('complementary', { name: 'Inspector' })
  await expect(sheet).toBeVisible()
  const film = page.locator('.film')
  const send = page.getByRole('button', { name: /^Send it through/ })
  const picture = page.locator('.diagram')
  const before = (await picture.boundingBox())!.height
  await send.click()
  await expect(film).toBeVisible()
  await expect(sheet).toBeHidden()
  await expect.poll(async () => (await picture.boundingBox())!.height).toBeGreaterThan(1.5 * before)
  await film.getByRole('button', { name: 'Close the film' }).click()
  await expect(sheet).toBeVisible()
  await send.click()
  await expect(sheet).toBeHidden()
  await layerButton(page, 'fc2').click()
  await expect(film).toBeHidden()
  await expect(sheet.getByRole('heading', { level: 2 }).first()).toBeVisible()
})
