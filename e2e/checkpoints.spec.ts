import { readFileSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'

const first = readFileSync('src/import/fixtures/basic.safetensors')

/** The same checkpoint some epochs later: values of its last tensor are others. */
function later(): Buffer {
  const bytes = Buffer.from(first)
  for (let at = bytes.length - 64; at < bytes.length; at += 4)
    bytes.writeFloatLE(bytes.readFloatLE(at) + 1, at)
  return bytes
}

const files = (page: Page) => page.getByRole('dialog', { name: 'Files of your own' })

async function pick(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Files of your own' }).click()
  await files(page).getByLabel('Open a file').setInputFiles({ name, mimeType: '', buffer })
}

async function dropped(page: Page, name: string, type: string): Promise<void> {
  await page.evaluate(
    ([name, type]) => {
      const data = new DataTransfer()
      data.items.add(new File(['These are words.'], name, { type }))
      for (const kind of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }),
        )
    },
    [name, type] as const,
  )
}

test('a kept file runs after a reload on the picture of every page, and stays kept with what is changed of it', async ({
  page,
}) => {
  test.slow()
  await page.goto('#/n/cifar-resnet20')
  await pick(page, 'epoch10.safetensors', first)
  const keeps = files(page).getByRole('checkbox', { name: /Keep it on this device/ })
  await keeps.check()
  await files(page).getByRole('button', { name: 'Open as a network' }).click()
  await expect(page).toHaveURL(/#\/n\/own-/)
  const ran = page.getByText(/^Ran \d+ operations in/)
  await expect(ran).toBeVisible({ timeout: 60_000 })
  await page.goto(page.url().replace(/&image=[^&]*/, '') + '&image=vienna')
  await page.reload()
  await expect(ran).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Change its input or its class names' }).click()
  await expect(keeps).toBeChecked()
  await files(page).getByLabel('Preparation of the image').selectOption('tf')
  await files(page).getByRole('button', { name: 'Apply the changes' }).click()
  await expect(files(page)).toBeHidden()
  await page.reload()
  await expect(ran).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: /^Image: / }).click()
  await expect(page.getByText('as you chose for your file: −1 to 1 (Keras “tf”)')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Files of your own' }).click()
  await page.getByRole('button', { name: 'Remove epoch10.safetensors' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('The file is gone after a reload unless you keep it.')).toBeVisible()
})

test('two checkpoints of one network say where their weights differ, and how far', async ({ page }) => {
  test.slow()
  await page.goto('#/n/cifar-resnet20')
  await pick(page, 'epoch10.safetensors', first)
  await files(page).getByRole('button', { name: 'Open as a network' }).click()
  await expect(page).toHaveURL(/#\/n\/own-/)
  await expect(page.getByText(/^Ran \d+ operations in/)).toBeVisible({ timeout: 60_000 })
  await pick(page, 'epoch20.safetensors', later())
  await files(page).getByRole('button', { name: 'Compare with the network on screen' }).click()
  const panel = page.locator('.compare-panel')
  await expect(panel.getByText(/^The weights of 1 of \d+ layers differ; those of /)).toBeVisible({
    timeout: 60_000,
  })
  await panel.getByText('farthest first').click()
  const row = panel.locator('.apart li').first()
  await expect(row.locator('code')).toBeVisible()
  await row.evaluate((each) => each.scrollIntoView({ block: 'center', behavior: 'instant' }))
  const top = async () => (await row.boundingBox())!.y
  const before = await top()
  await row.getByRole('button').click()
  await expect(panel.getByText(/Its weights differ by .* norm\./)).toBeAttached()
  // What is said about it comes above the list, in which the reader stays.
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(2)
  await expect(row).toBeInViewport()
})

test('what cannot be read is told where it was dropped', async ({ page }) => {
  await page.goto('#/')
  await expect(page.getByText('Drop a photo or a model file here')).toBeAttached()
  await page.waitForFunction(() => document.querySelector('.drop-said'))
  await dropped(page, 'broken.png', 'image/png')
  const said = page.locator('.drop-said').getByText(/broken\.png/)
  await expect(said).toBeInViewport()
  await dropped(page, 'notes.pth', '')
  await expect(files(page)).toContainText('notes.pth cannot be read here. Model files are .onnx')
  await page.keyboard.press('Escape')
  await dropped(page, 'paper.pdf', 'application/pdf')
  await expect(files(page)).toContainText('paper.pdf cannot be read here. Model files are .onnx')
})

test('two checkpoints picked together come one after the other, and are compared', async ({ page }) => {
  test.slow()
  await page.goto('#/n/cifar-resnet20')
  await page.getByRole('button', { name: 'Files of your own' }).click()
  await files(page)
    .getByLabel('Open a file')
    .setInputFiles([
      { name: 'epoch10.safetensors', mimeType: '', buffer: first },
      { name: 'epoch20.safetensors', mimeType: '', buffer: later() },
    ])
  await expect(files(page)).toContainText('epoch20.safetensors is a separate network. It opens next')
  await files(page).getByRole('button', { name: 'Open as a network' }).click()
  await expect(files(page)).toContainText('epoch20.safetensors,')
  await files(page).getByRole('button', { name: 'Compare with the network on screen' }).click()
  await expect(page).toHaveURL(/file=epoch10\.safetensors,.*besideFile=epoch20\.safetensors,/)
  const panel = page.locator('.compare-panel')
  await panel.getByRole('tab', { name: 'Two runs' }).click()
  const answers = panel.getByRole('table', { name: /^Class probabilities/ })
  await expect(answers.getByRole('row').nth(1).getByRole('cell')).toHaveCount(2, { timeout: 60_000 })
  // Both maps have one scale, so their legends end alike.
  const ends = panel.locator('.map-legend-ends')
  await expect(ends).toHaveCount(2)
  expect(await ends.first().textContent()).toBe(await ends.last().textContent())
  await panel.locator('.apart li').last().getByRole('button').click()
  await expect(panel.getByRole('heading', { name: /^Feature maps/ })).toBeInViewport()
})

test('an image of one’s own stays when the file that a link waits for is brought', async ({ page }) => {
  test.slow()
  await page.goto('#/n/cifar-resnet20')
  await page.getByRole('button', { name: /^Image: / }).click()
  await page
    .getByRole('dialog', { name: 'Choose an image' })
    .locator('input[type=file]')
    .setInputFiles({
      name: 'mine.png',
      mimeType: 'image/png',
      buffer: readFileSync('public/icon-192.png'),
    })
  const mine = page.getByRole('button', { name: /^Image: mine/ })
  await expect(mine).toBeVisible()
  await page.keyboard.press('Escape')
  await pick(page, 'epoch10.safetensors', first)
  await files(page).getByRole('button', { name: 'Open as a network' }).click()
  await expect(page).toHaveURL(/#\/n\/own-/)
  await expect(mine).toBeVisible()
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('epoch10.safetensors')
  await page.getByRole('alert').getByRole('button', { name: 'Open the file' }).click()
  await files(page)
    .getByLabel('Open a file')
    .setInputFiles({ name: 'epoch10.safetensors', mimeType: '', buffer: first })
  await files(page).getByRole('button', { name: 'Open as a network' }).click()
  await expect(mine).toBeVisible()
})
