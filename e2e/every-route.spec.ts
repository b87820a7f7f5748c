import type { Page } from 'playwright/test'
import { violations } from './axe'
import { today } from './day'
import { expect, test } from './fixtures'

/** An address of every kind of page, with what is open there: half of them a day, since themes have turns of three days. */
const routes = today(
  [
    './#/',
    './#/n/lenet5?node=conv1/conv',
    './#/n/resnet18?beside=plain18',
    './#/gallery',
    './#/measured',
    './#/offline',
    './#/handout?order=whole-net',
    './#/course',
    './#/course/coverage',
    './#/course/glossary',
    './#/course/labs',
    './#/course/references',
    './#/course/slips',
    './#/course/whole-net',
    './#/course/whole-net/stem?deck',
    './#/present/abc/whole-net/stem',
    './#/lab/bigger',
    './#/nowhere',
    './licenses.html',
  ],
  2,
)

/** Opens a page and waits until nothing comes any more, or what comes is only the rest of a deck, loaded ahead. */
async function open(page: Page, route: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(route)
  await expect(page.getByRole('heading').first()).toBeVisible()
  await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => {})
}

for (const theme of ['light', 'dark', 'projector', 'forced'])
  test(`nothing serious stands in the way of anybody on any kind of page, ${theme}`, async ({ page }) => {
    test.setTimeout(240_000)
    await page.emulateMedia(
      theme === 'forced' ? { forcedColors: 'active' } : { contrast: theme === 'dark' ? 'more' : null },
    )
    await page.addInitScript(
      (chosen) => {
        // The empty page between two pages keeps nothing.
        if (location.protocol !== 'about:') localStorage.setItem('layerwise:theme', chosen)
      },
      theme === 'forced' ? 'light' : theme,
    )
    const faults: string[] = []
    for (const route of routes) {
      await open(page, route)
      if (await page.locator('.page-header').count())
        await expect(page.locator('.page-header .brand'), route).toHaveAttribute('href', '#/')
      faults.push(...(await violations(page)).map((fault) => `${route}: ${fault}`))
    }
    expect(faults).toEqual([])
  })

test('in a window of 320×256, as with a zoom of 400%, no page has to be moved sideways', async ({ page }) => {
  test.setTimeout(180_000)
  await page.setViewportSize({ width: 320, height: 256 })
  const faults: unknown[] = []
  // A sheet of paper has its size.
  for (const route of routes.filter((route) => !route.includes('handout'))) {
    await open(page, route)
    const wide = await page.evaluate(() => document.scrollingElement!.scrollWidth)
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('a, button, input, select, summary')]
        .filter(
          (control) => control.checkVisibility() && !control.closest('[role=tree], svg, .visually-hidden'),
        )
        .filter((control) => {
          // What stands in a region of its own is reached by moving that.
          for (let at = control.parentElement; at && at !== document.body; at = at.parentElement)
            if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth)
              return false
          const { left, right, width } = control.getBoundingClientRect()
          return width > 1 && (left < -1 || right > innerWidth + 1)
        })
        .map((control) => control.getAttribute('aria-label') ?? control.textContent.trim().slice(0, 40)),
    )
    if (wide > 320 || outside.length > 0) faults.push({ route, wide, outside })
  }
  expect(faults).toEqual([])
})
