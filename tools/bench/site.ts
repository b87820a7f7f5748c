import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright'
import { launchOptions } from '../chromium.mjs'
import { root } from '../packages.mjs'
import { serve } from '../serve.mjs'

/** The chunks of the pages that one opens first. */
const pages = { 'the first page': 'Landing', 'a network': 'NetworkPage' } as const

/** What a visitor of the built site waits for. */
export interface FirstView {
  /** Milliseconds from navigation to the first box of the graph. */
  readonly graph: number
  /** Milliseconds from navigation to the WASM file of tfjs being loaded. */
  readonly tfjs: number
  /** JavaScript that a page loads before it is there, gzip, by its chunk: the script of the site and what it imports, and that of the page. */
  readonly kilobytes: Readonly<Record<keyof typeof pages, number>>
}

/** Opens the built site in a fresh browser and looks at the clock. */
export async function firstView(): Promise<FirstView> {
  const server = await serve(join(root, 'dist'), 0)
  const browser = await chromium.launch(launchOptions())
  try {
    const page = await browser.newPage()
    await page.goto(`${server.url}#/n/resnet18`)
    await page.locator('[data-node], [role="treeitem"]').first().waitFor()
    const graph = await page.evaluate(() => performance.now())
    const loaded = await page
      .waitForEvent('response', { predicate: (r) => r.url().endsWith('.wasm') })
      .catch(() => null)
    const tfjs = loaded ? await page.evaluate(() => performance.now()) : NaN
    return { graph, tfjs, kilobytes: sizes() }
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Of the JavaScript that a page begins with, in kB. */
export const most = 180

/** Follows the imports of the built files; what is imported on demand is asked for later. */
export function sizes(): FirstView['kilobytes'] {
  const assets = join(root, 'dist/assets')
  const html = readFileSync(join(root, 'dist/index.html'), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)].map(([, name]) => name)
  const weigh = (chunk: string) => {
    const own = readdirSync(assets).filter((name) => new RegExp(`^${chunk}-[\\w-]{8}\\.js$`).test(name))
    if (own.length !== 1) throw new Error(`The site has ${own.length} files for ${chunk}.`)
    const needed = new Set<string>()
    const need = (name: string) => {
      if (needed.has(name)) return
      needed.add(name)
      const text = readFileSync(join(assets, name), 'utf8')
      for (const [, other] of text.matchAll(/(?:from|import)\s*["'`]\.\/([\w~.-]+\.js)["'`]/g)) need(other)
    }
    ;[...scripts, ...own].forEach(need)
    return (
      [...needed].reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0) / 1000
    )
  }
  return Object.fromEntries(
    Object.entries(pages).map(([page, chunk]) => [page, weigh(chunk)]),
  ) as FirstView['kilobytes']
}
