import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { launchOptions } from './chromium.mjs'
import { root } from './packages.mjs'
import { serve } from './serve.mjs'

/** What shows a link to the site as a card asks for this size, in pixels. */
const size = { width: 1200, height: 630 }

const file = join(root, 'public/preview.png')

/** Takes the picture that stands for the site where somebody links to it: the first page, as it is built. Build first. */
export async function main(): Promise<number> {
  if (!existsSync(join(root, 'dist/index.html')))
    throw new Error('There is no built site; run npm run build first.')
  const server = await serve(join(root, 'dist'), 0)
  const browser = await chromium.launch(launchOptions())
  try {
    const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce', colorScheme: 'light' })
    await page.goto(server.url)
    // The answer, and a map in every tensor.
    await page.locator('.living-bars').waitFor({ timeout: 60_000 })
    await page.waitForFunction(
      () => [...document.querySelectorAll('.river-face')].every((face) => face.querySelector('canvas')),
      undefined,
      { timeout: 60_000 },
    )
    await page.waitForTimeout(1000)
    await page.screenshot({ path: file })
    console.log(`The first page is in ${file}.`)
    return 0
  } finally {
    await browser.close()
    await server.close()
  }
}
