import { expect, test } from './fixtures'
import { openPage, ranOnce } from './page'

test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [
        ...(launchOptions.args ?? []),
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    }),
})

test('the network runs on every frame until it is stopped, and the image before comes back', async ({
  page,
}) => {
  await openPage(page, '#/n/cifar-resnet20?node=conv1/conv&backend=wasm')
  await ranOnce(page)
  const before = await page.getByRole('button', { name: /^Image: / }).getAttribute('aria-label')
  const live = async () => {
    await page.getByRole('button', { name: /^Image: / }).click()
    await page.getByRole('button', { name: 'Use the camera' }).click()
    await page.getByRole('button', { name: 'Run on every frame' }).click()
    await expect(page.getByText(/^Live from the camera, \d+ frames? per second/)).toBeVisible({
      timeout: 30_000,
    })
  }
  await live()
  await expect(page.getByRole('button', { name: 'Image: Camera' })).toBeVisible()
  const grid = page.locator('#inspector [role="slider"] canvas').first()
  const picture = () => grid.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
  const first = await picture()
  await expect.poll(picture).not.toBe(first)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('button', { name: before!, exact: true })).toBeVisible()
  await ranOnce(page)

  // Another page, and the camera is off.
  await live()
  await page.evaluate(() => (location.hash = '#/gallery'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('button', { name: before!, exact: true })).toBeVisible()
  await ranOnce(page)
})
