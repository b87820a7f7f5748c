import { readdirSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Page } from 'playwright/test'
import { today } from './day'
import { expect, test } from './fixtures'
import { lessons } from './lessons'

declare global {
  var paints: (element: Element) => boolean
}

/** The first slide of every lab, and the page of one that is on no slide; a run tries another third each day. */
const places = [
  ...new Map([
    ...readdirSync(resolve(import.meta.dirname, '../src/lab'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.lab.tsx'))
      .map((path) => basename(path, '.lab.tsx'))
      .toSorted()
      .map((lab) => [lab, `lab/${lab}`] as const),
    ...lessons
      .flatMap(({ id, steps }) =>
        steps.map(({ attributes }) => ({ place: `course/${id}/${attributes.id}`, lab: attributes.show })),
      )
      .filter(({ lab }) => lab !== undefined)
      .toReversed()
      .map(({ place, lab }) => [String(lab), place] as const),
  ]),
]

// In a few pages each, so that all workers have some.
const parts = [0, 1].map((part) => today(places).filter((_, i) => i % 2 === part))

async function visit(page: Page, place: string, how = ''): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/${place}${how}`)
  await expect(page).toHaveURL(new RegExp(place))
  await expect(page.locator('.lab-body').first()).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('.lab-body .lab-wait')).toHaveCount(0, { timeout: 20_000 })
}

for (const [i, part] of parts.entries())
  test(`what labs paint stays visible where the system forces its colours, part ${i + 1}`, async ({
    page,
  }) => {
    test.setTimeout(240_000)
    await page.addInitScript(() => {
      /** Whether an element is a colour, and no grey. */
      window.paints = (element) => {
        const { backgroundColor, backgroundImage } = getComputedStyle(element)
        const numbers = /\(([^)]*)\)/.exec(backgroundColor)?.[1].match(/[\d.]+/g) ?? []
        const [r, g, b, alpha = 1] = numbers.map(Number)
        const isColour =
          Math.max(r, g, b) - Math.min(r, g, b) > (backgroundColor.startsWith('rgb') ? 38 : 0.15)
        return (isColour && alpha > 0.3) || backgroundImage.includes('gradient')
      }
    })
    await page.goto('./#/course')
    for (const [lab, place] of part) {
      await page.emulateMedia({ forcedColors: 'none' })
      await visit(page, place)
      /** Elements that are a colour and no words: bars, cells, slabs, keys. Controls are the system's to draw, the graph has its own test. */
      const marks = await page.evaluateHandle(() =>
        [...document.querySelectorAll<HTMLElement>('.lab-body *')].filter(
          (element) =>
            paints(element) && !element.closest('button, input, select, .segmented, .diagram-container'),
        ),
      )
      await page.emulateMedia({ forcedColors: 'active' })
      const lost = await marks.evaluate((all) =>
        all.filter((element) => element.isConnected && !paints(element)).map(({ className }) => className),
      )
      expect(lost, lab).toEqual([])
    }
  })

for (const [i, part] of parts.entries())
  test(`in a window of 320×256, as with a zoom of 400%, labs are as wide as the page, part ${i + 1}`, async ({
    page,
  }) => {
    test.setTimeout(240_000)
    await page.setViewportSize({ width: 320, height: 256 })
    await page.goto('./#/course')
    const faults: object[] = []
    for (const [lab, place] of part) {
      await visit(page, place)
      const found = await page.evaluate(() => {
        const body = document.querySelector('.lab-body')!
        // A table, a strip or a drawing may scroll in a box of its own; its words are not cut there.
        const scrolls = (element: Element) => {
          for (let at: Element | null = element; at !== null && at !== body; at = at.parentElement)
            if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true
          return false
        }
        const isSeen = (element: Element) =>
          element.checkVisibility() && !element.closest('.visually-hidden, svg, .diagram-container')
        const cut = [...body.querySelectorAll('*')].filter((element) => {
          const hasWords = [...element.childNodes].some(
            (node) => node.nodeType === 3 && node.textContent?.trim(),
          )
          if (!hasWords || !isSeen(element) || scrolls(element)) return false
          const box = element.getBoundingClientRect()
          return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)
        })
        return {
          wide: body.getBoundingClientRect().width,
          page: document.documentElement.scrollWidth,
          cut: cut.map((element) => `${element.className} ${element.textContent?.slice(0, 40)}`),
        }
      })
      if (found.wide <= 250 || found.page > 320 || found.cut.length > 0) faults.push({ lab, ...found })
    }
    expect(faults).toEqual([])
  })

test('two charts of a lab leave its numbers free on a projector of 4:3', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('layerwise:theme', 'projector'))
  await page.setViewportSize({ width: 1024, height: 768 })
  for (const place of ['imagenet-race/bigger', 'imagenet-race/overfitting']) {
    await page.goto(`./#/course/${place}?deck`)
    // One that waits for an answer has its place, too.
    const charts = '.chart svg, .hidden-chart'
    await expect(page.locator('.lab-body').locator(charts)).toHaveCount(2, { timeout: 20_000 })
    // The slide settles in a few steps: type, then figure.
    await expect
      .poll(
        () =>
          page.locator('.lab-body').evaluate((body, charts) => {
            const readout = body.querySelector('.lab-readout')
            if (!readout) return 'no numbers yet'
            const ends = [...body.querySelectorAll(charts)].map((each) => each.getBoundingClientRect().bottom)
            return Math.max(...ends) <= readout.getBoundingClientRect().top + 1
          }, charts),
        { message: place },
      )
      .toBe(true)
  }
})

