import { expect, type Locator, type Page } from 'playwright/test'

/** Opens the page at a hash and waits for the graph. */
export async function openPage(page: Page, hash = ''): Promise<void> {
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
