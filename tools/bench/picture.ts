import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { resolve } from '../../src/architectures/index'
import { layout } from '../../src/diagram/layout'
import { build } from '../../src/nn/build'
import { launchOptions } from '../chromium.mjs'
import { root } from '../packages.mjs'
import { serve } from '../serve.mjs'

/** How the picture of a large network behaves. All times in milliseconds. */
export interface PictureTimes {
  /** Layout of DenseNet-264 with everything open, in Node. */
  readonly layout: number
  /** From pressing "Open all" in DenseNet-121 until the frame after the one that shows it. */
  readonly opening: number
  /** Frame time that 95 of 100 frames stay below while DenseNet-121, all open, is moved and zoomed. */
  readonly frame: number
}

export async function pictureTimes(): Promise<PictureTimes> {
  return { layout: layoutTime(), ...(await inPage()) }
}

function layoutTime(): number {
  const graph = build(resolve('densenet264').architecture)
  const expanded = new Set(graph.groups.map((group) => group.id))
  const times = Array.from({ length: 80 }, () => {
    const begin = performance.now()
    layout(graph, { expanded, line: 1200 })
    return performance.now() - begin
  })
  // Warm, as all else here: the first half is not counted.
  return times.slice(40).sort((a, b) => a - b)[20]
}

async function inPage(): Promise<Pick<PictureTimes, 'opening' | 'frame'>> {
  const server = await serve(join(root, 'dist'), 0)
  // Not with the flags of the tests: they paint a canvas on an imitated GPU, which no machine without one does.
  const browser = await chromium.launch({ executablePath: launchOptions().executablePath })
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
    await page.goto(`${server.url}#/n/densenet121?seed=1`)
    await page.getByText(/^Ran \d+ operations/).waitFor({ timeout: 120_000 })
    await page.waitForTimeout(2000)
    const opening = await page.getByRole('button', { name: 'Open all' }).evaluate(
      (button: HTMLElement) =>
        new Promise<number>((done) => {
          const begin = performance.now()
          button.click()
          requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begin)))
        }),
    )
    await page.waitForTimeout(3000)
    const frames = [await during(page, pan), await during(page, zoomOut), await during(page, pan)].flat()
    return { opening, frame: frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.95)] }
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Times between frames while something is done, in milliseconds. */
export async function during(page: Page, act: (page: Page) => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const state = { frames: [] as number[], going: true }
    Object.assign(window, { measured: state })
    let before = performance.now()
    const next = () => {
      const now = performance.now()
      state.frames.push(now - before)
      before = now
      if (state.going) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
  await act(page)
  return page.evaluate(() => {
    const { measured } = window as unknown as { measured: { frames: number[]; going: boolean } }
    measured.going = false
    return measured.frames
  })
}

async function pan(page: Page): Promise<void> {
  await page.mouse.move(700, 500)
  await page.mouse.down()
  for (let i = 0; i < 60; i++) await page.mouse.move(700 - i * 5, 500 - i * 4)
  await page.mouse.up()
}

async function zoomOut(page: Page): Promise<void> {
  await page.mouse.move(500, 400)
  for (let i = 0; i < 30; i++) {
    await page.mouse.wheel(0, 60)
    await page.waitForTimeout(16)
  }
}
