import { expect, test } from './fixtures'
import { openPage, ranOnce, scrollTo } from './page'

const projector = () => localStorage.setItem('layerwise:theme', 'projector')

test('two stems on a slide stand at one height in one size, the pools are partners, and no shape is cut', async ({
  page,
}) => {
  await page.addInitScript(projector)
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.goto('./#/course/resnet-18/stem-again?deck')
  const conv = page.locator('.diagram [data-id="conv1/conv"]')
  await expect(conv).toHaveCount(2)
  const places = async () => {
    const boxes = await Promise.all((await conv.all()).map((each) => each.boundingBox()))
    return boxes.map((box) => `${Math.round(box!.y)} ${Math.round(box!.width)} ${Math.round(box!.height)}`)
  }
  await expect.poll(async () => new Set(await places()).size).toBe(1)
  const left = page.getByRole('region', { name: 'ResNet-18', exact: true })
  await left.locator('[data-id="maxpool"]').click()
  const pool = page.getByRole('region', { name: 'GoogLeNet', exact: true }).locator('[data-id="pool1/pool"]')
  await expect(pool.or(page.locator('.right [data-id="pool1"]')).first()).toHaveAttribute(
    'aria-selected',
    'true',
  )
})

for (const size of [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
])
  test(`a framed part of two compared networks is whole, and no box beside it is cut, at ${size.width} pixels`, async ({
    page,
  }) => {
    await page.addInitScript(projector)
    await page.setViewportSize(size)
    await page.goto('./#/course/resnet-18/stem-again?deck')
    await expect(page.locator('.diagram [data-id="conv1/conv"]')).toHaveCount(2)
    await expect(page.locator('.diagram [data-id="conv1"]')).toHaveCount(2)
    /** Boxes that an edge of their picture cuts. */
    const cut = () =>
      page.locator('.diagram').evaluateAll((pictures) =>
        pictures.flatMap((picture) => {
          const edge = picture.getBoundingClientRect()
          return [...picture.querySelectorAll<HTMLElement>('.box')].flatMap((box) => {
            const { left, right, top, bottom } = box.getBoundingClientRect()
            const isInSight =
              right > edge.left + 1 && left < edge.right - 1 && bottom > edge.top + 1 && top < edge.bottom - 1
            const isWhole =
              left > edge.left - 1 && right < edge.right + 1 && top > edge.top - 1 && bottom < edge.bottom + 1
            return (box.dataset.id === 'conv1' || isInSight) && !isWhole ? [box.dataset.id] : []
          })
        }),
      )
    await expect.poll(cut).toEqual([])
  })

test('a question that is opened below a picture leaves it whole on an old projector, and small buttons of cards grow with their words', async ({
  page,
}) => {
  await page.addInitScript(projector)
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.goto('./#/course/mixed-kernels/four-paths?deck')
  // The sum stands last.
  const sum = page.locator('.diagram [data-id="inception/concat"]')
  const inPicture = () =>
    sum.evaluate((box) => {
      const edge = box.closest('.diagram')!.getBoundingClientRect()
      return box.getBoundingClientRect().right < edge.right + 1
    })
  await expect.poll(inPicture).toBe(true)
  for (const card of [0, 1]) {
    await page.locator('.deck-text summary').nth(card).click()
    await expect(page.locator('.deck-text .card[open]')).toBeVisible()
    await expect.poll(inPicture).toBe(true)
    await page.keyboard.press('Escape')
    await expect(page.locator('.deck-text .card[open]')).toHaveCount(0)
  }
  // A button that asks for other numbers is read from as far as the question.
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.locator('.deck-text summary').nth(1).click()
  const size = (of: string) =>
    page
      .locator(of)
      .first()
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  await expect(page.locator('.deck-text .button.small').first()).toBeVisible()
  expect(await size('.deck-text .button.small')).toBeGreaterThan(
    0.75 * (await size('.deck-text .card[open]')),
  )
})

test('sources in cards of a slide are read from as far as its words', async ({ page }) => {
  await page.addInitScript(projector)
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('./#/course/resnet-18/stem-again?deck')
  await page.locator('.deck-text summary').last().click()
  const sources = page.locator('.deck-text .card[open] .source')
  await expect(sources.first()).toBeVisible()
  const sizes = () =>
    sources.evaluateAll((all) =>
      all.map((each) => {
        const [own, beside] = [each, each.parentElement!].map((of) =>
          parseFloat(getComputedStyle(of).fontSize),
        )
        return own - Math.min(18, beside)
      }),
    )
  await expect.poll(async () => Math.min(...(await sizes()))).toBeGreaterThan(-0.1)
})

test('a bottleneck with a projection is called one', async ({ page }) => {
  await openPage(page, '#/n/bottleneck-projection-block')
  await expect(page.getByRole('button', { name: 'Network: Bottleneck block with projection' })).toBeVisible()
})

test('two blocks on a slide have one scale: their convolutions are equally high', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.goto('./#/course/bottlenecks/bottleneck-block?deck')
  const conv = page.locator('.diagram [data-id="block/conv1"]')
  await expect(conv).toHaveCount(2)
  const heights = async () =>
    Promise.all((await conv.all()).map(async (each) => Math.round((await each.boundingBox())!.height * 10)))
  await expect.poll(async () => new Set(await heights()).size).toBe(1)
})

