import { join } from 'node:path'
import { chromium } from 'playwright'
import { launchOptions } from '../chromium.mjs'
import { root } from '../packages.mjs'
import { serve } from '../serve.mjs'
import { during } from './picture'

/** Of the lab in which one trains a network of one's own: its start settings, and images that are drawn anew in every batch. */
const lab = '#/lab/own-training?images=0&steps=3200'

/** Seconds of a training that are looked at. */
const seconds = 15

/** Milliseconds that 95 of 100 frames of the built site stay below while a network learns in its workers. */
export async function trainingFrame(): Promise<number> {
  const server = await serve(join(root, 'dist'), 0)
  // Without the flags of the tests, as for the picture.
  const browser = await chromium.launch({ executablePath: launchOptions().executablePath })
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
    await page.goto(`${server.url}${lab}`)
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.getByText(/^Step [1-9]\d* of/).waitFor({ timeout: 120_000 })
    const frames = await during(page, () => page.waitForTimeout(1000 * seconds))
    return [...frames].sort((a, b) => a - b)[Math.floor(frames.length * 0.95)]
  } finally {
    await browser.close()
    await server.close()
  }
}
