import { expect, test } from './fixtures'
import { openPage } from './page'

test.use({ forcedColors: 'active', colorScheme: 'dark' })

test('where the system forces its colors, the picture is painted in them and what is chosen stands out', async ({
  page,
}) => {
  // Feature maps have hues, and come with the run: here none comes.
  await page.route(/worker-.*\.js$/, () => {})
  await openPage(page, '#/n/inception-3a?open=inception')
  const painted = () =>
    page.locator('.sheet').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      const probe = document.createElement('i')
      probe.style.color = 'CanvasText'
      document.body.append(probe)
      const [red, green, blue] = getComputedStyle(probe).color.match(/\d+/g)!.map(Number)
      probe.remove()
      let [text, coloured] = [0, 0]
      for (let i = 0; i < data.length; i += 4) {
        const [r, g, b, a] = data.subarray(i, i + 4)
        if (a === 255 && r === red && g === green && b === blue) text++
        if (a === 255 && Math.max(r, g, b) - Math.min(r, g, b) > 8) coloured++
      }
      return { text, coloured }
    })
  await expect.poll(async () => (await painted()).text, { timeout: 30_000 }).toBeGreaterThan(1000)
  // Black and white are forced here, and neither has a hue.
  expect((await painted()).coloured).toBe(0)

  await page.getByRole('button', { name: /^View/ }).click()
  const grounds = await page
    .locator('.segmented')
    .first()
    .evaluate((group) =>
      [...group.querySelectorAll('label')].map((label) => getComputedStyle(label).backgroundColor),
    )
  const checked = await page
    .locator('.segmented')
    .first()
    .evaluate((group) => getComputedStyle(group.querySelector('label:has(:checked)')!).backgroundColor)
  expect(grounds.filter((ground) => ground === checked)).toHaveLength(1)
})