test('a line that goes on beyond its axis says how far', async ({ page }) => {
  await page.goto('./#/course/imagenet-race/overfitting?deck')
  await expect(page.locator('.lab-body .chart').nth(1)).toContainText(/test ↑ [\d.]+ ?k?/, {
    timeout: 20_000,
  })
})

test('an axis of errors or accuracies that does not begin at zero says where it begins', async ({ page }) => {
  await page.goto('./#/course/compare/accuracy')
  await expect(page.locator('.lab-body .chart')).toContainText('top-1, % (axis from 55)', { timeout: 20_000 })
  await page.goto('./#/course/cardinality/same-cost')
  await expect(page.locator('.lab-body .chart')).toContainText('(axis from 22)', { timeout: 20_000 })
})

test('bars of published errors are as long as the errors, from zero on', async ({ page }) => {
  // On slides, questions hide them.
  await page.goto('./#/lab/published')
  const rows = page.locator('.published-error')
  await expect(rows.first()).toBeVisible()
  const found = await rows.evaluateAll((cells) =>
    cells.map(
      (cell) => parseFloat(cell.textContent!) / cell.querySelector('i')!.getBoundingClientRect().width,
    ),
  )
  for (const ratio of found) expect(ratio / found[0]).toBeCloseTo(1, 1)
})

for (const width of [1440, 1024])
  test(`every name in the chart of accuracies stands nearest to its own mark, ${width} pixels wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('./#/course/compare/accuracy')
    const names = page.locator('.lab-body .chart .names-of-networks text')
    await expect(names.first()).toBeVisible({ timeout: 20_000 })
    const strangers = await page.evaluate(() => {
      const datum = (element: Element) => (element as unknown as { __data__: number }).__data__
      const middle = (box: DOMRect) => [box.x + box.width / 2, box.y + box.height / 2]
      const chart = document.querySelector('.lab-body .chart')!
      const dots = [...chart.querySelectorAll('g[aria-label="dot"] path')].map((dot) => ({
        of: datum(dot),
        at: middle(dot.getBoundingClientRect()),
      }))
      return [...chart.querySelectorAll('.names-of-networks text')].flatMap((name) => {
        const box = name.getBoundingClientRect()
        const away = ([x, y]: readonly number[]) =>
          Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
        const nearest = dots.toSorted((a, b) => away(a.at) - away(b.at))[0]
        return nearest.of === datum(name) ? [] : [name.textContent]
      })
    })
    expect(await names.count()).toBeGreaterThan(8)
    expect(strangers).toEqual([])
  })

test('on a phone every network has its name in the chart of costs, and no name covers another', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const upright of ['macs', 'activations']) {
    await page.goto(`./#/lab/cost-scatter?upright=${upright}`)
    const names = page.locator('.lab-body .chart .names-of-networks text')
    await expect(names, upright).toHaveCount(7)
    const boxes = await names.evaluateAll((all) => all.map((name) => name.getBoundingClientRect()))
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1)) {
        const apart = Math.max(a.x - b.right, b.x - a.right, a.y - b.bottom, b.y - a.bottom)
        // Boxes of text are higher than its letters.
        expect(apart, upright).toBeGreaterThan(-5)
      }
  }
})

for (const lab of ['inception-block', 'shape-breaker', 'build-a-block'])
  test(`on a phone the block of ${lab} has the height to be seen whole`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`./#/lab/${lab}`)
    const picture = page.locator('.lab-body .lab-picture canvas').first()
    await expect.poll(async () => (await picture.boundingBox())!.height).toBeGreaterThan(400)
  })

test('painting reveals the map of a filter, not the photo', async ({ page }) => {
  await page.goto('./#/course/compute-and-memory/weights-are-reused')
  const map = page.locator('.paint-frame .pixels')
  await expect(map).toBeVisible({ timeout: 20_000 })
  const colours = (canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    const grey = Array.from(
      { length: data.length / 4 },
      (_, i) => data[4 * i] === data[4 * i + 1] && data[4 * i] === data[4 * i + 2],
    )
    const hasShades = new Set(data).size > 50
    return { size: [canvas.width, canvas.height], isGrey: grey.every(Boolean), hasShades }
  }
  await expect.poll(() => map.evaluate(colours)).toEqual({ size: [112, 112], isGrey: true, hasShades: true })
})

test('what is compared in a sentence has one unit', async ({ page }) => {
  await page.goto('./#/course/count-it/four-million')
  await expect(page.locator('[data-step="four-million"]')).toContainText(/1\.58 GMACs against 0\.724 GMACs/, {
    timeout: 20_000,
  })
})

test('names of stages below the strip of tensors do not run together', async ({ page }) => {
  for (const width of [1440, 1024]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('./#/course/data-hunger/copy-weights')
    const names = page.locator('.copy-strip text')
    await expect(names.first()).toBeVisible({ timeout: 20_000 })
    const gaps = await names.evaluateAll((texts) => {
      const boxes = texts.map((text) => text.getBoundingClientRect())
      return boxes.slice(1).map((box, i) => box.left - boxes[i].right)
    })
    expect(Math.min(...gaps)).toBeGreaterThan(6)
  }
})
