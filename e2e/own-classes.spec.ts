import { expect, test } from './fixtures'
import { launchOptions } from '../tools/chromium.mjs'
import { watchWorkers } from './page'

const { args = [], ...browser } = launchOptions()
const fake = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

// A webcam that shows a moving test picture.
test.use({ launchOptions: { ...browser, args: [...args, ...fake] } })

test('own classes are taught on a frozen trunk, tested on held-out images, and leave as ONNX', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000)
  const living = watchWorkers(page)
  await page.goto('./#/lab/own-classes?steps=30')
  const train = page.getByRole('button', { name: 'Train: new head, frozen trunk' })
  await expect(train).toBeVisible({ timeout: 60_000 })
  await train.click()
  await expect(page.getByText(/of the 12 held-out images are taken for something else/)).toBeVisible({
    timeout: 60_000,
  })
  await expect(page.getByRole('img', { name: /^Training loss by step/ })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Confusion matrix' }).getByRole('row')).toHaveCount(4)
  await expect(page.getByRole('img', { name: /^Where the evidence/ })).toBeVisible({ timeout: 30_000 })
  const tried = page.getByRole('region', { name: 'Try it' })
  await tried.getByRole('table').getByRole('button').last().click()
  await expect(tried.getByRole('img', { name: /^What speaks for and against/ })).toBeVisible()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'ONNX' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/\.onnx$/)
  await expect.poll(() => living(/^training own/)).toBe(0)
  // A link to it trains on the same drawings again; one more image is another training.
  await expect(page).toHaveURL(/run=true/)
  const results = page.getByRole('region', { name: 'Results' })
  const confusion = await results.getByRole('table').innerText()
  const [numbers] = await Promise.all([
    page.waitForEvent('download'),
    results.getByRole('button', { name: 'Save the numbers (CSV)' }).click(),
  ])
  expect(numbers.suggestedFilename()).toBe('own-classes.csv')
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByRole('region', { name: 'Results' }).getByRole('table')).toHaveText(confusion, {
    useInnerText: true,
    timeout: 90_000,
  })
  await other.close()
  await page.getByRole('button', { name: 'Remove image 5 of “golf ball”' }).click()
  await expect(results).toHaveCount(0)
  await expect(page).not.toHaveURL(/run=true/)
  await page.goto('./#/lab/bigger')
  await expect.poll(() => living(/./)).toBe(0)
})

test('the webcam records while a button is held, and the link has the classes and no images', async ({
  page,
}) => {
  await page.goto('./#/lab/own-classes?drawings=0&names=cup,pen')
  await expect(page.getByText('There are no images yet.')).toBeVisible()
  const cup = page.getByRole('region', { name: 'Class “cup”' })
  await cup.getByRole('button', { name: 'Camera' }).click()
  const hold = cup.getByRole('button', { name: 'Hold to record' })
  await expect(hold).toBeVisible()
  await expect
    .poll(() => page.getByLabel('Camera', { exact: true }).evaluate((v: HTMLVideoElement) => v.videoWidth))
    .toBeGreaterThan(0)
  await hold.focus()
  await page.keyboard.down('Space')
  await expect(cup).toContainText(/[4-9] images/)
  await page.keyboard.up('Space')
  await expect(page.getByText('“pen” has no image to learn from yet.')).toBeVisible()
  // Somebody pulls it out, or another program takes it.
  await page
    .getByLabel('Camera', { exact: true })
    .evaluate((video: HTMLVideoElement) =>
      (video.srcObject as MediaStream).getVideoTracks()[0].dispatchEvent(new Event('ended')),
    )
  await expect(page.getByRole('alert')).toContainText('The camera has stopped. Your images are kept')
  await expect(cup.getByRole('button', { name: 'Camera' })).toBeVisible()
  await expect(cup).toContainText(/[4-9] images/)
  await page.getByRole('textbox', { name: 'Name of the class' }).first().fill('mug')
  await expect(page).toHaveURL(/names=mug%2Cpen|names=mug,pen/)
  await page.reload()
  await expect(page.getByRole('region', { name: 'Class “mug”' })).toContainText('0 images')
})

test('a webcam that is refused gets a sentence, files go on, and one image or one class is told what it lacks', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await page.goto('./#/lab/own-classes?drawings=0&names=cup,pen')
  const cup = page.getByRole('region', { name: 'Class “cup”' })
  await cup.getByRole('button', { name: 'Camera' }).click()
  await expect(page.getByRole('alert')).toContainText('Files and drawings work without a camera.')
  await cup.getByLabel('Image files for “cup”').setInputFiles([
    {
      name: 'a.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
      ),
    },
    { name: 'b.png', mimeType: 'image/png', buffer: Buffer.from('no picture') },
  ])
  await expect(cup).toContainText('1 image')
  await expect(page.getByText('b.png is not an image that this browser can read.')).toBeVisible()
  // One image alone teaches nothing, nor does one of each class; both are told, and no training is offered.
  await expect(page.getByText(/“pen” has no image to learn from yet\. One class alone/)).toBeVisible()
  const pen = page.getByRole('region', { name: 'Class “pen”' })
  await page.getByText('Draw an image').click()
  await page.getByRole('button', { name: 'Add to “pen”' }).click()
  await expect(pen).toContainText('1 image')
  await expect(page.getByText(/“cup” and “pen” have no image for the test\..* at least 3/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Train/ })).toHaveCount(0)
  await expect(cup).toContainText('1 image')
})
