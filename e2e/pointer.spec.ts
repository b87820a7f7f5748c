import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { layerButton, openPage, ranOnce } from './page'

/** How far a chip is painted from the box that listens, above and below, in pixels of the device. */
async function paintedBeside(page: Page, box: Rectangle): Promise<readonly number[]> {
  return page.evaluate(({ x, y, width, height }) => {
    const sheet = document.querySelector<HTMLCanvasElement>('.diagram .sheet')!
    const place = sheet.getBoundingClientRect()
    const scale = sheet.width / place.width
    // From well above it to well below it; a letter may stand there, but most of the chip has its own color.
    const column = Math.round((x + width / 8 - place.x) * scale)
    const [first, last] = [y - place.y, y + height - place.y].map((edge) => edge * scale)
    const start = Math.floor(first - 12)
    const rows = Math.ceil(last + 12) - start
    const { data } = sheet.getContext('2d')!.getImageData(column, start, 1, rows)
    const colours = Array.from({ length: rows }, (_, i) => data.slice(4 * i, 4 * i + 3).join())
    const inside = colours.slice(12, -12)
    const times = (colour: string) => inside.filter((other) => other === colour).length
    const colour = inside.reduce((most, other) => (times(other) > times(most) ? other : most))
    return [start + colours.indexOf(colour) - first, start + colours.lastIndexOf(colour) + 1 - last]
  }, box)
}

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

// Zooming a browser changes how many device pixels a CSS pixel has, and how many CSS pixels the window has.
for (const zoom of [0.67, 0.9, 1.25, 1.75, 2.5])
  test.describe(`at a browser zoom of ${zoom * 100}%`, () => {
    test.use({
      deviceScaleFactor: zoom,
      viewport: { width: Math.round(1600 / zoom), height: Math.round(900 / zoom) },
      reducedMotion: 'reduce',
      colorScheme: 'light',
    })

    test('what is painted is what is clicked, to the pixel', async ({ page }) => {
      await openPage(page, '#/n/googlenet?open=inception_3a&node=inception_3a&backend=wasm')
      // Where the window is small, in the menu of the toolbar.
      const more = page.getByRole('button', { name: 'More', exact: true })
      if (await more.isVisible()) await more.click()
      await page.getByRole('button', { name: 'Zoom to the selection' }).click()
      const ids = ['p1/conv', 'p2/conv2', 'p3/conv2'].map((path) => `inception_3a/${path}`)
      for (const id of ids)
        await expect(async () => {
          const beside = await paintedBeside(page, (await layerButton(page, id).boundingBox())!)
          // A pixel of the device is all that rounding may cost.
          for (const distance of beside) expect(Math.abs(distance)).toBeLessThan(1.25)
        }).toPass({ timeout: 5000 })
      // At its left edge, then at its lower one.
      for (const [across, down] of [
        [0.02, 0.5],
        [0.5, 0.96],
      ])
        for (const id of ids) {
          const { x, y, width, height } = (await layerButton(page, id).boundingBox())!
          await page.mouse.click(x + across * width, y + down * height)
          await expect(page).toHaveURL(new RegExp(`node=${id}&`))
        }
    })

    test('the value under the pointer is the one that is told', async ({ page }) => {
      await openPage(page, '#/n/lenet5?node=conv1/conv&backend=wasm')
      await ranOnce(page)
      await page.getByRole('slider', { name: 'Channels; Enter enlarges one' }).press('Enter')
      const map = page.getByRole('slider', { name: 'Value in the map' })
      const { width, height } = (await map.boundingBox())!
      for (const [row, column] of [
        [0, 0],
        [13, 5],
        [27, 27],
      ]) {
        // A tenth of a value from its edges.
        for (const within of [0.1, 0.9]) {
          await map.hover({
            position: { x: ((column + within) * width) / 28, y: ((row + within) * height) / 28 },
          })
          await expect(map).toHaveAttribute('aria-valuetext', new RegExp(`^row ${row}, column ${column}: `))
        }
      }
    })
  })
