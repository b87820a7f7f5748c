import { expect, test } from './fixtures'
import { openPage } from './page'

const pair = '#/n/cifar-plain20?beside=cifar-resnet20&backend=wasm'

test('an edit is listed, undone and redone while comparing', async ({ page }) => {
  await openPage(page, `${pair}&edit=conv1/conv.filters:32`)
  await expect(page.getByRole('button', { name: /1 change$/ })).toBeVisible()
  await page.getByRole('button', { name: /1 change$/ }).click()
  await page.getByRole('button', { name: 'Reset filters of conv1/conv' }).click()
  await expect(page).not.toHaveURL(/edit=/)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo the last change' }).click()
  await expect(page).toHaveURL(/edit=/)
  await page.getByRole('button', { name: 'Redo the change' }).click()
  await expect(page).not.toHaveURL(/edit=/)
})

test('a search while comparing finds in both networks and goes to what only one has', async ({ page }) => {
  await openPage(page, pair)
  await page.locator('.diagram').first().focus()
  await page.keyboard.press('/')
  await page.getByRole('combobox', { name: 'Search layers and networks' }).fill('add')
  const search = page.getByRole('search')
  await expect(search.getByRole('status')).toHaveText(/^Nothing in plain-20 \(CIFAR\), 9 parts of ResNet-20/)
  await search.getByRole('option').first().click()
  await expect(page).toHaveURL(/besideNode=stage1\/block1\/add/)
  const right = page.getByRole('region', { name: 'ResNet-20 (CIFAR)', exact: true })
  await expect(right.locator('[data-id="stage1/block1/add"]').first()).toHaveAttribute(
    'aria-selected',
    'true',
  )
})

test('the table while comparing is of either network, and a row selects in both', async ({ page }) => {
  await openPage(page, `${pair}&table=stages`)
  const table = page.getByRole('region', { name: 'Table' })
  await table.getByRole('radio', { name: 'ResNet-20 (CIFAR)' }).check()
  await table.getByRole('row', { name: /^stage2/ }).click()
  await expect(page).toHaveURL(/node=stage2/)
  for (const name of ['plain-20 (CIFAR)', 'ResNet-20 (CIFAR)'])
    await expect(
      page.getByRole('region', { name, exact: true }).locator('[data-id="stage2"]').first(),
    ).toHaveAttribute('aria-selected', 'true')
})

test('when one picture is moved, what stands in the middle of it lines up with its partner', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1600, height: 900 })
  await openPage(page, `${pair}&open=stage1,stage2,stage3&node=stage1`)
  const middleOf = async (name: string, id: string) => {
    const pane = page.getByRole('region', { name, exact: true })
    const box = (await pane.locator(`[data-id="${id}"]`).first().boundingBox())!
    const frame = (await pane.locator('.diagram').boundingBox())!
    return box.y + box.height / 2 - frame.y
  }
  const left = page.getByRole('region', { name: 'plain-20 (CIFAR)', exact: true }).locator('.diagram')
  const frame = (await left.boundingBox())!
  await left.hover()
  expect(Math.abs((await middleOf('plain-20 (CIFAR)', 'stage3/block2')) - frame.height / 2)).toBeGreaterThan(
    60,
  )
  // By hand, until a block of the last stage stands in the middle.
  for (let i = 0; i < 40; i++) {
    const y = await middleOf('plain-20 (CIFAR)', 'stage3/block2').catch(() => Infinity)
    if (Math.abs(y - frame.height / 2) < 40) break
    await page.mouse.down()
    await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2 - 60, { steps: 2 })
    await page.mouse.up()
    await left.hover()
  }
  const [here, there] = [
    await middleOf('plain-20 (CIFAR)', 'stage3/block2'),
    await middleOf('ResNet-20 (CIFAR)', 'stage3/block2'),
  ]
  expect(Math.abs(here - frame.height / 2)).toBeLessThan(60)
  expect(Math.abs(here - there)).toBeLessThan(2)
})

for (const [what, place] of [
  ['a stage of both', 'open=stage1,stage2,stage3&node=stage3'],
  ['an addition that one of them has', 'open=stage1,stage1/block1&besideNode=stage1/block1/add'],
] as const)
  test(`what an address selects stands at one height in both pictures: ${what}`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await openPage(page, `${pair}&${place}`)
    /** How far the partners are from each other that stand at one height best. */
    const apart = () =>
      page.evaluate(() => {
        const [left, right] = ['left', 'right'].map((side) => {
          const picture = document.querySelector(`.pane.${side} .diagram`)!
          const { top, height: most } = picture.getBoundingClientRect()
          const boxes = [...picture.querySelectorAll<HTMLElement>('.box:not([aria-expanded="true"])')]
          const heights = boxes.map((box): [string, number] => {
            const { y, height } = box.getBoundingClientRect()
            return [box.dataset.id!, y + height / 2 - top]
          })
          return new Map(heights.filter(([, y]) => y > 0 && y < most))
        })
        return Math.min(...[...left].map(([id, y]) => Math.abs(y - (right.get(id) ?? Infinity))))
      })
    await expect.poll(apart).toBeLessThan(2)
    // It is whole, too.
    const chosen = page.locator('.pane.right .diagram [aria-selected="true"]').first()
    await expect(chosen).toBeInViewport({ ratio: 1 })
  })

test('a trace while comparing dims what the selection neither needs nor feeds, and says how much it is', async ({
  page,
}) => {
  await openPage(page, `${pair}&node=stage2`)
  await page.getByRole('button', { name: 'Trace' }).click()
  await expect(page.getByRole('group', { name: 'Trace' }).getByRole('status')).toContainText('stage2')
})

test('the signs of a comparison are explained under each picture', async ({ page }) => {
  await page.goto('./#/course/residual-block/regular-and-residual?deck')
  const legends = page.locator('.diagram-legend')
  await expect(legends.nth(0).locator('.mark')).toHaveText(['≠differs'])
  await expect(legends.nth(1).locator('.mark')).toHaveText(['≠differs', '+only here'])
  await page.goto('./#/n/resnet18')
  await expect(page.locator('.diagram-legend').first()).toBeVisible()
  await expect(page.locator('.diagram-legend .mark')).toHaveCount(0)
})