test('two blocks fill their places after a slide with larger ones, and after another size of the page', async ({
  page,
}) => {
  await page.addInitScript(projector)
  await page.setViewportSize({ width: 1280, height: 720 })
  const largest = async () =>
    Math.max(
      ...(await page.locator('.diagram').evaluateAll((diagrams) =>
        diagrams.map((diagram) => {
          const boxes = [...diagram.querySelectorAll('.box')].map((box) => box.getBoundingClientRect())
          const top = Math.min(...boxes.map((box) => box.top))
          return (Math.max(...boxes.map((box) => box.bottom)) - top) / diagram.clientHeight
        }),
      )),
    )
  await page.goto('./#/course/training-it/same-name?deck')
  await expect(page.locator('.diagram [data-id="inception_3a"]')).toHaveCount(2)
  await page.goto('./#/course/residual-block/regular-and-residual?deck')
  await expect(page.locator('.diagram [data-id="block/conv1"]')).toHaveCount(2)
  // One picture takes the other's scale for the room that there is, not for how it happens to be seen.
  await expect.poll(largest).toBeGreaterThan(0.75)
  await page.setViewportSize({ width: 800, height: 420 })
  await page.setViewportSize({ width: 1280, height: 720 })
  await expect.poll(largest).toBeGreaterThan(0.75)
})

for (const size of [
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
])
  test(`on a projector of ${size.width} pixels the convolutions of two compared blocks are high enough for a word`, async ({
    page,
  }) => {
    await page.addInitScript(projector)
    await page.setViewportSize(size)
    await page.goto('./#/course/bottlenecks/bottleneck-block?deck')
    const conv = page.locator('.diagram [data-id="block/conv1"]').first()
    // Words for the wall are 18 pixels large, of which capitals and digits need eight tenths.
    await expect.poll(async () => (await conv.boundingBox())?.height ?? 0).toBeGreaterThan(14.4)
    await expect(page.getByText('64 channels').first()).toBeVisible()
    // Where thickness grows with channels, the sample says so alone.
    await expect(page.getByText('thickness grows with channels').first()).toBeHidden()
  })

test('a table that goes on beyond the edge says so, until its end is seen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./#/course/count-it/live-table')
  const table = page.getByRole('group', { name: 'Table 1' })
  const hint = page.getByText('The table continues to the side.')
  await expect(hint).toBeAttached()
  const said = (await page.locator('.table-one-formula').boundingBox())!
  expect(said.y + said.height).toBeLessThanOrEqual((await table.boundingBox())!.y + 1)
  await table.evaluate((element) => (element.scrollLeft = element.scrollWidth))
  await expect(hint).toHaveCount(0)
})

test('a drawing is said to be one where photographs were learned, and where images are chosen', async ({
  page,
}) => {
  await openPage(page, '#/n/cifar-resnet20?image=frog-2&backend=wasm')
  await ranOnce(page)
  await expect(page.getByText(/This image is a drawing, not a photograph\./).first()).toBeVisible()
  await page.getByRole('button', { name: /^Image:/ }).click()
  await expect(page.getByRole('region', { name: /^Drawings of the ten CIFAR-10/ })).toBeVisible()
  await expect(page.getByText('Stéfan van der Walt, CC0 1.0')).toBeVisible()
})

test('the dialog of images stands still when a file cannot be read, and says so once', async ({ page }) => {
  await openPage(page, '#/n/cifar-resnet20?weights=random&backend=wasm')
  await page.getByRole('button', { name: /^Image:/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Choose an image' })
  const before = await dialog.boundingBox()
  await dialog
    .getByLabel('Open a file')
    .setInputFiles({ name: 'letter.png', mimeType: 'image/png', buffer: Buffer.from('not an image') })
  await expect(page.getByText(/^letter\.png cannot be read/)).toHaveCount(1)
  expect(await dialog.boundingBox()).toEqual(before)
})

test('a mistyped page leads to the gallery', async ({ page }) => {
  await openPage(page, '#/elsewhere')
  await page.getByRole('alert').getByRole('link', { name: 'all of them in the gallery' }).click()
  await expect(page).toHaveURL(/#\/gallery$/)
})

for (const theme of ['light', 'dark', 'projector'])
  test(`the bar of a network has whole words or signs at every width, ${theme}`, async ({ page }) => {
    await page.addInitScript((name) => localStorage.setItem('layerwise:theme', name), theme)
    await openPage(page, '#/n/cifar-densenet22-k12?backend=wasm')
    await ranOnce(page)
    for (const width of [1024, 1200, 1280, 1366, 1440, 1480, 1600, 1800, 1920]) {
      await page.setViewportSize({ width, height: 768 })
      const cut = await page
        .locator('.page-header .button span:visible')
        .evaluateAll((spans) =>
          spans.filter((span) => span.scrollWidth > span.clientWidth + 1).map((span) => span.textContent),
        )
      expect(cut, `at ${width} pixels`).toEqual([])
    }
  })

test('on a phone a path that the words name is lit where it was, and the picture keeps its place', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./#/course/mixed-kernels/four-paths')
  const last = page.locator('.diagram [data-id="inception/p4/conv"]').first()
  await expect(last).toBeVisible()
  const place = async () => (await last.boundingBox())!
  const before = await place()
  await page.getByText('the last', { exact: true }).click()
  await expect(page.getByRole('button', { name: /slide’s picture/ })).toBeEnabled()
  // The camera may have come to rest by a pixel.
  await expect.poll(async () => Math.abs((await place()).x - before.x)).toBeLessThan(4)
  await expect.poll(async () => Math.abs((await place()).y - before.y)).toBeLessThan(4)
})

test('two networks of a lesson begin at one height, however long the legend below each is', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('./#/course/grouped-convolution')
  await expect(page.getByRole('slider', { name: 'groups' })).toBeVisible()
  await scrollTo(page, 'alexnet-groups')
  const inputs = page.locator('.diagram [data-id="input"]')
  await expect(inputs).toHaveCount(2)
  const apart = async () => {
    const [left, right] = await Promise.all((await inputs.all()).map((each) => each.boundingBox()))
    return Math.abs(left!.y - right!.y)
  }
  await expect.poll(apart).toBeLessThan(2)
})
