import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright'
import { launchOptions } from './chromium.mjs'
import { root } from './packages.mjs'
import { serve } from './serve.mjs'

/** What shows a link to the site as a card asks for this size, in pixels. */
const size = { width: 1200, height: 630 }

const file = join(root, 'public/preview.png')

/** Sides of the icons that an installed site has, in pixels; `layerwise.webmanifest` names them. */
const icons = [192, 512]

export const usage = 'Usage: npm run preview; build the site first'

/** Takes the pictures that stand for the site elsewhere: the first page, as it is built, for links, and its sign as icons. Build first. */
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
    for (const side of icons) await drawIcon(browser, side)
    console.log(`The first page is in ${file}, the icons beside it.`)
    return 0
  } finally {
    await browser.close()
    await server.close()
  }
}

async function drawIcon(browser: Browser, side: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width: side, height: side } })
  const sign = readFileSync(join(root, 'public/favicon.svg'), 'utf8')
  await page.setContent(`<style>body { margin: 0 } svg { display: block; inline-size: 100vw }</style>${sign}`)
  await page.screenshot({ path: join(root, `public/icon-${side}.png`), omitBackground: true })
  await page.close()
}
