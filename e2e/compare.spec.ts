import { expect, test } from './fixtures'
import { openPage, ranOnce } from './page'

test('plain-20 beside ResNet-20: differences, synced pictures, two runs and the way out', async ({
  page,
}) => {
  await openPage(page, '#/n/lenet5?weights=random&backend=wasm')
  await page.getByRole('button', { name: 'Compare with another network' }).click()
  await page.getByRole('button', { name: /^plain-20 \(CIFAR\) \/ ResNet-20/ }).click()
  await expect(page).toHaveURL(/#\/n\/cifar-plain20\?.*beside=cifar-resnet20/)
  const left = page.getByRole('region', { name: 'plain-20 (CIFAR)', exact: true })
  const right = page.getByRole('region', { name: 'ResNet-20 (CIFAR)', exact: true })

  await left.locator('[data-id="stage1"]').first().click()
  await expect(right.locator('[data-id="stage1/block1"]').first()).toBeVisible()

  const widthOf = async (id: string) =>
    (await right.locator(`[data-id="${id}"]`).first().boundingBox())?.width ?? 0
  const before = await widthOf('conv1')
  await left.locator('.diagram').hover()
  await page.mouse.wheel(0, 400)
  await expect.poll(() => widthOf('conv1')).toBeLessThan(before * 0.95)

  await page.getByRole('button', { name: 'stage1/block2/add', exact: true }).click()
  await expect(right.locator('[data-id="stage1/block2/add"]').first()).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(left.locator('[data-id="stage1/block2/conv1"]').first()).toBeVisible()
  await expect(page).toHaveURL(/besideNode=stage1\/block2\/add/)

  await ranOnce(page)
  await page.getByRole('tab', { name: 'Two runs' }).click()
  await expect(page.getByText(/Random weights, seed 1: nothing here is trained/)).toBeVisible()
  await expect(page).toHaveURL(/besideTab=runs/)
  const depth = page.getByRole('slider', { name: 'Depth' })
  // An addition stands between two activations, of which the slider leads to the nearer.
  await expect(depth).toHaveAttribute(
    'aria-valuetext',
    /^after activation 4 of 19: plain-20 \(CIFAR\) no such layer; ResNet-20 \(CIFAR\) RMS [\d.]+$/,
    { timeout: 30_000 },
  )
  await depth.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(depth).toHaveAttribute('aria-valuetext', /^activation 4 of 19/)
  await page.keyboard.press('End')
  await expect(depth).toHaveAttribute(
    'aria-valuetext',
    /^activation 19 of 19: plain-20 \(CIFAR\) RMS [\d.]+, [\d.]+% zeros; ResNet-20 \(CIFAR\) RMS [\d.]+, [\d.]+% zeros/,
  )
  await expect(page).toHaveURL(/node=stage3\/block3\/relu2/)
  for (const name of ['plain-20 (CIFAR)', 'ResNet-20 (CIFAR)'])
    await expect(
      page
        .getByRole('region', { name: `Feature maps of ${name}` })
        .getByRole('slider', { name: /^Channels/ }),
    ).toBeVisible()

  // The same channel is chosen in both, and a layer between two activations is the one that is read out.
  const maps = (name: string) => page.getByRole('region', { name: `Feature maps of ${name}` })
  const channels = (name: string) => maps(name).getByRole('slider', { name: /^Channels/ })
  await channels('plain-20 (CIFAR)').press('ArrowRight')
  for (const name of ['plain-20 (CIFAR)', 'ResNet-20 (CIFAR)'])
    await expect(channels(name)).toHaveAttribute('aria-valuetext', /^channel 1 of 64/)
  await left.locator('[data-id="conv1"]').first().click()
  await left.locator('[data-id="conv1/conv"]').first().click()
  await expect(depth).toHaveAttribute('aria-valuetext', /^before activation 1 of 19: .*RMS [\d.]+; /)
  for (const name of ['plain-20 (CIFAR)', 'ResNet-20 (CIFAR)']) {
    await expect(maps(name).locator('code')).toHaveText('conv1/conv')
    await expect(page.getByText(name).filter({ has: page.locator('code') })).toContainText(['conv1/conv'])
  }
  await expect(page.getByRole('heading', { name: 'Feature maps before depth 1' })).toBeVisible()

  await page.getByRole('button', { name: 'Stop comparing' }).click()
  await expect(page).not.toHaveURL(/beside/)
  await page.goBack()
  await expect(right).toBeVisible()
})

test('a comparison with a network that is not there says so and offers the nearest', async ({ page }) => {
  await openPage(page, '#/n/resnet18?beside=plain43')
  await expect(page.getByRole('alert').getByText(/no network "plain43" to compare with/)).toBeVisible()
  await page.getByRole('alert').getByRole('link', { name: 'plain34' }).click()
  await expect(page.getByRole('region', { name: 'plain-34', exact: true })).toBeVisible()
})

test('on a phone both graphs are seen side by side, and each alone on request', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./#/n/cifar-plain20?beside=cifar-resnet20')
  const left = page.getByRole('region', { name: 'plain-20 (CIFAR)', exact: true })
  const right = page.getByRole('region', { name: 'ResNet-20 (CIFAR)', exact: true })
  await expect(left.locator('[data-id="conv1"]').first()).toBeVisible()
  await expect(right.locator('[data-id="conv1"]').first()).toBeVisible()
  // Both as a whole, and equal layers at one height.
  await expect(async () => {
    for (const id of ['conv1', 'stage2', 'fc']) {
      const [here, there] = await Promise.all(
        [left, right].map((pane) => pane.locator(`[data-id="${id}"]`).first().boundingBox()),
      )
      expect(Math.abs(here!.y - there!.y)).toBeLessThan(2)
      expect(here!.x + here!.width).toBeLessThanOrEqual(195)
      expect(there!.x).toBeGreaterThanOrEqual(195)
      expect(there!.x + there!.width).toBeLessThanOrEqual(390)
    }
  }).toPass()
  await page.getByRole('radio', { name: 'plain-20 (CIFAR)' }).check()
  await expect(left.locator('[data-id="conv1"]').first()).toBeVisible()
  await expect(right).toBeHidden()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  // The other tools are in a menu, each with its name.
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Open all' }).click()
  await expect(left.locator('[data-id="stage1/block1"]').first()).toBeVisible()
  await expect(page.locator('.more-tools')).toBeHidden()
})

