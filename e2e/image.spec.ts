import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { openPage, ranOnce } from './page'

/** Lets something happen with a file made in the page: a PNG of 90×60 pixels, or bytes that are no image. */
async function bring(page: Page, how: 'drop' | 'paste', name: string, broken = false): Promise<void> {
  await page.evaluate(
    async ([how, name, broken]) => {
      const canvas = document.createElement('canvas')
      canvas.width = 90
      canvas.height = 60
      canvas.getContext('2d')!.fillRect(10, 10, 40, 40)
      const png = await new Promise<Blob>((done) => canvas.toBlob((blob) => done(blob!)))
      const file = new File([broken ? 'not an image' : png], name, { type: 'image/png' })
      const data = new DataTransfer()
      data.items.add(file)
      const target = document.querySelector('.diagram')!
      if (how === 'drop')
        for (const type of ['dragenter', 'dragover', 'drop'])
          target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }))
      else
        target.dispatchEvent(
          new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }),
        )
    },
    [how, name, broken] as const,
  )
}

test('a file dropped anywhere becomes the image and the network runs on it', async ({ page }) => {
  await openPage(page, '#/n/lenet5?backend=wasm')
  await ranOnce(page)
  await bring(page, 'drop', 'square.png')
  await expect(page.getByRole('button', { name: 'Image: square.png' })).toBeVisible()
  await ranOnce(page)
  await page.getByRole('button', { name: 'Image: square.png' }).click()
  await expect(page.getByText('The image itself is 90 × 60.')).toBeVisible()
  await expect(page.getByText(/is not part of the address/)).toBeVisible()
})

test('so does a pasted one', async ({ page }) => {
  await openPage(page, '#/n/lenet5')
  await bring(page, 'paste', 'copied.png')
  await expect(page.getByRole('button', { name: 'Image: copied.png' })).toBeVisible()
})

test('a broken file gets a sentence and the image before it stays', async ({ page }) => {
  await openPage(page, '#/n/lenet5')
  await expect(page.getByRole('button', { name: 'Image: Ginger cat, sitting' })).toBeVisible()
  await bring(page, 'drop', 'letter.png', true)
  await expect(
    page.getByText(
      'letter.png cannot be read: it is broken, or of a type that this browser does not support.',
    ),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Image: Ginger cat, sitting' })).toBeVisible()
})

test('the dialog takes a sample, a file and an address of this site, and no other @daily', async ({
  page,
}) => {
  await openPage(page, '#/n/lenet5')
  await page.getByRole('button', { name: /^Image: / }).click()
  await page.getByRole('button', { name: 'Sailing yacht' }).click()
  await expect(page.getByRole('button', { name: 'Image: Sailing yacht' })).toBeVisible()
  await expect(page).toHaveURL(/image=ship-2/)

  await page.getByRole('button', { name: /^Image: / }).click()
  await page.getByLabel('Open a file').setInputFiles({
    name: 'drawing.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="9"/></svg>'),
  })
  await expect(page.getByRole('button', { name: 'Image: drawing.svg' })).toBeVisible()

  await page.getByRole('button', { name: /^Image: / }).click()
  const address = page.getByLabel('Address of an image')
  await address.fill('https://example.org/cat.png')
  await address.press('Enter')
  await expect(
    page.getByText(/The page loads nothing from other sites, and example\.org is one/).first(),
  ).toBeVisible()
  await address.fill('images/dog-1.svg')
  await address.press('Enter')
  await expect(page.getByRole('button', { name: 'Image: dog-1.svg' })).toBeVisible()
})

test('a webcam that is refused is explained', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await openPage(page, '#/n/lenet5')
  await page.getByRole('button', { name: /^Image: / }).click()
  await page.getByRole('button', { name: 'Use the camera' }).click()
  await expect(page.getByText(/The camera was not allowed/)).toBeVisible()
})

test('text and a picture on the clipboard, as a spreadsheet copies cells: a field takes the text', async ({
  page,
}) => {
  await openPage(page, '#/n/lenet5')
  await page.getByRole('button', { name: 'Search' }).click()
  const field = page.getByRole('combobox')
  const wasLeft = await field.evaluate((field) => {
    const data = new DataTransfer()
    data.setData('text/plain', 'conv')
    data.items.add(new File(['a picture of cells'], 'image.png', { type: 'image/png' }))
    return field.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }),
    )
  })
  expect(wasLeft).toBe(true)
  await expect(page.getByRole('button', { name: 'Image: Ginger cat, sitting' })).toBeVisible()
})

