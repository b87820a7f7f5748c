import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { openPage, ranOnce } from './page'

async function saved(page: Page, format: string, all = false): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: /^View/ }).click()
  await page.getByRole('button', { name: 'Save the picture' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save the picture' })
  if (all) await dialog.getByText('All of the network').click()
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
