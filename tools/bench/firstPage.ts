import { join } from 'node:path'
import { type Browser, chromium } from 'playwright'
import { launchOptions } from '../chromium.mjs'
import { root } from '../packages.mjs'
import { serve } from '../serve.mjs'

/** What a visitor of the first page waits for, from navigation in a browser that has nothing of it. */
export interface FirstPage {
  /** Milliseconds until its words are painted. */
  readonly words: number
  /** Milliseconds until the picture of the network is painted, its maps inside, and until it answers. */
  readonly picture: number
  readonly live: number
  /** Milliseconds of the main thread until it answers. */
  readonly busy: number
  /** Files that were asked for until then, and their bytes as they came, in kB. */
  readonly requests: number
  readonly kilobytes: number
}

const visits = 5

const desk = { width: 1440, height: 900 }

/** Medians of some visits to the built site, each in a context of its own. */
export async function firstPage(viewport = desk): Promise<FirstPage> {
  const server = await serve(join(root, 'dist'), 0)
  // Not with the flags of the tests: they paint on an imitated GPU, which no machine without one does.
  const browser = await chromium.launch({ executablePath: launchOptions().executablePath })
  try {
    // The browser itself is slow at first.
    await visit(browser, server.url, viewport)
    const all: FirstPage[] = []
    for (let i = 0; i < visits; i++) all.push(await visit(browser, server.url, viewport))
    const median = (of: keyof FirstPage) =>
      all.map((each) => each[of]).sort((a, b) => a - b)[Math.floor(visits / 2)]
    return {
      words: median('words'),
      picture: median('picture'),
      live: median('live'),
      busy: median('busy'),
      requests: median('requests'),
      kilobytes: median('kilobytes'),
    }
  } finally {
    await browser.close()
    await server.close()
  }
}

async function visit(browser: Browser, url: string, viewport: typeof desk): Promise<FirstPage> {
  const context = await browser.newContext({ viewport })
  try {
    const page = await context.newPage()
    await page.addInitScript(() =>
      new PerformanceObserver((list) => {
        for (const { startTime } of list.getEntries()) performance.mark('still picture', { startTime })
      }).observe({ type: 'element', buffered: true }),
    )
    const client = await context.newCDPSession(page)
    await client.send('Performance.enable')
    await page.goto(url, { waitUntil: 'commit' })
    await page.waitForFunction(() => performance.getEntriesByName('layerwise picture').length > 0)
    const { metrics } = await client.send('Performance.getMetrics')
    const seen = await page.evaluate(() => {
      const [{ startTime: live }] = performance.getEntriesByName('layerwise picture')
      const still = performance.getEntriesByName('still picture').map(({ startTime }) => startTime)
      const [paint] = performance.getEntriesByName('first-contentful-paint')
      const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
      const came = files.filter(({ startTime }) => startTime < live)
      const [{ transferSize }] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return {
        live,
        picture: Math.min(live, ...still),
        words: paint.startTime,
        requests: 1 + came.length,
        kilobytes: (transferSize + came.reduce((sum, each) => sum + each.transferSize, 0)) / 1000,
      }
    })
    const busy = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN)
    return { ...seen, busy }
  } finally {
    await context.close()
  }
}