test('on a phone a layer that is chosen in the left picture shows the maps of both partners', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openPage(page, '#/n/cifar-resnet20?beside=cifar-plain20&open=conv1&backend=wasm')
  await page.getByRole('radio', { name: 'ResNet-20 (CIFAR)' }).check()
  const left = page.getByRole('region', { name: 'ResNet-20 (CIFAR)', exact: true })
  await left.locator('[data-id="conv1/conv"]').first().click()
  await expect(page).toHaveURL(/node=conv1/)
  await expect(page.getByRole('region', { name: 'At conv1/conv' })).toBeInViewport()
  for (const name of ['ResNet-20 (CIFAR)', 'plain-20 (CIFAR)']) {
    const maps = page.getByRole('region', { name: `Feature maps of ${name}` })
    await expect(maps.locator('canvas').first()).toBeVisible({ timeout: 60_000 })
    await expect(maps).toBeInViewport()
    // Nothing of it reaches over to the other.
    expect(await maps.evaluate((section) => section.scrollWidth - section.clientWidth)).toBeLessThanOrEqual(0)
  }
})

test('a layer that is clicked in the pictures shows what differs there and the maps of both partners, and is marked in the list', async ({
  page,
}) => {
  await openPage(page, '#/n/cifar-resnet20?beside=cifar-plain20')
  const list = page.locator('.compare-panel .inspector-body > .differences')
  await expect(list).toBeVisible()
  await expect(list.locator('[aria-current]')).toHaveCount(0)
  await page.goto('./#/n/cifar-resnet20?beside=cifar-plain20&node=stage1/block1/add')
  await expect(list.locator('[aria-current]').first()).toBeAttached()
  const chosen = page.getByRole('region', { name: 'At stage1/block1/add' })
  await expect(chosen.getByText('Addition only in ResNet-20 (CIFAR)')).toBeInViewport()
  await expect(list.locator('[data-meant]').first()).toHaveText(/stage1\/block1/)
  await page.goto('./#/n/cifar-resnet20?beside=cifar-plain20&node=conv1/conv')
  await expect(page.getByText('Nothing differs at conv1/conv.')).toBeVisible()
  for (const name of ['ResNet-20 (CIFAR)', 'plain-20 (CIFAR)'])
    await expect(
      page
        .getByRole('region', { name: `Feature maps of ${name}` })
        .locator('canvas')
        .first(),
    ).toBeInViewport({ timeout: 40_000 })
})

for (const [width, height, theme, left, right] of [
  [1440, 900, 'light', 'cifar-plain20', 'cifar-resnet20'],
  [1280, 720, 'projector', 'plain34', 'resnet34'],
] as const)
  test(`at ${width}×${height} both partners are whole at first, at one scale (${theme})`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await page.addInitScript((name) => localStorage.setItem('layerwise:theme', name), theme)
    await openPage(page, `#/n/${left}?beside=${right}&weights=random`)
    const seen = () =>
      page.evaluate(() =>
        ['left', 'right'].map((side) => {
          const pane = document.querySelector(`.pane.${side}`)!
          const frame = pane.querySelector('.diagram')!.getBoundingClientRect()
          const boxes = [...pane.querySelectorAll('.diagram .box')].map((box) => box.getBoundingClientRect())
          const out = boxes.filter(
            (box) =>
              box.top < frame.top - 1 ||
              box.bottom > frame.bottom + 1 ||
              box.left < frame.left - 1 ||
              box.right > frame.right + 1,
          )
          const sample = pane.querySelector('.sample i')?.getBoundingClientRect().height ?? 0
          return { boxes: boxes.length, out: out.length, sample: Math.round(sample * 10) / 10 }
        }),
      )
    await expect
      .poll(async () => {
        const [one, other] = await seen()
        return (
          Math.min(one.boxes, other.boxes) > 5 && one.out + other.out === 0 && one.sample === other.sample
        )
      })
      .toBe(true)
  })
