import { sharingOf, stages } from '../src/app/course/stages.fixture'
import { expect, test } from './fixtures'
import { lessons } from './lessons'

/** A legend of one line more or less, and a bar of buttons that breaks, take so many pixels at most. */
const most = 160

/** Slides of each kind: one picture, two of them, and one above a table. */
const shown = lessons.flatMap(({ id, steps }) =>
  steps
    .filter(({ attributes }) => attributes.network !== undefined && attributes.show === undefined)
    .map(({ attributes }) => ({
      slide: `${id}/${String(attributes.id)}`,
      company: sharingOf(attributes),
    })),
)
const examples = ['alone', 'pair', 'whole pair', 'table'].map((kind) =>
  shown.find(({ company }) => company === kind)!,
)

for (const [name, { screen, theme, rooms }] of Object.entries(stages))
  test(`the pictures of lessons have the room on a ${name} for which their words are tested`, async ({
    page,
  }) => {
    await page.addInitScript((theme) => localStorage.setItem('layerwise:theme', theme), theme)
    await page.setViewportSize(screen)
    for (const { slide, company } of examples)
      for (const deck of [false, true]) {
        await page.goto(`./#/course/${slide}${deck ? '?deck' : ''}`)
        await expect(page.locator('.diagram .box').first()).toBeAttached()
        const found = await page
          .locator('.diagram')
          .first()
          .evaluate((picture) => {
            const sides =
              /above|columns/.exec(picture.closest('.deck-main')?.className ?? '')?.[0] ?? 'beside'
            const { clientWidth: width, clientHeight: height } = picture
            return { place: picture.closest('.deck') ? sides : 'page', width, height }
          })
        const room = rooms[`${found.place} ${company}` as keyof typeof rooms]
        expect(room, `${slide}: ${found.place} ${company}`).toBeDefined()
        expect(Math.abs(found.width - room!.width), slide).toBeLessThanOrEqual(1)
        expect(found.height, slide).toBeGreaterThanOrEqual(room!.height)
        expect(found.height, slide).toBeLessThanOrEqual(room!.height + most)
      }
  })
