import type { Page } from 'playwright/test'
import { gold } from '../src/architectures/gold.fixture'
import { expect, test } from './fixtures'
import { lessons } from './lessons'

const goldOf = {
  params: 'params',
  macs: 'macs',
  depth: 'depth',
  convolutions: 'convModules',
  field: 'receptiveField',
} as const

/**
 * What is wrong with the slide on the screen, in words.
 * @param focus the part of the network that fills the picture; all of it is to be seen without one
 */
async function faults(page: Page, focus: string | undefined): Promise<readonly string[]> {
  return page.evaluate((focus) => {
    const found: string[] = []
    for (const picture of document.querySelectorAll('.course-figure:not(.lab) .diagram')) {
      const pane = picture.getBoundingClientRect()
      const boxes = [...picture.querySelectorAll<HTMLElement>('.box')]
      const part = boxes.filter(({ dataset }) => dataset.id === focus)
      const out = (part.length > 0 ? part : boxes).filter((box) => {
        const { left, right, top, bottom } = box.getBoundingClientRect()
        return (
          left < pane.left - 1 || right > pane.right + 1 || top < pane.top - 1 || bottom > pane.bottom + 1
        )
      })
      if (out.length > 0) found.push(`off the picture: ${out.map(({ dataset }) => dataset.id).join(', ')}`)
    }
    if (document.querySelector('.lab-picture [data-goes-on]'))
      found.push('off the picture: part of the lab’s network')
    const overflows = (selector: string, way: 'Width' | 'Height') => {
      for (const box of document.querySelectorAll(selector))
        if (box[`scroll${way}`] > box[`client${way}`] + 1)
          found.push(`${selector} needs scrolling: ${box[`scroll${way}`]} in ${box[`client${way}`]} pixels`)
    }
    overflows('.deck-text', 'Height')
    overflows('.deck-text', 'Width')
    overflows('.course-figure.lab', 'Width')
    for (const body of document.querySelectorAll('.course-figure .lab-body'))
      if (body.scrollWidth > body.clientWidth + 6)
        found.push(`the figure goes ${body.scrollWidth - body.clientWidth} pixels into the margin`)
    overflows('.course-figure.lab', 'Height')
    overflows('.course-figure .grid-scroller', 'Height')
    if (document.querySelector('.grid-scroller') && !document.querySelector('.grid-row')?.checkVisibility())
      found.push('the table is empty')
    // But the picture of a network, which the reader moves about.
    const parts = [...document.querySelectorAll<HTMLElement>('.course-figure *')].filter(
      (part) => !part.closest('.visually-hidden, .diagram'),
    )
    const edges = document.querySelector('.course-figure')?.getBoundingClientRect()
    for (const part of parts) {
      const { overflowX } = getComputedStyle(part)
      if (overflowX !== 'visible' && part.clientWidth > 1 && part.scrollWidth > part.clientWidth + 1)
        found.push(`.${part.className} is cut sideways: ${part.scrollWidth} in ${part.clientWidth} pixels`)
      const { right, width } = part.getBoundingClientRect()
      if (edges && width > 0 && right > edges.right + 1)
        found.push(`.${part.className} goes ${Math.round(right - edges.right)} pixels past the figure`)
    }
    for (const chart of document.querySelectorAll('.course-figure .chart'))
      if ((chart.firstElementChild?.clientHeight ?? 0) > chart.clientHeight + 1)
        found.push(`a chart is ${chart.firstElementChild!.clientHeight} pixels high in ${chart.clientHeight}`)
    // On a large screen a figure grows into its room; what still computes has yet to come.
    const lab = document.querySelector('.course-figure.lab')
    if (innerWidth >= 1920 && lab && edges && !lab.querySelector('progress')) {
      const ends = [...lab.querySelectorAll('.lab-body *')].map((part) => part.getBoundingClientRect().bottom)
      const share = (Math.max(...ends) - edges.top) / edges.height
      if (share < 0.62) found.push(`the figure leaves ${Math.round(100 - 100 * share)}% of its pane empty`)
    }
    const picture = document.querySelector('.course-figure canvas, .course-figure.lab > *')
    const hasFigure = document.querySelector('.course-figure')
    if (hasFigure && !picture) found.push('the figure is empty')
    const prose = document.querySelector('.step-brief > p')
    const size = prose ? Number.parseFloat(getComputedStyle(prose).fontSize) / innerHeight : 1
    // On a screen of 4:3 a slide with much on it may be a little smaller.
    if (size < (innerWidth / innerHeight < 1.4 ? 0.024 : 0.0319))
      found.push(`the words are ${(100 * size).toFixed(1)}% of the height`)
    if (document.querySelector('.problem'))
      found.push(`a problem: ${document.querySelector('.problem')!.textContent}`)
    return found
  }, focus)
}

const [old, laptop, projector] = [
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]

/** Where slides are shown; on the large screen those whose words and figure share it. */
const stages = (hasFigure: boolean) =>
  [
    ['projector', laptop],
    ['projector', old],
    ...(hasFigure ? ([['projector', projector]] as const) : []),
  ] as const

/** What is wrong two frames from now. */
async function settledFaults(page: Page, focus: string | undefined): Promise<readonly string[]> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  return faults(page, focus)
}

test.describe('every slide of the deck at 1280×720 and 1024×768, and those with a figure at 1920×1080', () => {
  test.use({ viewport: laptop })

  for (const lesson of lessons)
    test(`${lesson.module} ${lesson.title}`, async ({ page }) => {
      test.setTimeout(180_000)
      const wrong: string[] = []
      for (const { attributes } of lesson.steps) {
        const id = String(attributes.id)
        const focus = attributes.focus === undefined ? undefined : String(attributes.focus)
        await page.goto(`./#/course/${lesson.id}/${id}?deck`)
        await expect(page.getByRole('heading', { level: 2, name: String(attributes.title) })).toBeVisible()
        if (attributes.network ?? attributes.show)
          await expect(
            page.locator('.course-figure canvas, .course-figure.lab > :not(.lab-wait)').first(),
          ).toBeVisible()
        for (const [theme, size] of stages(Boolean(attributes.network ?? attributes.show))) {
          await page.setViewportSize(size)
          await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme)
          // Type shrinks to fit, and charts are drawn anew, a few frames later.
          let found = await settledFaults(page, focus)
          for (let look = 0; found.length > 0 && look < 16; look++) {
            await page.waitForTimeout(250)
            found = await settledFaults(page, focus)
          }
          wrong.push(...found.map((fault) => `${id}, ${theme}, ${size.width}: ${fault}`))
        }
        const counts = await page.locator('data.count[data-network]:not([data-at])').evaluateAll((all) =>
          all.map((one) => ({
            network: one.getAttribute('data-network'),
            of: one.getAttribute('data-of'),
            value: one.getAttribute('value'),
          })),
        )
        for (const { network, of, value } of counts) {
          const known = gold.find((row) => row.network === network && Object.keys(row.options).length === 0)
          if (
            known &&
            of !== null &&
            of in goldOf &&
            String(known[goldOf[of as keyof typeof goldOf]]) !== value
          )
            wrong.push(
              `${id}: ${of} of ${network} is ${value}, gold has ${known[goldOf[of as keyof typeof goldOf]]}`,
            )
        }
      }
      expect(wrong).toEqual([])
    })
})
