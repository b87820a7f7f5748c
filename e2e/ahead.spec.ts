import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { lecture90 } from '../content/orders'
import { isAll } from '../tools/day.mjs'
import { serve } from '../tools/serve.mjs'
import { today } from './day'
import { lessons } from './lessons'

/** By slide, how many steps come before its figure. */
const before = new Map<string, number>(
  lessons.flatMap(({ id, steps }) =>
    steps.map(({ attributes }) => {
      const order = String(attributes.reveal ?? 'figure').split(' ')
      return [`${id}/${String(attributes.id)}`, order.indexOf('figure')] as const
    }),
  ),
)

test('a talk whose network is cut at its mark asks for nothing more: every slide, a layer of each picture, the images, a training', async ({
  page,
  context,
}) => {
  test.setTimeout(600_000)
  const all = lecture90.map(({ slide }) => slide)
  const others = today(all, 12)
  // A lab with a drawing, a network and two networks are there on any day.
  const stations = ['shapes/to-scale', 'before-googlenet/alexnet', 'residual-block/regular-and-residual']
  const shown = isAll ? all : all.filter((slide) => stations.includes(slide) || others.includes(slide))
  // The last one; what learns is fetched by a worker of its own.
  shown.push('residual-block/train-a-pair')
  const host = await serve(join(import.meta.dirname, '../dist'), 0)
  const lacking: string[] = []
  try {
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto(`${host.url}#/course/${shown[0]}?deck&order=${shown.join(',')}`)
    await expect(page.locator('.deck-ahead')).toHaveAttribute('aria-label', 'All slides are loaded.', {
      timeout: 120_000,
    })
  } finally {
    await host.close()
  }
  // Another worker begins with files that the browser has kept; a browser asks for the icon of a page at any time.
  context.on('requestfailed', (request) => {
    if (!request.url().endsWith('/favicon.svg')) lacking.push(request.url().replace(host.url, ''))
  })
  for (let number = 1; number <= shown.length; number++) {
    await page.keyboard.type(String(number))
    await page.keyboard.press('Enter')
    await expect(page.locator('.deck-place')).toHaveText(new RegExp(`^${number} of ${shown.length}\\b`))
    for (let i = before.get(shown[number - 1]) ?? 0; i > 0; i--) await page.keyboard.press('PageDown')
    const figure = page.locator('.course-figure')
    if ((await figure.count()) > 0) await expect(figure.locator('.diagram, .lab-body').first()).toBeVisible()
    const layer = page.locator('.deck .diagram [role="treeitem"]:not([aria-expanded])').nth(2)
    if ((await layer.count()) > 0) {
      await layer.focus()
      await page.keyboard.press('Enter')
      await expect(page.locator('.layer-card')).toBeVisible()
      await page.keyboard.press('Escape')
    }
    await expect(page.locator('.problem')).toHaveCount(0)
  }
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(
    page
      .locator('.train-table')
      .getByRole('row', { name: /^plain/ })
      .getByRole('cell')
      .nth(4),
  ).toHaveText(/^\d/, { timeout: 60_000 })
  expect(lacking).toEqual([])
})
