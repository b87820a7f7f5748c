import { lessons } from './lessons'
import { expect, test } from './fixtures'
import { openPage } from './page'

// A lesson is reached in two ways that load no page: by a link, and by an address typed into the same tab. The course's own
// file comes first then, and the words may come before, while or after they are asked for.

for (const lesson of lessons)
  test(`the explorer leads to the words of ${lesson.id}, and so does its address`, async ({ page }) => {
    const last = lesson.steps.at(-1)!.attributes.id as string
    const words = page.locator('article.lesson-text [data-step] p').first()
    await openPage(page, '#/n/lenet5')
    await page.evaluate((address) => {
      const link = document.createElement('a')
      link.href = address
      document.body.append(link)
      link.click()
    }, `#/course/${lesson.id}`)
    await expect(words).toBeVisible()

    await page.goto('about:blank')
    await openPage(page, '#/n/lenet5')
    await page.evaluate((hash) => (location.hash = hash), `#/course/${lesson.id}/${last}`)
    await expect(page.locator(`[data-step="${last}"] h2`)).toBeVisible()
  })
