import type { Page } from 'playwright/test'
import { isAll } from '../tools/day.mjs'
import { today } from './day'
import { expect, test } from './fixtures'
import { lessons } from './lessons'

// A network with an open block, a comparison, labs with and without a canvas, one that runs a network, one with a picture
// that the reader changes, questions of several kinds, words that name layers, a slide of words.
const order = [
  'mixed-kernels/four-paths',
  'degradation/levels',
  'depth-and-field/features-seen',
  'one-by-one/bottleneck',
  'imagenet-race/bigger',
  'shapes/to-scale',
  'one-by-one/squeeze',
  'workbench/build-your-own',
  'concatenate',
  'cost-and-reuse/memory-bill',
].join(',')

/** What is blank or cut on paper, in words. */
async function faults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    for (const slide of document.querySelectorAll<HTMLElement>(
      '.handout-slide, .handout-prose > [data-step]',
    )) {
      const name = slide.dataset.slide ?? slide.dataset.step
      const figure = slide.querySelector<HTMLElement>('.handout-figure')
      const drawn = figure?.querySelector('.lab-body, .handout-drawings > svg')?.getBoundingClientRect()
      if (figure && !(drawn && drawn.width > 100 && drawn.height > 60)) found.push(`${name}: a blank figure`)
      if (!slide.textContent?.trim()) found.push(`${name}: no words`)
      for (const words of slide.querySelectorAll<HTMLElement>('.ref, .sum-term, .term'))
        if (words.offsetWidth === 0 && words.parentElement!.offsetWidth > 0)
          found.push(`${name}: without “${words.textContent}”`)
      if (figure?.querySelector('.lab-picture [data-goes-on], [aria-busy="true"]'))
        found.push(`${name}: a picture that goes on, or is on its way`)
      for (const place of slide.querySelectorAll<HTMLElement>('.handout-fitted'))
        if (place.scrollHeight > place.clientHeight + 2 || place.scrollWidth > place.clientWidth + 2)
          found.push(`${name}: cut`)
      if (figure?.querySelector('.chart:not(:has(svg))')) found.push(`${name}: a chart that is not drawn`)
      // Nothing within a figure goes past it, and a page has room for it.
      const edges = figure?.getBoundingClientRect()
      if (edges && drawn && drawn.right > edges.right + 2) found.push(`${name}: past the edge`)
      if (edges && edges.height > 980) found.push(`${name}: higher than a page`)
    }
    return found
  })
}

/** Of these lessons and slides, those that have a figure. */
const pictured = (names: readonly string[]): readonly string[] =>
  lessons.flatMap(({ id, steps }) =>
    steps
      .filter(({ attributes: { network, show } }) => network !== undefined || show !== undefined)
      .map(({ attributes }) => `${id}/${String(attributes.id)}`)
      .filter((slide) => names.includes(id) || names.includes(slide)),
  )

/** The slides on paper, or the steps of a text, that have a figure, as they come. */
const figuresOn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.handout-figure')].map((figure) => {
      const slide = figure.closest<HTMLElement>('[data-slide], [data-step]')!.dataset
      return slide.slide ?? `${figure.closest<HTMLElement>('[data-lesson]')!.dataset.lesson}/${slide.step}`
    }),
  )

/** How much of each figure is painted, as printed: shares of its pixels that are not those of the paper. */
async function painted(page: Page): Promise<readonly (readonly [slide: string, share: number])[]> {
  await page.emulateMedia({ media: 'print' })
  const shares: [string, number][] = []
  const names = await figuresOn(page)
  for (const [i, figure] of (await page.locator('.handout-figure').all()).entries()) {
    const png = (await figure.screenshot()).toString('base64')
    const share = await page.evaluate(async (png) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const paper = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!
      paper.drawImage(picture, 0, 0)
      const { data } = paper.getImageData(0, 0, picture.width, picture.height)
      let inked = 0
      for (let at = 0; at < data.length; at += 4)
        if (data[at] + data[at + 1] + data[at + 2] < 3 * 240) inked++
      return inked / (data.length / 4)
    }, png)
    shares.push([names[i], share])
  }
  await page.emulateMedia({ media: null })
  return shares
}

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length

test('slides on paper: every figure is drawn and whole, pages are as many as said, answers follow at the end', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.goto(`./#/handout?order=${order}&answers`)
  await expect(page.locator('.handout')).toHaveAttribute('data-ready', 'true', { timeout: 90_000 })

  expect(await page.locator('.handout-slide').count()).toBeGreaterThan(6)
  expect(await faults(page)).toEqual([])
  expect((await figuresOn(page)).toSorted()).toEqual([...pictured(order.split(','))].toSorted())
  expect((await painted(page)).filter(([, share]) => share < 0.01)).toEqual([])
  await expect(page.locator('.handout-slide').first().locator('.question-answer')).toHaveCount(0)
  await expect(page.locator('.handout-answers .question').first()).toBeVisible()
  await expect(page.locator('.handout-answers .question-answer').first()).toContainText(/\d/)

  const pages = await page.locator('.handout-sheet').count()
  await expect(page.locator('.handout-bar [role="status"]')).toHaveText(`${pages} pages`)
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  expect(pagesOf(pdf)).toBe(pages)
})

test('a lesson as text: all its words, every figure whole, formulas set once, answers after it, on pages that fit', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.goto('./#/handout?order=what-it-computes&per=text&answers')
  await expect(page.locator('.handout')).toHaveAttribute('data-ready', 'true', { timeout: 90_000 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.locator('.handout-prose > [data-step] > .step-title').first()).toBeVisible()
  const steps = page.locator('.handout-prose > [data-step]')
  expect(await steps.count()).toBeGreaterThan(2)
  expect(await figuresOn(page)).toEqual(pictured(['what-it-computes']))
  expect(await faults(page)).toEqual([])
  const formula = page.locator('.handout-prose .katex').first()
  await expect(formula.locator('.katex-mathml')).toHaveCSS('position', 'absolute')
  await expect(page.locator('.handout-answers .question-answer').first()).toContainText(/\w/)
  await expect(page.locator('.handout-reading > div.handout-prose .question-answer')).toHaveCount(0)
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  expect(pagesOf(pdf)).toBeGreaterThan(2)
})

/** The whole course in `npm test -- all`, else another three lessons of it each day. */
const some = today(lessons, 9).map(({ id }) => id)
const course = isAll ? 'course' : some.join(',')

test('the course on paper has every figure and cuts none @daily', async ({ page }) => {
  test.setTimeout(900_000)
  await page.goto(`./#/handout?order=${course}`)
  await expect(page.locator('.handout')).toHaveAttribute('data-ready', 'true', { timeout: 800_000 })
  expect(await faults(page)).toEqual([])
  expect(await figuresOn(page)).toEqual(
    pictured(course === 'course' ? lessons.map(({ id }) => id) : course.split(',')),
  )
  const pages = await page.locator('.handout-sheet').count()
  await expect(page.locator('.handout-bar [role="status"]')).toHaveText(`${pages} pages`)
})

test('on a phone the page is no wider than the screen: paper moves in its frame, and a text has lines as long as that', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const width = (of: string) => page.locator(of).evaluate((box) => box.scrollWidth)
  await page.goto('./#/handout?order=mixed-kernels/four-paths')
  await expect(page.locator('.handout-sheet')).toBeVisible()
  expect(await width(':root')).toBe(390)
  await page.goto('./#/handout?order=mixed-kernels/four-paths&per=text')
  await expect(page.locator('.handout-reading h1').first()).toBeVisible()
  expect(await width('.handout-paper')).toBe(390)
})
