import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { layerButton, openPage, ranOnce } from './page'

async function saved(
  page: Page,
  format: string,
  all: boolean | string = false,
): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: /^View/ }).click()
  await page.getByRole('button', { name: 'Save or export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save the picture' })
  if (all) await dialog.getByText('All of the network').click()
  if (typeof all === 'string') await dialog.getByText(all, { exact: true }).click()
  await dialog.getByText(format, { exact: true }).click()
  const waiting = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const download = await waiting
  await expect(dialog.getByText(/^Saved as /)).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test('the picture is saved as an SVG that stands on its own', async ({ page }) => {
  await openPage(page, '#/n/googlenet?open=inception_3a&node=inception_3a')
  await ranOnce(page)
  const { name, bytes } = await saved(page, 'SVG', true)
  expect(name).toBe('googlenet-inception_3a.svg')
  const found = await page.evaluate(async (text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
    const image = new Image()
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
    await image.decode()
    return {
      error: parsed.querySelector('parsererror')?.textContent ?? null,
      texts: [...parsed.querySelectorAll('text')].map((each) => each.textContent),
      outside: [...parsed.querySelectorAll('[href]')].filter(
        (each) => !each.getAttribute('href')!.startsWith('data:'),
      ).length,
      size: [image.naturalWidth, image.naturalHeight],
    }
  }, bytes.toString('utf8'))
  expect(found.error).toBeNull()
  expect(found.outside).toBe(0)
  expect(found.size[0]).toBeGreaterThan(800)
  for (const word of ['5×5 conv, 32', 'inception_5b', '28×28×192', '7×7×1024'])
    expect(found.texts).toContain(word)
  expect(bytes.toString('utf8')).not.toMatch(/var\(--|color-mix/)
})

test('the picture is saved as PNG and PDF', async ({ page }) => {
  await openPage(page, '#/n/resnet18')
  const png = await saved(page, 'PNG')
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  const stage = (await page.locator('.diagram').boundingBox())!
  expect(png.bytes.readUInt32BE(16)).toBe(Math.round(stage.width) * 2)
  const pdf = await saved(page, 'PDF', true)
  expect(pdf.name).toBe('resnet18.pdf')
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.bytes.length).toBeGreaterThan(5_000)
})

test('a page of a PDF holds all of the largest network', async ({ page }) => {
  test.slow()
  await openPage(page, '#/n/resnet152?open=all&backend=wasm')
  const all = await saved(page, 'SVG', true)
  const [, width, height] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(all.bytes.toString('utf8'))!
  const pdf = (await saved(page, 'PDF', true)).bytes.toString('latin1')
  const [, wide, high] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!.map(Number)
  const unit = Number(/\/UserUnit ([\d.]+)/.exec(pdf)?.[1] ?? 1)
  expect(Math.max(wide, high)).toBeLessThanOrEqual(14_400)
  // A point is three quarters of a pixel of the page.
  expect(Math.abs(wide * unit - Number(width) * 0.75)).toBeLessThan(1)
  expect(Math.abs(high * unit - Number(height) * 0.75)).toBeLessThan(1)
  expect(pdf.startsWith(unit > 1 ? '%PDF-1.6' : '%PDF-1.3')).toBe(true)
})

test('a figure for a slide is 16:9, and one line is wide', async ({ page }) => {
  await openPage(page, '#/n/googlenet?backend=wasm')
  const slide = (await saved(page, 'PNG', '16:9')).bytes
  expect([slide.readUInt32BE(16), slide.readUInt32BE(20)]).toEqual([3840, 2160])
  const line = (await saved(page, 'PNG', 'One line')).bytes
  expect(line.readUInt32BE(16)).toBeGreaterThan(4 * line.readUInt32BE(20))
})

