import { violations } from './axe'
import { expect, test } from './fixtures'

test('a block of a trained network goes off, the plain network with it, and the link restores it', async ({
  page,
}) => {
  await page.goto('./#/lab/switch-off')
  const status = page.getByRole('status').filter({ hasText: 'Now:' })
  await expect(status).toHaveText('Now: as trained, on a drawing.')
  const residual = page.getByRole('region', { name: 'ResNet-20 (CIFAR)', exact: true })
  const plain = page.getByRole('region', { name: 'plain-20 (CIFAR)', exact: true })
  await expect(residual).toContainText('as when it was trained')
  await expect(plain).toContainText('as when it was trained')
  const before = await plain.innerText()
  const block = page.getByRole('button', { name: /^Block 2: / })
  await block.focus()
  await page.keyboard.press('Enter')
  await expect(block).toHaveAccessibleName('Block 2: off. block off')
  await expect(status).toHaveText('Now: block 2 off, on a drawing.')
  await expect(page).toHaveURL(/#\/lab\/switch-off\?.*off=2/)
  // It runs after the residual network.
  await expect.poll(() => plain.innerText()).not.toBe(before)
  // A class is looked for in the picture by both networks, as in the explorer.
  await residual.getByRole('button').first().click()
  for (const each of [residual, plain])
    await expect(each.getByRole('img', { name: /^What speaks for and against/ })).toBeVisible()
  await expect(page).toHaveURL(/asked=\d/)
  await residual.getByRole('button', { pressed: true }).click()
  await expect(residual.getByText('Choose a class to see')).toBeVisible()
  await page.getByRole('radio', { name: 'several off, by chance' }).check()
  await expect(
    page.getByRole('img', { name: /^Test error by number of deleted blocks/ }),
  ).toHaveAccessibleName(/ResNet-20 \(CIFAR\): 13\.1% without 0, .*plain-20 \(CIFAR\): 15\.2% without 0, /)
  await expect(page).toHaveURL(/several/)
  await page.reload()
  await expect(status).toHaveText('Now: block 2 off, on a drawing.')
  await expect(page.getByRole('radio', { name: 'several off, by chance' })).toBeChecked()
  await page.goto('./#/lab/switch-off?order=1,5,3')
  await expect(page.getByText(/A block can only move within its stage/)).toBeVisible()
  await page.getByRole('radio', { name: /It depends on how many blocks/ }).check()
  await expect(page.getByText(/whether the rest can work with it/)).toBeVisible()
})

test('the drawings that excite a channel are found, and covering a picture can be called off', async ({
  page,
}) => {
  await page.goto('./#/lab/unit-excites?channel=3')
  await expect(page.getByRole('slider', { name: 'Channel' })).toHaveAttribute('aria-valuetext', '3 of 16')
  const patches = page.locator('.excites-patches > li')
  // Twenty drawings go through the network first.
  await expect(patches).toHaveCount(6, { timeout: 60_000 })
  await page.getByRole('radio', { name: 'stage3' }).check()
  await expect(page.getByText(/the whole image \(its field/)).toBeVisible()
  await page.getByRole('radio', { name: 'what a covering square does' }).check()
  const begin = page.getByRole('button', { name: 'Cover it, square by square' })
  await begin.click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await begin.click()
  await expect(page.getByText(/^Nothing covered: /)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('img', { name: /^How much of “cat”/ })).toBeVisible()
})

test('a picture made for a channel is the stored one for the same seed, and excites it more than any drawing', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.goto('./#/lab/unit-excites?show=made&part=stage1&channel=4')
  const pictures = page.locator('.unit-pictures > li')
  const stored = pictures.filter({ hasText: 'stored' })
  await expect(stored).toHaveCount(1)
  await page.getByRole('radio', { name: '256 steps' }).check()
  await page.getByRole('button', { name: 'Make its picture' }).click()
  await page.getByRole('button', { name: 'Cancel' }).first().click()
  await page.getByRole('radio', { name: '64 steps' }).check()
  await page.getByRole('button', { name: 'Make its picture' }).click()
  const made = pictures.filter({ hasText: 'made here' })
  await expect(made).toHaveCount(1, { timeout: 60_000 })
  const valueOf = async (which: typeof made) => Number(await which.locator('b').innerText())
  expect(Math.abs((await valueOf(made)) / (await valueOf(stored)) - 1)).toBeLessThan(0.02)
  const drawing = pictures.filter({ hasText: 'the image that excites it most' })
  await expect(drawing).toHaveCount(1, { timeout: 60_000 })
  expect(await valueOf(made)).toBeGreaterThan(await valueOf(drawing))
  await expect(page).toHaveURL(/run=true/)
  const wall = page.getByRole('img', { name: /^The stored pictures of all 16 channels of stage1/ })
  await wall.locator('canvas').click({ position: { x: 5, y: 5 } })
  await expect(page.getByRole('slider', { name: 'Channel' })).toHaveAttribute('aria-valuetext', '1 of 16')
  await expect(page).not.toHaveURL(/run=true/)
})

test('a pasted table is held against itself and the count, and the link restores it', async ({ page }) => {
  await page.goto('./#/lab/table-audit')
  const status = page.getByRole('status').filter({ hasText: 'Contradict' })
  await expect(status).toHaveText(
    'Contradict themselves: 4c, 4d, 5b. Contradict the count: conv 7×7/2, 4c, 5a.',
  )
  const row = page.getByRole('button', { name: '4c', exact: true })
  await row.focus()
  await page.keyboard.press('Enter')
  await expect(row).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByText(/100,000,000 ÷ 474,112 = 211 positions/)).toBeVisible()
  await page.getByRole('radio', { name: /^DenseNet: / }).check()
  await expect(status).toHaveText(/^Contradict themselves: DenseNet-264\./)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the numbers (CSV)' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('audit.csv')
  const box = page.getByRole('textbox')
  await box.fill('mine | 14×14 | 100K | 19.6M\nnot a row')
  await expect(page.getByText(/^not a row: “a” is not a size/)).toBeVisible()
  await expect(page).toHaveURL(/text=mine/)
  await page.reload()
  await expect(box).toHaveValue(/^mine/)
  await expect(page.getByRole('row', { name: /^mine/ })).toContainText('191.4 : 196')
})

