import { execFile } from 'node:child_process'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'playwright/test'
import { ranOnce } from './page'

const root = join(import.meta.dirname, '..')

test('the portable site runs when its page is opened from a folder: networks, slides in two windows, a training', async ({
  page,
}, testInfo) => {
  test.setTimeout(300_000)
  const folder = testInfo.outputPath('layerwise')
  await promisify(execFile)(
    process.execPath,
    ['tools/run.mjs', 'tools/portable/portable.ts', '--out', folder],
    { cwd: root },
  )
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text().slice(0, 300)))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url())) complaints.push(request.url())
  })
  try {
    expect((await stat(`${folder}.zip`)).size).toBeGreaterThan(1e7)
    const home = pathToFileURL(join(folder, 'index.html')).href
    await page.goto(`${home}#/n/cifar-resnet20`)
    await ranOnce(page)
    await expect(page.getByText(/^ResNet-20 \(CIFAR\), trained on ten classes/)).toBeVisible()

    await page.goto(`${home}#/course/concatenate?deck`)
    await expect(page.locator('.deck')).toBeVisible()
    await page.keyboard.press('PageDown')
    await expect(page).not.toHaveURL(/concatenate\?deck$/)

    // No page sees into another one there; what the windows tell each other goes by message.
    await expect(page.getByRole('button', { name: 'Tools of the talk' })).toBeVisible()
    const opening = page.context().waitForEvent('page')
    await page.keyboard.press('p')
    const desk = await opening
    await expect(desk.locator('.slide-frame.now')).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 })
    const place = page.locator('.deck-place')
    const before = (await place.textContent())!
    await desk.getByRole('button', { name: 'Next', exact: true }).click()
    await expect(place).not.toHaveText(before)
    const numberOf = (said: string) => new RegExp(`^${said.split(' ')[0]} of`)
    await expect(desk.locator('.desk-place')).toHaveText(numberOf((await place.textContent())!))
    await page.keyboard.press('PageUp')
    await expect(place).toHaveText(before)
    await expect(desk.locator('.desk-place')).toHaveText(numberOf(before))
    await desk.close()

    await page.goto(`${home}#/course/workbench/train-here`)
    await page.getByRole('button', { name: 'Start' }).click()
    const steps = page
      .locator('.train-table')
      .getByRole('row', { name: /^residual/ })
      .getByRole('cell')
      .nth(2)
    await expect.poll(async () => Number(await steps.innerText()), { timeout: 60_000 }).toBeGreaterThan(0)

    await page.goto(`${home}#/offline`)
    await expect(page.getByText('It needs no internet.')).toBeVisible()
    expect(complaints).toEqual([])
  } finally {
    await rm(folder, { recursive: true, force: true })
    await rm(`${folder}.zip`, { force: true })
  }
})
