import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright'
import { launchOptions } from '../chromium.mjs'
import { root } from '../packages.mjs'
import { serve } from '../serve.mjs'

/** What a visitor of the built site waits for. */
export interface FirstView {
  /** Milliseconds from navigation to the first box of the graph. */
  readonly graph: number
  /** Milliseconds from navigation to the WASM file of tfjs being loaded. */
  readonly tfjs: number
  /** JavaScript that the page itself loads before the graph is there, gzip. */
  readonly kilobytes: number
}

/** Opens the built site in a fresh browser and looks at the clock. */
export async function firstView(): Promise<FirstView> {
  const server = await serve(join(root, 'dist'), 0)
  const browser = await chromium.launch(launchOptions())
  try {
    const page = await browser.newPage()
    await page.goto(server.url)
    await page.locator('[data-node], [role="treeitem"]').first().waitFor()
    const graph = await page.evaluate(() => performance.now())
    // The page names its script and what that imports; everything else is asked for later.
    const html = readFileSync(join(root, 'dist/index.html'), 'utf8')
    const scripts = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path]) => path)
    const loaded = await page
      .waitForEvent('response', { predicate: (r) => r.url().endsWith('.wasm') })
      .catch(() => null)
    const tfjs = loaded ? await page.evaluate(() => performance.now()) : NaN
    const bytes = [...new Set(scripts)].reduce(
      (sum, path) => sum + gzipSync(readFileSync(join(root, 'dist', path))).length,
      0,
    )
    return { graph, tfjs, kilobytes: bytes / 1000 }
  } finally {
    await browser.close()
    await server.close()
  }
}
