import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, type Kind, patience } from './browser'
import type { Result } from './tally'

/** A small network with trained weights. */
const network = '#/n/cifar-resnet20'

/**
 * A first visit, a reload, and a visit after another page, all with one profile: from the second on, the backend that
 * the first one chose is remembered.
 */
export async function runTrial(
  kind: Kind,
  site: string,
  backend: 'automatic' | 'wasm',
): Promise<(readonly [string, Result])[]> {
  const url = site + network + (backend === 'automatic' ? '' : `?backend=${backend}`)
  const browser = await kind.launch()
  try {
    return [
      ['first visit', await pass(browser, () => browser.open(url))],
      ['reload', await pass(browser, () => browser.reload())],
      [
        'second visit',
        await pass(browser, async () => {
          await browser.open('about:blank')
          await browser.open(url)
        }),
      ],
    ]
  } finally {
    await browser.close()
  }
}

/** What an expression gives; asked again where the page was just being replaced: the site reloads itself once for its headers. */
async function seen(browser: Browser, expression: string): Promise<unknown> {
  try {
    return await browser.evaluate(expression)
  } catch {
    await sleep(1000)
    return browser.evaluate(expression)
  }
}

/** Loads the page and waits for a forward pass; a fault is what the page says instead. */
async function pass(browser: Browser, load: () => Promise<void>): Promise<Result> {
  const from = performance.now()
  const state = "document.querySelector('.run-state')?.innerText ?? 'no forward pass on the page'"
  // `WASM · 2 threads · 31 ms`; times differ, and are not what is asked.
  const chip = "document.querySelector('.backend-chip')?.textContent ?? ''"
  const notices = "document.querySelector('.notices')?.innerText ?? ''"
  try {
    await load()
    for (;;) {
      const said = String(await seen(browser, state))
      const elapsed = performance.now() - from
      if (/^Ran \d+ operations/.test(said)) {
        const on = String(await seen(browser, chip)).replace(/ · [\d.,]+ m?s$/, '')
        return { seconds: elapsed / 1000, on: on.trim() }
      }
      const stuck = elapsed > patience
      if (stuck || /^(The run failed|Nothing can run)/.test(said)) {
        const words = `${said} ${await seen(browser, notices)}`.replace(/\s+/g, ' ').trim()
        return { fault: stuck ? `not within ${patience / 1000} s: ${words}` : words }
      }
      await sleep(200)
    }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
