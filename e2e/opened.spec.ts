import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { lessons } from './lessons'

/** What is wrong with the words of a slide of which a card is open, in words. */
async function faults(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const found: string[] = []
    const box = document.querySelector<HTMLElement>('.deck-text')!
    if (box.scrollHeight > box.clientHeight + 1)
      found.push(`needs scrolling: ${box.scrollHeight} in ${box.clientHeight} pixels`)
    if (box.scrollWidth > box.clientWidth + 1)
      found.push(`is cut sideways: ${box.scrollWidth} in ${box.clientWidth} pixels`)
    const pane = box.getBoundingClientRect()
    const card = document.querySelector<HTMLElement>('.deck-text details.card[open]')
    if (!card) return [...found, 'did not open']
    for (const part of card.querySelectorAll<HTMLElement>('*')) {
      if (!part.checkVisibility() || part.closest('.visually-hidden, .katex-mathml')) continue
      const { left, right, top, bottom, width } = part.getBoundingClientRect()
      if (
        width > 0 &&
        (left < pane.left - 1 || right > pane.right + 1 || top < pane.top - 1 || bottom > pane.bottom + 1)
      )
        found.push(`<${part.localName} class="${part.className}"> goes past the words`)
    }
    const blocks = [...card.parentElement!.children].filter(
      (each) => each.checkVisibility() && each.getBoundingClientRect().height > 0,
    )
    blocks.slice(1).forEach((block, i) => {
      const [above, here] = [blocks[i].getBoundingClientRect(), block.getBoundingClientRect()]
      if (here.top < above.bottom - 1 && here.left < above.right - 1 && above.left < here.right - 1)
        found.push(`"${block.textContent!.trim().slice(0, 30)}" overlaps what is above it`)
    })
    return [...new Set(found)].slice(0, 4)
  })
}

/** Boxes of the picture that an edge of it cuts. */
const cut = (page: Page) =>
  page.locator('.course-figure .diagram').evaluateAll((pictures) =>
    pictures.flatMap((picture) => {
      const edge = picture.getBoundingClientRect()
      return [...picture.querySelectorAll<HTMLElement>('.box')].flatMap((box) => {
        const { left, right, top, bottom } = box.getBoundingClientRect()
        const isIn =
          right > edge.left + 1 && left < edge.right - 1 && bottom > edge.top + 1 && top < edge.bottom - 1
        const isWhole =
          left > edge.left - 2 && right < edge.right + 2 && top > edge.top - 2 && bottom < edge.bottom + 2
        return isIn && !isWhole ? [box.dataset.id!] : []
      })
    }),
  )

/** The same once it stands still. */
async function cutAtRest(page: Page): Promise<readonly string[]> {
  let boxes: readonly string[] | undefined
  const stays = async () => {
    const before = boxes?.join()
    boxes = await cut(page)
    return boxes.join() === before
  }
  await expect.poll(stays, { intervals: [250] }).toBe(true)
  return boxes!
}

/** What is wrong with the card of a layer. */
async function cardFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const card = document.querySelector<HTMLElement>('.layer-card')!
    const { left, top, right, bottom } = card.getBoundingClientRect()
    const found: string[] = []
    if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
      found.push(`goes past the screen: ${[left, top, right, bottom].map(Math.round).join(', ')}`)
    for (const part of card.querySelectorAll<HTMLElement>('*')) {
      if (!part.checkVisibility() || part.closest('.visually-hidden, .katex-mathml')) continue
      const { overflowX } = getComputedStyle(part)
      if (overflowX !== 'visible' && part.clientWidth > 1 && part.scrollWidth > part.clientWidth + 1)
        found.push(`<${part.localName} class="${part.className}"> is cut sideways`)
      const inside = part.getBoundingClientRect()
      if (inside.width > 0 && inside.right > right + 1)
        found.push(`<${part.localName} class="${part.className}"> goes past it`)
    }
    return [...new Set(found)].slice(0, 4)
  })
}

/** What is wrong now, or nothing once it has settled. */
async function settled(look: () => Promise<readonly string[]>, page: Page): Promise<readonly string[]> {
  let found = await look()
  for (let again = 0; found.length > 0 && again < 8; again++) {
    await page.waitForTimeout(250)
    found = await look()
  }
  return found
}

test.describe('every slide on an old projector with each of its cards open', () => {
  test.use({ viewport: { width: 1024, height: 768 } })

  for (const lesson of lessons)
    test(`${lesson.module} ${lesson.title}`, async ({ page }) => {
      test.setTimeout(300_000)
      await page.addInitScript(() => localStorage.setItem('layerwise:theme', 'projector'))
      const wrong: string[] = []
      for (const { attributes } of lesson.steps) {
        const id = String(attributes.id)
        await page.goto(`./#/course/${lesson.id}/${id}?deck`)
        await expect(page.getByRole('heading', { level: 2, name: String(attributes.title) })).toBeVisible()
        const cards = page.locator('.deck-text details.card')
        const hasPicture = attributes.network !== undefined && attributes.show === undefined
        if (hasPicture) await expect(page.locator('.course-figure .diagram .box').first()).toBeAttached()
        const cutBefore = await cutAtRest(page)
        for (let i = 0; i < (await cards.count()); i++) {
          const summary = cards.nth(i).locator('summary')
          const title = (await summary.textContent())!.slice(0, 40)
          await summary.click()
          // What opens may bring a source below the pointer, whose card would be the first to close.
          // In the bar, since Escape takes a tip of the picture away first.
          await page.mouse.move(300, 760)
          const found = await settled(async () => {
            // A long card has room of the picture, which then need not be whole.
            const isLong = (await page.locator('.deck-text[data-tight="more"]').count()) > 0
            const more = isLong ? [] : (await cut(page)).filter((box) => !cutBefore.includes(box))
            return [...(await faults(page)), ...more.map((box) => `cuts ${box} of the picture`)]
          }, page)
          wrong.push(...found.map((fault) => `${id}, "${title}": ${fault}`))
          await page.keyboard.press('Escape')
          await expect(page.locator('.deck-text details[open]')).toHaveCount(0)
        }
        if (!hasPicture) continue
        const layer = page.locator('.diagram [role="treeitem"]:not([aria-expanded])').first()
        if ((await layer.count()) === 0) continue
        await layer.focus()
        await page.keyboard.press('Enter')
        await expect(page.locator('.layer-card')).toBeVisible()
        const found = await settled(() => cardFaults(page), page)
        wrong.push(...found.map((fault) => `${id}, layer card: ${fault}`))
        await page.keyboard.press('Escape')
        await expect(page.locator('.layer-card')).toHaveCount(0)
      }
      expect(wrong).toEqual([])
    })
})