test('a figure of a lab is saved and copied with its title and its link, as it is set now', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./#/course/compare/one-budget')
  await page.locator('.lab-controls').getByText('MACs', { exact: true }).click()
  await expect(page).toHaveURL(/lab\.by=macs/)
  await page.getByRole('button', { name: 'Save …' }).click()
  const said = page.getByRole('status').filter({ hasText: /^(Saved|Copied)/ })
  const files: Record<string, Buffer> = {}
  for (const format of ['PNG', 'SVG']) {
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: `Save as ${format}` }).click()
    const file = await waiting
    expect(file.suggestedFilename()).toBe(`compare-one-budget.${format.toLowerCase()}`)
    files[format] = await readFile(await file.path())
  }
  // Width and height stand behind the signature and the head of the first chunk (PNG, section 11.2.2).
  expect(files.PNG.readUInt32BE(16)).toBeGreaterThan(1000)
  const drawn = await page.locator('.lab-body').boundingBox()
  expect(files.PNG.readUInt32BE(20)).toBeGreaterThan(2 * drawn!.height)
  const text = files.SVG.toString('utf8')
  expect(text).toContain('>One budget, several families</text>')
  expect(text).toContain('lab.by=macs</text>')
  expect(text).toContain('DenseNet-22')
  expect(text).not.toMatch(/(?:src|href)="(?!data:|#)[^"]*\.(?:woff2|png|svg|js|css)/)
  await page.getByRole('button', { name: 'Copy as a picture' }).click()
  await expect(said).toHaveText('Copied as a picture.')
  const types = await page.evaluate(async () => (await navigator.clipboard.read())[0].types)
  expect(types).toContain('image/png')
  await page.getByRole('button', { name: 'Copy a link' }).click()
  await expect(said).toHaveText(/^Copied: the link/)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
})

test('a card and a comparison are saved with their names, their source and a link to what they show', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const download = async (act: () => Promise<void>) => {
    const waiting = page.waitForEvent('download')
    await act()
    const file = await waiting
    return { name: file.suggestedFilename(), text: (await readFile(await file.path())).toString('utf8') }
  }
  await page.goto('./#/course/mixed-kernels/four-paths')
  await layerButton(page, 'inception/p2/conv2').click()
  const card = page.getByRole('dialog', { name: '3×3 conv, 128' })
  await expect(card.getByRole('slider', { name: 'Feature maps' })).toBeVisible({ timeout: 40_000 })
  await card.getByRole('button', { name: 'Save …' }).click()
  const saved = await download(() => card.getByRole('button', { name: 'Save as SVG' }).click())
  expect(saved.name).toBe('inception-3a-inception-p2-conv2.svg')
  expect(saved.text).toContain('>3×3 conv, 128, inception/p2/conv2 of Inception 3a</text>')
  expect(saved.text).toContain('110,720')
  expect(saved.text).not.toContain('Open in the explorer')
  await card.getByRole('button', { name: 'Copy a link' }).click()
  await expect(card.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/#\/n\/inception-3a\?.*node=inception\/p2\/conv2/)
  expect(saved.text).toContain('#/course/mixed-kernels/four-paths</text>')
  // Escape closes the list first, then the card.
  await page.keyboard.press('Escape')
  await expect(card.getByRole('button', { name: 'Copy a link' })).toBeHidden()
  await expect(card).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()

  await openPage(page, '#/n/cifar-plain20?beside=cifar-resnet20')
  await page.getByRole('button', { name: 'Save both …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save both pictures' })
  await dialog.getByText('All of both').click()
  const both = await download(() => dialog.getByRole('button', { name: 'Save', exact: true }).click())
  expect(both.name).toBe('cifar-plain20-beside-cifar-resnet20.svg')
  for (const name of ['plain-20 (CIFAR)', 'ResNet-20 (CIFAR)']) expect(both.text).toContain(`>${name}</text>`)
  expect(both.text.match(/>input<\/text>/g)).toHaveLength(2)
})

test('the network leaves as code that follows the selection, and as a file with its weights @daily', async ({
  page,
}) => {
  await openPage(page, '#/n/lenet5?table=code&node=conv1')
  await ranOnce(page)
  const program = page.getByRole('listbox', { name: /program for PyTorch/ })
  const marked = program.getByRole('option', { selected: true })
  await expect(marked).toHaveCount(3)
  await expect(marked.first()).toContainText('self.conv1_conv = nn.Conv2d(1, 6, 5')
  await program
    .getByText(/self\.fc_fc = |nn\.Linear\(84, 10/)
    .first()
    .click()
  await expect(page).toHaveURL(/node=(?!conv1)/)
  await page.getByText('Keras', { exact: true }).click()
  await expect(page.getByRole('option', { selected: true }).first()).toContainText('layers.Dense(10')

  await page.getByRole('button', { name: /^View/ }).click()
  await page.getByRole('button', { name: 'Save or export' }).click()
  await page.getByText('The network', { exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export the network' })
  await dialog.getByLabel('Format').selectOption('ONNX')
  const waiting = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const file = await waiting
  expect(file.suggestedFilename()).toBe('lenet5.onnx')
  expect((await readFile(await file.path())).length).toBeGreaterThan(61_706 * 4)
  await expect(dialog.getByText(/^Saved as lenet5\.onnx/)).toBeVisible()
})