test('a block is built with the keyboard, solves a challenge, and the link restores it', async ({ page }) => {
  await page.goto('./#/lab/build-a-block?challenge=wider&block=conv3:64')
  const task = page.getByRole('region', { name: 'Challenge' })
  await expect(task).toContainText('✗ sees at least 5×5 pixels')
  const piece = page.getByRole('toolbar', { name: 'Pieces' }).getByRole('button', { name: '+ convolution' })
  await piece.focus()
  await page.keyboard.press('Enter')
  await expect(task).toContainText(/73,728 parameters, score 2\.3%/)
  await expect(page).toHaveURL(/block=conv3:64%20conv3:64/)
  await page.reload()
  await expect(task).toContainText(/73,728 parameters/)
  const chip = page.getByRole('button', { name: /^conv 3×3, 64, in the block/ })
  await chip.first().focus()
  await page.keyboard.press('Delete')
  await expect(chip).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Show the best block we know' }).click()
  await expect(task).toContainText('As cheap as the best block we know.')
})

for (const theme of ['light', 'dark'])
  test(`axe finds nothing serious in labs that a reader builds with, ${theme}`, async ({ page }) => {
    await page.addInitScript((name) => localStorage.setItem('layerwise:theme', name), theme)
    for (const lab of ['own-classes?drawings=4', 'build-a-block?challenge=shrink', 'table-audit?row=7']) {
      await page.goto(`./#/lab/${lab}`)
      await expect(page.locator('.lab-body')).toBeVisible()
      expect(await violations(page), lab).toEqual([])
    }
  })
