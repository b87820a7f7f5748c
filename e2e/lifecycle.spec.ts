import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright/test'
import { isAll } from '../tools/day.mjs'
import { today } from './day'
import { expect, test } from './fixtures'
import { lessons } from './lessons'
import { openPage, ranOnce, watchWorkers } from './page'

const slideChanges = isAll ? 300 : 60
const runs = isAll ? 200 : 40
const uses = isAll ? 6 : 2

/** Slides with two networks, and some of the others between them. */
const slides = lessons
  .flatMap(({ id, steps }) =>
    steps.map(({ attributes }) => ({
      hash: `#/course/${id}/${String(attributes.id)}?deck`,
      isComparison: attributes.beside !== undefined,
    })),
  )
  .filter(({ isComparison }, i) => isComparison || i % 12 === 0)

interface Held {
  readonly workers: number
  /** The page's own JavaScript after a forced collection, in MB. */
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
  /** What the renderers occupy, in MB, WASM memory and workers included; 0 where the system does not tell. */
  readonly resident: number
}

async function held(page: Page, session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  const heap = usedSize / 2 ** 20
  const resident = await residentOf(page)
  return { workers: page.workers().length, heap, nodes, listeners: jsEventListeners, resident }
}

/** Memory of the renderers of a browser in MB, as Linux tells it. */
async function residentOf(page: Page): Promise<number> {
  if (process.platform !== 'linux') return 0
  const session = await page.context().browser()!.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => /^VmRSS:\s*(\d+) kB$/m.exec(statusOf(id))?.[1])
  return sizes.reduce((sum, size) => sum + Number(size ?? 0), 0) / 1024
}

/** What Linux tells of a process; nothing where it has ended meanwhile. */
function statusOf(id: number): string {
  try {
    return readFileSync(`/proc/${id}/status`, 'utf8')
  } catch {
    return ''
  }
}

test('slides that come and go leave no worker and nothing else behind', async ({ page }) => {
  test.setTimeout(isAll ? 1_200_000 : 300_000)
  const session = await page.context().newCDPSession(page)
  const [calm, small] = slides.filter(({ isComparison }) => !isComparison)
  const show = async ({ hash }: { readonly hash: string }, milliseconds: number) => {
    await page.evaluate((to) => (location.hash = to), hash)
    await expect(page.locator('.step-title').first()).toBeVisible({ timeout: 20_000 })
    await page.waitForTimeout(milliseconds)
  }
  // Some stay long enough to run, others are left while their engine starts.
  const visit = async (changes: number) => {
    for (let i = 0; i < changes; i++) await show(slides[i % slides.length], [30, 120, 700][i % 3])
    // React keeps what it showed last until it shows something else: two small slides at the end.
    await show(small, 1000)
    await show(calm, 1000)
    await expect(page.locator('.course-figure .diagram, .lab-body').first()).toBeVisible({ timeout: 20_000 })
  }
  await page.goto(`./${calm.hash}`)
  // The memory of WASM grows to the largest network that ran, and a browser never makes it smaller: for the full sweep
  // each slide runs to its end first.
  if (isAll) for (const slide of slides) await show(slide, 6000)
  await visit(slides.length)
  await expect.poll(() => page.workers().length).toBeLessThan(4)
  const before = await held(page, session)
  await visit(slideChanges)
  await expect.poll(() => page.workers().length).toBeLessThanOrEqual(before.workers)
  const after = await held(page, session)
  expect(after.heap - before.heap).toBeLessThan(20)
  if (isAll) expect(after.resident - before.resident).toBeLessThan(150)
  // What was taken out a moment ago goes with a later collection.
  await expect.poll(async () => (await held(page, session)).nodes).toBeLessThan(2 * before.nodes)
  await expect.poll(async () => (await held(page, session)).listeners).toBeLessThan(2 * before.listeners)
})

test('runs that come and go leave no worker and nothing else behind', async ({ page }) => {
  test.setTimeout(isAll ? 1_200_000 : 300_000)
  const session = await page.context().newCDPSession(page)
  await openPage(page, '#/n/cifar-resnet20?backend=wasm&weights=random&node=conv1/conv')
  await ranOnce(page)
  const seed = page.getByLabel('Random weights, seed')
  const run = async (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      await seed.fill(String(i))
      await seed.press('Enter')
      await expect(page.getByText(`Random weights, seed ${i}:`).first()).toBeVisible({ timeout: 30_000 })
    }
  }
  await run(2, 8)
  const before = await held(page, session)
  await run(8, 8 + runs)
  const after = await held(page, session)
  expect(after.workers).toBe(before.workers)
  expect(after.heap - before.heap).toBeLessThan(10)
  expect(after.resident - before.resident).toBeLessThan(100)
  await expect.poll(async () => (await held(page, session)).nodes).toBeLessThan(2 * before.nodes)
})

/** Labs that run or train a network, with what they say when they have done it. */
const used = {
  'switch-off': 'the same answer as when trained',
  'learning-gradients?blocks=1&steps=20': 'Step 20 is done.',
  'train-here?blocks=1&steps=20&run=true': 'Done.',
  'own-training?blocks=1&steps=25&classes=3&images=64&made=25': 'Done: 25 steps.',
  'norm-in-network': 'all channels.',
  'norm-in-network?view=learn&made=3': '3 steps taken.',
  'norm-in-network?view=race&rates=0.05&raced=true': 'Done.',
  'own-classes?drawings=4&steps=30&run=true': 'held-out images are taken for something else',
  'unit-excites?show=made&part=stage1&steps=16&run=true': 'made here',
  'loss-surface?steps=0&side=9&run=true': 'Again',
  'gradient-flow?blocks=1': 'Computed just now',
}

test('labs that compute and are left leave no worker and nothing else behind', async ({ page }) => {
  test.setTimeout(isAll ? 1_800_000 : 300_000)
  const session = await page.context().newCDPSession(page)
  const labs = today(Object.entries(used), 6)
  const show = (hash: string) => page.evaluate((to) => (location.hash = to), hash)
  const use = async (times: number) => {
    for (let i = 0; i < times; i++)
      for (const [lab, said] of labs) {
        await show(`#/lab/${lab}`)
        await expect(page.locator('.lab-body'), lab).toContainText(said, { timeout: 120_000 })
      }
    // React keeps what it showed last until it shows something else: two small labs at the end.
    for (const small of ['published', 'bigger']) {
      await show(`#/lab/${small}`)
      await expect(page.locator('.lab-body')).toBeVisible()
      await page.waitForTimeout(500)
    }
    await expect.poll(() => page.workers().length).toBe(0)
  }
  await page.goto('./#/lab/bigger')
  await use(1)
  const before = await held(page, session)
  await use(uses)
  const after = await held(page, session)
  expect(after.heap - before.heap).toBeLessThan(10)
  if (isAll) expect(after.resident - before.resident).toBeLessThan(100)
  await expect.poll(async () => (await held(page, session)).nodes).toBeLessThan(2 * before.nodes)
})

test('the index of labs and the way back from it run no network that nobody sees', async ({ page }) => {
  const living = watchWorkers(page)
  await page.goto('./#/lab/bigger')
  await expect(page.locator('.lab-body')).toBeVisible()
  await page.evaluate(() => (location.hash = '#/lab'))
  await expect(page.getByRole('heading', { name: 'Experiments' })).toBeVisible()
  // What was chosen would run after a moment.
  await page.waitForTimeout(1000)
  await page.goBack()
  await expect(page.locator('.lab-body')).toBeVisible()
  await page.waitForTimeout(3000)
  expect(living(/./)).toBe(0)
})
