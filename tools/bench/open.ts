import { existsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { UsageError } from '../arguments'
import { launchOptions } from '../chromium.mjs'
import { root } from '../packages.mjs'
import { serve } from '../serve.mjs'

/** What somebody waits for who drops a file of a network on the page. All times in milliseconds. */
export interface OpenTimes {
  readonly file: string
  readonly bytes: number
  /** From the drop until the dialog says what is in the file. */
  readonly dialog: number
  /** From "Open as a network" until the network is on screen, and until it has run. */
  readonly drawn: number
  readonly values: number
  /** The longest that the page answered nobody meanwhile. */
  readonly blocked: number
}

/** The page that the file is dropped on: the engine runs already, as where somebody has looked at a network before. */
const before = '#/n/lenet5?backend=wasm'

/** Drops files on the built site, each in a browser of its own; a second file of weights that lies beside goes along. */
export async function openTimes(paths: readonly string[]): Promise<readonly OpenTimes[]> {
  if (paths.length === 0) throw new UsageError('Name the files to open.')
  const missing = paths.find((path) => !existsSync(path))
  if (missing !== undefined) throw new UsageError(`${missing} cannot be read.`)
  const server = await serve(join(root, 'dist'), 0)
  try {
    const times: OpenTimes[] = []
    for (const path of paths) times.push(await open(server.url, path))
    return times
  } finally {
    await server.close()
  }
}

async function open(url: string, path: string): Promise<OpenTimes> {
  const files = [path, `${path}.data`].filter((each) => existsSync(each))
  // Not with the flags of the tests: they paint on an imitated GPU, which no machine without one does.
  const browser = await chromium.launch({ executablePath: launchOptions().executablePath })
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
    await page.goto(url + before)
    await page.getByText(/^Ran \d+ operations/).waitFor({ timeout: 120_000 })
    await page.waitForTimeout(2000)
    const dialog = await drop(page, files)
    const times = await page.evaluate(confirm)
    return {
      file: basename(path),
      bytes: files.reduce((sum, each) => sum + statSync(each).size, 0),
      dialog,
      ...times,
    }
  } finally {
    await browser.close()
  }
}

/** As the hand does it: the files come with the event. Waits until they can be opened. */
async function drop(page: Page, files: readonly string[]): Promise<number> {
  const field = await page.evaluateHandle(() => {
    const made = Object.assign(document.createElement('input'), { type: 'file', multiple: true })
    document.body.append(made)
    return made
  })
  await field.setInputFiles([...files])
  return field.evaluate(async (input) => {
    const carried = new DataTransfer()
    for (const file of input.files!) carried.items.add(file)
    input.remove()
    const seen = { longest: 0 }
    Object.assign(window, { opening: seen })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration)
    }).observe({ type: 'longtask' })
    const begin = performance.now()
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true }))
    for (;;) {
      await new Promise(requestAnimationFrame)
      const said = document.querySelector('[role="dialog"] .notice')
      if (said) throw new Error(said.textContent ?? 'The file is refused.')
      if (document.querySelector('.given-ways button')) return performance.now() - begin
    }
  })
}

/** Runs in the page. */
async function confirm(): Promise<Pick<OpenTimes, 'drawn' | 'values' | 'blocked'>> {
  const frame = () => new Promise(requestAnimationFrame)
  const begin = performance.now()
  document.querySelector<HTMLElement>('.given-ways button')!.click()
  const until = async (isThere: () => boolean) => {
    while (!isThere()) await frame()
    // What is there is painted with the frame that comes.
    await frame()
    return performance.now() - begin
  }
  const drawn = await until(
    () => /#\/n\/own-/.test(location.hash) && document.querySelector('[role="treeitem"]') !== null,
  )
  const state = () => document.querySelector('.run-state')?.textContent ?? ''
  await until(() => !state().startsWith('Ran'))
  const values = await until(() => /^(Ran|Not run|The run failed)/.test(state()))
  return {
    drawn,
    values: state().startsWith('Ran') ? values : NaN,
    blocked: (window as unknown as { opening: { longest: number } }).opening.longest,
  }
}
