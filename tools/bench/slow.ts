import { join } from 'node:path'
import { type Browser, chromium } from 'playwright'
import { launchOptions } from '../chromium.mjs'
import { root } from '../packages.mjs'
import { serve } from '../serve.mjs'

/** What a reader waits for, in milliseconds from navigation, in a browser that has nothing of the site. */
export interface Wait {
  readonly what: string
  readonly time: number
  readonly limit: number
}

/** A slow 4G as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s. */
const line = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 }

const visits = 3

/** Since when, where it is there. */
type There = () => number | false

const slide = '#/course/mixed-kernels/four-paths?deck'
const shown: There = () =>
  document.querySelector('.deck .step-title') !== null &&
  document.querySelector('.course-figure .diagram canvas') !== null &&
  performance.now()

const network = '#/n/cifar-resnet20?backend=wasm&node=conv1/conv'
const mapped: There = () =>
  /channels, values from/.test(document.getElementById('inspector')?.textContent ?? '') && performance.now()

/** The first slide and the first live maps, as they are and on a slow line with a processor four times slower. */
export async function firstWaits(): Promise<readonly Wait[]> {
  const server = await serve(join(root, 'dist'), 0)
  const browser = await chromium.launch({ executablePath: launchOptions().executablePath })
  const median = async (hash: string, there: There, isSlow: boolean) => {
    const all: Awaited<ReturnType<typeof visit>>[] = []
    for (let i = 0; i < visits; i++) all.push(await visit(browser, server.url + hash, there, isSlow))
    const of = (what: 'words' | 'time') => all.map((each) => each[what]).sort((a, b) => a - b)[1]
    return { words: of('words'), time: of('time') }
  }
  try {
    // The browser itself is slow at first.
    await visit(browser, server.url + slide, shown, false)
    const fast = await median(slide, shown, false)
    const maps = await median(network, mapped, false)
    const slow = await median(slide, shown, true)
    const on = 'on a slow 4G with a processor four times slower'
    return [
      { what: 'first slide with its picture', time: fast.time, limit: 1000 },
      { what: 'first live maps of ResNet-20 on WASM, nothing cached', time: maps.time, limit: 2000 },
      { what: `first words of a slide ${on}`, time: slow.words, limit: 4000 },
      { what: `first slide with its picture ${on}`, time: slow.time, limit: 4000 },
    ]
  } finally {
    await browser.close()
    await server.close()
  }
}

async function visit(browser: Browser, url: string, there: There, isSlow: boolean) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  try {
    const page = await context.newPage()
    const client = await context.newCDPSession(page)
    if (isSlow) {
      await client.send('Network.enable')
      await client.send('Network.emulateNetworkConditions', line)
      await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    }
    await page.goto(url, { waitUntil: 'commit' })
    const seen = await page.waitForFunction(there, undefined, { timeout: 60_000 })
    const time = Number(await seen.jsonValue())
    const painted = await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    )
    const words = Number(await painted.jsonValue())
    return { time, words }
  } finally {
    await context.close()
  }
}
