import type { CDPSession, Page } from 'playwright/test'
import { lessons } from './lessons'
import { expect, test } from './fixtures'
import { openPage, ranOnce } from './page'

const all = Boolean(process.env.LAYERWISE_ALL)
const slideChanges = all ? 300 : 60
const runs = all ? 200 : 40

const isSmall = (network: unknown) => network === undefined || /^(cifar|lenet)/.test(String(network))

/**
 * The slides with small networks, and whether they show two. The memory of WebAssembly never shrinks, so that a large
 * network would hide what is left behind.
 */
const slides = lessons.flatMap(({ id, steps }) =>
  steps
    .filter(({ attributes: { network, beside } }) => isSmall(network) && isSmall(beside))
    .map(({ attributes }) => ({
      hash: `#/course/${id}/${String(attributes.id)}?deck`,
      isComparison: attributes.beside !== undefined,
    })),
)

interface Held {
  readonly workers: number
  /** Of the page's own JavaScript after a forced collection, in MB. */
  readonly heap: number
  /** Of the page and its workers, in MB. */
  readonly whole: number
}

async function held(page: Page, session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const whole = await page.evaluate(async () => {
    const measure = performance as unknown as {
      measureUserAgentSpecificMemory(): Promise<{ bytes: number }>
    }
    return (await measure.measureUserAgentSpecificMemory()).bytes
  })
  return { workers: page.workers().length, heap: usedSize / 2 ** 20, whole: whole / 2 ** 20 }
}

test('slides that come and go leave no worker and no memory behind', async ({ page }) => {
  test.setTimeout(all ? 1_200_000 : 300_000)
  const session = await page.context().newCDPSession(page)
  const some = slides.filter(({ isComparison }, i) => isComparison || i % 6 === 0)
  const calm = slides.find(({ isComparison }) => !isComparison)!
  const visit = async (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      await page.evaluate((hash) => (location.hash = hash), some[i % some.length].hash)
      await expect(page.locator('.step-title').first()).toBeVisible()
      // Some stay long enough to run, others are left while their engine starts.
      await page.waitForTimeout([30, 120, 700][i % 3])
    }
    await page.evaluate((hash) => (location.hash = hash), calm.hash)
    await page.waitForTimeout(500)
  }
  await page.goto(`./${calm.hash}`)
  await visit(0, 20)
  const first = page.workers().length
  const before = await held(page, session)
  await visit(0, slideChanges)
  await expect.poll(() => page.workers().length).toBeLessThanOrEqual(first)
  const after = await held(page, session)
  expect(after.heap - before.heap).toBeLessThan(20)
  expect(after.whole - before.whole).toBeLessThan(60)
})

test('runs that come and go leave no worker and no memory behind', async ({ page }) => {
  test.setTimeout(all ? 1_200_000 : 300_000)
  const session = await page.context().newCDPSession(page)
  await openPage(page, '#/n/cifar-resnet20?backend=wasm&weights=random&node=conv1/conv')
  await ranOnce(page)
  const seed = page.getByLabel('Random weights, seed')
  const run = async (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      await seed.fill(String(i))
      await seed.press('Enter')
      await expect(page.getByText(`Random weights, seed ${i}:`).first()).toBeVisible({
        timeout: 30_000,
      })
    }
  }
  await run(2, 8)
  const before = await held(page, session)
  await run(8, 8 + runs)
  const after = await held(page, session)
  expect(after.workers).toBe(before.workers)
  expect(after.heap - before.heap).toBeLessThan(10)
  expect(after.whole - before.whole).toBeLessThan(40)
})
