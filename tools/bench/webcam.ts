import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { launchOptions } from '../chromium.mjs'
import { root } from '../packages.mjs'
import { serve } from '../serve.mjs'

/** So long a rate is taken, in milliseconds. */
const span = 8000

/** A layer whose maps are on screen, and the least that is accepted, in frames a second. */
const networks = [
  ['ResNet-20', '#/n/cifar-resnet20?node=conv1/conv&backend=wasm', 25],
  ['ResNet-18', '#/n/resnet18?node=conv1/conv&backend=wasm&weights=random', 8],
] as const

export interface Rate {
  readonly title: string
  /** Frames a second whose maps were drawn. */
  readonly rate: number
  readonly least: number
}

/** How often a second the maps of a layer follow the webcam, in the built site, with the moving picture that Chromium has for tests. */
export async function webcamRates(): Promise<readonly Rate[]> {
  const server = await serve(join(root, 'dist'), 0)
  const browser = await chromium.launch({
    executablePath: launchOptions().executablePath,
    // Without a rate of its own that picture moves 20 times a second, and nothing could follow it more often.
    args: ['--use-fake-device-for-media-stream=fps=60', '--use-fake-ui-for-media-stream'],
  })
  try {
    const rates: Rate[] = []
    for (const [title, hash, least] of networks) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
      await page.addInitScript(countDrawn)
      await page.goto(server.url + hash)
      await page.getByText(/^Ran \d+ operations/).waitFor({ timeout: 120_000 })
      rates.push({ title, rate: await rateOf(page), least })
      await page.close()
    }
    return rates
  } finally {
    await browser.close()
    await server.close()
  }
}

async function rateOf(page: Page): Promise<number> {
  await page.getByRole('button', { name: /^Image: / }).click()
  await page.getByRole('button', { name: 'Use the camera' }).click()
  await page.getByRole('button', { name: 'Run on every frame' }).click()
  await page.getByText(/frames? per second/).waitFor({ timeout: 60_000 })
  const drawn = () => page.evaluate(() => (window as unknown as { drawn: { frames: number } }).drawn.frames)
  const [from, before] = [performance.now(), await drawn()]
  await page.waitForTimeout(span)
  return (1000 * ((await drawn()) - before)) / (performance.now() - from)
}

/** Runs before the scripts of the page: counts the screens in which the grid of maps was drawn anew. */
function countDrawn(): void {
  const drawn = { frames: 0 }
  let isCounted = false
  const { drawImage } = CanvasRenderingContext2D.prototype
  CanvasRenderingContext2D.prototype.drawImage = function (this: CanvasRenderingContext2D, ...what: never) {
    if (!isCounted && this.canvas.closest('#inspector [role="slider"]')) {
      isCounted = true
      drawn.frames++
      requestAnimationFrame(() => (isCounted = false))
    }
    return (drawImage as (...all: never) => void).apply(this, what)
  }
  Object.assign(window, { drawn })
}
