import type { Locator, Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { ranOnce } from './page'

// A lesson, a network and a lab by keys alone, and what a screen reader finds there: the tree of names and roles, as text.

/** Goes on with Tab, as somebody without a pointer does, until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab never reached ${String(target)}`)
}

test('a lesson by keys alone: a layer of its picture opens and closes its card, and a question is answered', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.goto('./#/course/mixed-kernels/four-paths')
  const picture = page.getByRole('tree', { name: 'Network' })
  const layers = picture.getByRole('treeitem')
  await expect(picture).toMatchAriaSnapshot(`
    - tree "Network":
      - treeitem "Input, input, output 28 by 28 by 192" [level=1]
      - treeitem "block inception, 4 paths, input 28 by 28 by 192, output 28 by 28 by 256, 163,696 parameters" [expanded] [level=1]
      - treeitem "Convolution, 1 by 1 conv, 64, input 28 by 28 by 192, output 28 by 28 by 64, path 1 of 4" [level=2]
      - treeitem /^Concatenation, concat, .* output 28 by 28 by 256$/ [level=2]
  `)
  await tabTo(page, layers.first())
  await page.keyboard.press('End')
  await expect(layers.last()).toBeFocused()
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog')
  await expect(card).toContainText('28×28×256')
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await expect(layers.last()).toBeFocused()

  const question = page.getByRole('region', { name: /as many weights does an 11×11 kernel have as a 1×1/ })
  await expect(question).toMatchAriaSnapshot(`
    - region /as many weights/:
      - paragraph: For the same channels, how many times as many weights does an 11×11 kernel have as a 1×1?
      - textbox "Your prediction"
      - text: times
      - button "Check" [disabled]
      - button "Show the answer"
  `)
  await tabTo(page, question.getByRole('textbox'))
  await page.keyboard.type('121')
  await page.keyboard.press('Enter')
  await expect(question.getByRole('status')).toMatchAriaSnapshot(`
    - status:
      - paragraph: Right.
  `)
})

test('a network by keys alone: the tree of its layers is walked, a stage opened, a layer read', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.goto('./#/n/lenet5?backend=wasm')
  await ranOnce(page)
  const picture = page.getByRole('tree', { name: 'Network' })
  await tabTo(page, picture.getByRole('treeitem').first())
  await page.keyboard.press('ArrowRight')
  await expect(picture.getByRole('treeitem', { name: /^stage conv1/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(picture).toMatchAriaSnapshot(`
    - tree "Network":
      - treeitem "Input, input, output 28 by 28 by 1" [level=1]
      - treeitem /^stage conv1, .*156 parameters$/ [expanded] [level=1]
      - treeitem /^Convolution, 5 by 5 conv, 6/ [level=2]
      - treeitem /^Average pooling, 2 by 2 avg/ [level=1]
  `)
  await page.keyboard.press('ArrowRight')
  await expect(picture.getByRole('treeitem', { name: /^Convolution, 5 by 5 conv, 6/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toMatchAriaSnapshot(`
    - complementary "Inspector":
      - tablist "Inspector":
        - tab "Layer" [selected]
        - tab "Options"
      - tabpanel "Layer":
        - navigation "Where it is"
        - heading "5×5 conv, 6"
  `)
})

test('a lab by keys alone: its slider is moved, and what follows is said', async ({ page }) => {
  await page.goto('./#/lab/naive-chain')
  const slider = page.getByRole('slider', { name: 'Blocks in a row' })
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - group "What is shown":
        - radio "channels out" [checked]
        - radio "parameters"
        - radio "MACs per image"
      - slider "Blocks in a row": "2"
      - img /^naive. 3a 416, 3b 832/
  `)
  await tabTo(page, slider)
  await page.keyboard.press('End')
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - slider "Blocks in a row": "9"
    - status:
      - term: after 9 blocks, naive
      - definition: 4,944
      - term: with 1×1
      - definition: 1,024
  `)
})
