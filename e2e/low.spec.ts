import { expect, test } from './fixtures'
import { openPage } from './page'

// A phone on its side, and a laptop with a zoom of 250%.
for (const [width, height] of [
  [844, 390],
  [640, 360],
])
  test.describe(`in a window of ${width} by ${height}`, () => {
    test.use({ viewport: { width, height } })

    for (const theme of ['light', 'projector'])
      test(`the picture keeps half of the height, ${theme}`, async ({ page }) => {
        await page.addInitScript((name) => localStorage.setItem('layerwise:theme', name), theme)
        await openPage(page, '#/n/googlenet?node=inception_3a')
        const boxOf = async (selector: string) => (await page.locator(selector).first().boundingBox())!
        const picture = await boxOf('.diagram-frame')
        expect(picture.height).toBeGreaterThan(height / 2)
        expect(picture.width).toBeGreaterThan(width * 0.5)
        expect((await boxOf('.inspector-frame')).x).toBeGreaterThanOrEqual(picture.x + picture.width)
        // One line each.
        for (const bar of ['.page-header', '.toolbar', '.run-bar'])
          expect((await boxOf(bar)).height, bar).toBeLessThan(60)
        const last = (await page.locator('.toolbar .button:visible').last().boundingBox())!
        expect(last.x + last.width).toBeLessThanOrEqual((await boxOf('.inspector-toggle')).x)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      })

    test('a lesson and a slide have their words beside the picture', async ({ page }) => {
      for (const form of ['', '?deck']) {
        await openPage(page, `#/course/degradation${form}`)
        const figure = (await page.locator('.course-figure').boundingBox())!
        const words = (await page.getByRole('heading', { name: 'Each stage adds a level' }).boundingBox())!
        expect(words.x).toBeGreaterThanOrEqual(figure.x + figure.width)
        expect(figure.height).toBeGreaterThan(height * 0.6)
        expect(figure.width).toBeGreaterThan(width * 0.4)
      }
    })
  })