test('a link of the page that is dragged is no image, and an image in an address of data is one', async ({
  page,
}) => {
  await openPage(page, '#/n/lenet5')
  const drag = (address: string, from: 'page' | 'elsewhere') =>
    page.evaluate(
      ([address, from]) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.setData('text/uri-list', address)
        const tell = (type: string) =>
          document
            .querySelector('.course-link')!
            .dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
        if (from === 'page') tell('dragstart')
        tell('dragenter')
        const veil = new Promise<boolean>((done) =>
          setTimeout(() => done(document.querySelector('.drop-veil') !== null), 100),
        )
        return veil.then((veiled) => {
          tell('drop')
          if (from === 'page') tell('dragend')
          return veiled
        })
      },
      [address, from] as const,
    )
  expect(await drag('http://localhost/#/course', 'page')).toBe(false)
  await expect(page.getByRole('button', { name: 'Image: Ginger cat, sitting' })).toBeVisible()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="9"/></svg>'
  // What takes images comes after the picture.
  const data = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  await expect.poll(() => drag(data, 'elsewhere')).toBe(true)
  await expect(page.getByRole('button', { name: 'Image: Image from data' })).toBeVisible()
})

test('a sample that did not come can be chosen again at once', async ({ page }) => {
  let down = true
  await page.route(/images\/ship-2\.svg/, (route) =>
    down ? route.fulfill({ status: 204, body: '' }) : route.continue(),
  )
  await openPage(page, '#/n/lenet5')
  const choose = async () => {
    await page.getByRole('button', { name: /^Image: / }).click()
    await page.getByRole('button', { name: 'Sailing yacht' }).click()
  }
  await choose()
  await expect(page.getByText(/Sailing yacht (is empty|could not|cannot)/).first()).toBeVisible()
  down = false
  await choose()
  await expect(page.getByRole('button', { name: 'Image: Sailing yacht' })).toBeVisible()
})

test('a file dropped before the page can take it is kept until it can', async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/Beside-/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('./#/course/shapes/to-scale')
  await expect(page.locator('.course-figure.lab')).toBeVisible()
  expect(await dropSquare(page)).toBe(false)
  release()
  await expect(
    page.getByText(/^Nothing on this page uses an image\..*will look at square\.png\.$/),
  ).toBeVisible()
})

test('a photo dropped on a lesson goes along to slides, labs and the explorer, outlives a reload, and is forgotten on request', async ({
  page,
}) => {
  const drop = () => dropSquare(page)
  const go = (hash: string) => page.evaluate((hash) => (location.hash = hash), hash)
  const named = (name: string) => page.getByRole('button', { name: `Image: ${name}` })

  // Nothing there looks at an image, and the browser does not leave the page for the file.
  await page.goto('./#/course/shapes/to-scale')
  await expect(page.locator('.course-figure.lab')).toBeVisible()
  expect(await drop()).toBe(false)
  await expect(
    page.getByText(/^Nothing on this page uses an image\..*will look at square\.png\.$/),
  ).toBeVisible()
  await expect(named('square.png')).toHaveCount(0)

  await go('#/course/mixed-kernels/four-paths')
  await expect(named('square.png')).toBeVisible()
  await page.keyboard.press('i')
  await expect(named('Ginger cat, sitting')).toBeVisible()
  await page.getByRole('button', { name: 'Your image' }).click()
  await expect(named('square.png')).toBeVisible()
  expect(await drop()).toBe(false)
  await expect(page.getByText('The network here now looks at square.png.')).toBeVisible()

  // As a slide, on the next slide, and in a lab that looks at a picture.
  await page.getByRole('link', { name: 'Show as slides' }).click()
  await expect(page.locator('.deck')).toBeVisible()
  await expect(named('square.png')).toBeVisible()
  await page.getByRole('button', { name: 'The lesson’s image' }).click()
  await expect(named('Ginger cat, sitting')).toBeVisible()
  await page.getByRole('button', { name: 'Next slide' }).click()
  await go('#/course/mixed-kernels/kernel-zoo')
  await expect(page.locator('.kernel-zoo')).toBeVisible()
  await expect(named('Ginger cat, sitting')).toBeVisible()
  await page.keyboard.press('i')
  await expect(named('square.png')).toBeVisible()

  await page.reload()
  await expect(named('square.png')).toBeVisible()
  await go('#/n/lenet5')
  await expect(named('square.png')).toBeVisible()
  await page.reload()
  await named('square.png').click()
  await page.getByRole('button', { name: 'Forget this photo' }).click()
  await expect(page.getByText('this browser no longer keeps it')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(named('Ginger cat, sitting')).toBeVisible()
  await page.reload()
  await named('Ginger cat, sitting').click()
  await expect(page.getByRole('heading', { name: 'Photographs' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Yours' })).toHaveCount(0)
})

/** Drops a picture on the page; false when the page took it. */
function dropSquare(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    const png = await new Promise<Blob>((done) => canvas.toBlob((blob) => done(blob!)))
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([png], 'square.png', { type: 'image/png' }))
    return document.body.dispatchEvent(
      new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }),
    )
  })
}
