import { expect, type Locator, type Page, type Worker } from 'playwright/test'

/** Opens the explorer at a hash, or else with ResNet-18, and waits for the graph. */
export async function openPage(page: Page, hash = '#/n/resnet18'): Promise<void> {
  await page.goto(`./${hash}`)
  await expect(page.locator('.diagram').first()).toBeVisible()
}

/** Waits until a forward pass has finished. */
export async function ranOnce(page: Page): Promise<void> {
  await expect(page.getByText(/^Ran \d+ operations in/)).toBeVisible({ timeout: 40_000 })
}

/** A node of the graph by its id. */
export function layerButton(page: Page, id: string): Locator {
  return page.locator(`.diagram [data-id="${id}"]`).first()
}

/** Watches the workers of a page from now on; the answer counts those that live, by their names. */
export function watchWorkers(page: Page): (name: RegExp) => number {
  const names = new Map<Worker, string>()
  page.on('worker', (worker) => {
    worker
      .evaluate(() => self.name)
      .then((name) => names.set(worker, name))
      // It has ended before it could say.
      .catch(() => {})
  })
  return (name) => page.workers().filter((worker) => name.test(names.get(worker) ?? '')).length
}

/** Scrolls the page of a lesson to one of its slides, as a reader does with a wheel, however soon after a jump. */
export async function scrollTo(page: Page, step: string): Promise<void> {
  const section = page.locator(`.lesson-text [data-step="${step}"]`)
  // Nobody may listen yet, or a jump may go on.
  await expect(async () => {
    await section.evaluate((each) => {
      each.dispatchEvent(new WheelEvent('wheel', { bubbles: true }))
      each.scrollIntoView({ block: 'start', behavior: 'instant' })
      each.closest('.lesson-text')!.dispatchEvent(new Event('scroll'))
    })
    await expect(page).toHaveURL(new RegExp(`/${step}\\b`), { timeout: 1000 })
  }).toPass({ timeout: 30_000 })
}
