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
    await expect(chosen).toBeInViewport({ ratio: 0.99 })
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

test('the sign of what differs says how, where it is pointed at, reached by keys or tapped, and a tap opens nothing', async ({
  page,
}) => {
  await openPage(page, '#/n/resnet18?beside=plain18&backend=wasm')
  const pane = page.getByRole('region', { name: 'ResNet-18', exact: true })
  const stage = pane.locator('[data-id="conv2_x"]').first()
  const tip = pane.locator('.tip')
  const says = 'conv2_x differs from plain-18: Addition (only in ResNet-18, 2 times)'
  // Out of the corner of its box, where only the sign is; what tells about it may still be on its way.
  await expect(async () => {
    const { x, y, width } = (await stage.boundingBox())!
    await page.mouse.move(2, 2)
    await page.mouse.move(x + width + 4, y - 4)
    await expect(tip).toHaveText(says, { timeout: 1500 })
  }).toPass()
  const { x, y, width, height } = (await stage.boundingBox())!
  await page.mouse.move(x - 8, y + height / 2)
  await expect(tip).toBeHidden()
  await page.mouse.click(x + width + 4, y - 4)
  await expect(tip).toHaveText(says)
  await expect(tip).toBeVisible()
  await expect(stage).toHaveAttribute('aria-selected', 'true')
  await expect(stage).toHaveAttribute('aria-expanded', 'false')
  await expect(stage).toHaveAccessibleDescription(says)
  await pane.locator('[data-id="maxpool"]').first().focus()
  await expect(tip).toBeHidden()
  await page.keyboard.press('ArrowDown')
  await expect(stage).toBeFocused()
  await expect(tip).toHaveText(says)
})

test('the line between two pictures is moved by hand or keys, goes back to the middle, and stays for the session', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await openPage(page, pair)
  const line = page.getByRole('separator', { name: 'Size of the picture of ResNet-20 (CIFAR)' })
  const widths = () =>
    page.evaluate(() =>
      ['left', 'right'].map((side) => document.querySelector(`.pane.${side}`)!.getBoundingClientRect().width),
    )
  const [one, other] = await widths()
  expect(Math.abs(one - other)).toBeLessThan(2)
  const { x, y, height } = (await line.boundingBox())!
  await page.mouse.move(x + 3, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x - one * 0.4, y + height / 2, { steps: 3 })
  await page.mouse.up()
  await expect(line).toHaveAttribute('aria-valuenow', '70')
  const [less, more] = await widths()
  expect(more / (less + more)).toBeCloseTo(0.7, 2)
  // The network in the smaller one is whole still.
  const first = page.getByRole('region', { name: 'plain-20 (CIFAR)', exact: true })
  for (const id of ['input', 'fc'])
    await expect(first.locator(`[data-id="${id}"]`)).toBeInViewport({ ratio: 0.99 })
  await page.reload()
  await expect(line).toHaveAttribute('aria-valuenow', '70')
  await line.focus()
  await page.keyboard.press('ArrowRight')
  await expect(line).toHaveAttribute('aria-valuenow', '68')
  await line.dblclick({ position: { x: 0, y: 40 } })
  await expect(line).toHaveAttribute('aria-valuenow', '50')
  // Below each other, it lies between them.
  await page.setViewportSize({ width: 1024, height: 768 })
  await expect(line).toHaveAttribute('aria-orientation', 'horizontal')
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(line).toBeHidden()
})
