import { expect, test } from './fixtures'

// A network with an open block, a comparison, labs with and without a canvas, questions of several kinds, a slide of words.
const order = [
  'mixed-kernels/four-paths',
  'degradation/levels',
  'imagenet-race/bigger',
  'shapes/to-scale',
  'one-by-one/squeeze',
  'concatenate',
].join(',')

test('slides on paper: every figure is drawn and whole, pages are as many as said, answers follow at the end', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.goto(`./#/handout?order=${order}&answers`)
  await expect(page.locator('.handout')).toHaveAttribute('data-ready', 'true', { timeout: 90_000 })

  const slides = page.locator('.handout-slide')
  const count = await slides.count()
  expect(count).toBeGreaterThan(6)
  for (const slide of await slides.all()) {
    const said = await slide.evaluate((element) => {
      const figure = element.querySelector<HTMLElement>('.handout-figure')
      const drawn = figure?.querySelector('.lab-body, .handout-drawings > svg')?.getBoundingClientRect()
      const isDrawn = drawn !== undefined && drawn.width > 100 && drawn.height > 60
      const isCut = [...element.querySelectorAll<HTMLElement>('.handout-fitted')].some(
        (place) => place.scrollHeight > place.clientHeight + 2 || place.scrollWidth > place.clientWidth + 2,
      )
      return {
        slide: element.dataset.slide,
        isBlank: figure !== null && !isDrawn,
        isCut,
      }
    })
    expect(said).toEqual({ slide: said.slide, isBlank: false, isCut: false })
  }
  await expect(page.locator('.handout-slide').first().locator('.question-answer')).toHaveCount(0)
  await expect(page.locator('.handout-answers .question').first()).toBeVisible()
  await expect(page.locator('.handout-answers .question-answer').first()).toContainText(/\d/)

  const pages = await page.locator('.handout-sheet').count()
  await expect(page.locator('.handout-bar [role="status"]')).toHaveText(`${pages} pages`)
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(pages)
})
