import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { launchOptions } from '../chromium.mjs'
import { root } from '../packages.mjs'
import { serve } from '../serve.mjs'

/** So many steps of a pan are measured. */
const steps = 60

const slide = '#/course/whole-net/nine-blocks?deck'

/**
 * Milliseconds from a pointer that moves the picture in one window of a talk until it stands in the other: 95 of 100 steps
 * stay below. Each step waits for the one before.
 */
export async function mirrorLag(): Promise<number> {
  const server = await serve(join(root, 'dist'), 0)
  const browser = await chromium.launch({ executablePath: launchOptions().executablePath })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
    const one = await opened(await context.newPage(), `${server.url}${slide}`)
    const session = await one.evaluate(() => sessionStorage.getItem('layerwise:talk'))
    const other = await context.newPage()
    // The second window belongs to the talk by its name, as one that the presenter window opened.
    await other.addInitScript((name) => (window.name = name), `layerwise screen ${session}`)
    await opened(other, `${server.url}${slide}`)
    await one.waitForTimeout(2000)
    return await lag(one, other)
  } finally {
    await browser.close()
    await server.close()
  }
}

async function opened(page: Page, address: string): Promise<Page> {
  await page.goto(address)
  await page.locator('.diagram').first().waitFor()
  await page.getByRole('button', { name: 'Tools of the talk' }).waitFor()
  return page
}

async function lag(one: Page, other: Page): Promise<number> {
  const picture = (await one.locator('.diagram').first().boundingBox())!
  const [x, y] = [picture.x + picture.width - 20, picture.y + picture.height - 20]
  await one.evaluate(() => {
    const note = () => Object.assign(window, { moved: performance.timeOrigin + performance.now() })
    addEventListener('pointermove', note, { capture: true })
  })
  await one.mouse.move(x, y)
  await one.mouse.down()
  const times: number[] = []
  for (let i = 1; i <= steps; i++) {
    const seen = other.evaluate(
      () =>
        new Promise<number>((done) => {
          const watch = new MutationObserver(() => {
            watch.disconnect()
            done(performance.timeOrigin + performance.now())
          })
          watch.observe(document.querySelector('.diagram')!, { attributeFilter: ['style'], subtree: true })
        }),
    )
    await one.mouse.move(x - 3 * i, y - i)
    const shown = await seen
    const moved = await one.evaluate(() => (window as unknown as { moved: number }).moved)
    times.push(shown - moved)
  }
  await one.mouse.up()
  // The first steps find code that has never run.
  return times.slice(10).sort((a, b) => a - b)[Math.floor((steps - 10) * 0.95)]
}
