import { readFileSync } from 'node:fs'
import { violations } from './axe'
import { expect, test } from './fixtures'
import { watchWorkers } from './page'

test('a block of a trained network goes off, the plain network with it, and the link restores it', async ({
  page,
}) => {
  await page.goto('./#/lab/switch-off')
  const status = page.getByRole('status').filter({ hasText: 'Now:' })
  await expect(status).toHaveText('Now: as trained, on a drawing.')
  const residual = page.getByRole('region', { name: 'ResNet-20 (CIFAR)', exact: true })
  const plain = page.getByRole('region', { name: 'plain-20 (CIFAR)', exact: true })
  await expect(residual).toContainText('the same answer as when trained')
  await expect(plain).toContainText('the same answer as when trained')
  const before = await plain.innerText()
  const block = page.getByRole('button', { name: /^Block 2: / })
  await block.focus()
  await page.keyboard.press('Enter')
  await expect(block).toHaveAccessibleName('Block 2: off. block off')
  await expect(status).toHaveText('Now: block 2 off, on a drawing.')
  await expect(page).toHaveURL(/#\/lab\/switch-off\?.*off=2/)
  // A point of the chart switches its block like the block itself.
  await page.getByRole('slider', { name: /^Values of the chart/ }).press('Enter')
  await expect(status).toHaveText('Now: blocks 1 and 2 off, on a drawing.')
  await page.keyboard.press('Enter')
  await expect(status).toHaveText('Now: block 2 off, on a drawing.')
  // It runs after the residual network.
  await expect.poll(() => plain.innerText()).not.toBe(before)
  // A class is looked for in the picture by both networks, as in the explorer.
  await residual.getByRole('button').first().click()
  for (const each of [residual, plain])
    await expect(each.getByRole('img', { name: /^What speaks for and against/ })).toBeVisible()
  await expect(page).toHaveURL(/asked=\d/)
  await residual.getByRole('button', { pressed: true }).click()
  await expect(residual.getByText('Choose a class to see')).toBeVisible()
  await page.getByRole('radio', { name: 'several off, chosen at random' }).check()
  await expect(
    page.getByRole('img', { name: /^Test error by number of deleted blocks/ }),
  ).toHaveAccessibleName(/ResNet-20 \(CIFAR\): 13\.1% without 0, .*plain-20 \(CIFAR\): 15\.2% without 0, /)
  await expect(page).toHaveURL(/several/)
  await page.reload()
  await expect(status).toHaveText('Now: block 2 off, on a drawing.')
  await expect(page.getByRole('radio', { name: 'several off, chosen at random' })).toBeChecked()
  await page.goto('./#/lab/switch-off?order=1,5,3')
  await expect(page.getByText(/A block can only move within its stage/)).toBeVisible()
  await page.getByRole('radio', { name: /It depends on how many blocks/ }).check()
  await expect(page.getByText(/whether the later blocks can work with it/)).toBeVisible()
})

test('the drawings that excite a channel are found, and covering a picture can be called off', async ({
  page,
}) => {
  await page.goto('./#/lab/unit-excites?channel=3')
  await expect(page.getByRole('slider', { name: 'Channel' })).toHaveAttribute('aria-valuetext', '3 of 16')
  const patches = page.locator('.excites-patches > li')
  // Twenty drawings go through the network first.
  await expect(patches).toHaveCount(6, { timeout: 60_000 })
  await patches.first().getByRole('button').click()
  const larger = page.getByRole('dialog', { name: /^[\d.]+: \w+/ })
  await expect(larger.locator('canvas')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'stage3' }).check()
  await expect(page.getByText(/the whole image \(its field/)).toBeVisible()
  await page.getByRole('radio', { name: 'what a covering square does' }).check()
  const begin = page.getByRole('button', { name: 'Cover it, square by square' })
  await begin.click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await begin.click()
  await expect(page.getByText(/^Nothing covered: /)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('img', { name: /^How much of the probability of “cat”/ })).toBeVisible()
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
    'These contradict themselves: 4c, 4d, 5b. These contradict the count of GoogLeNet: conv 7×7/2, 4c, 5a.',
  )
  const row = page.getByRole('button', { name: '4c', exact: true })
  await row.focus()
  await page.keyboard.press('Enter')
  await expect(row).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByText(/100,000,000 ÷ 474,112 = 211 positions/)).toBeVisible()
  await page.getByRole('radio', { name: /^DenseNet: / }).check()
  await expect(status).toHaveText(/^These contradict themselves: DenseNet-264\./)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the numbers (CSV)' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('audit.csv')
  await page.getByRole('button', { name: 'Save …' }).click()
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Save as PNG/ }).click(),
  ])
  expect(picture.suggestedFilename()).toBe('table-audit.png')
  await page.keyboard.press('Escape')
  const box = page.getByRole('textbox')
  await box.fill('mine | 14×14 | 100K | 19.6M\n'.repeat(500))
  await expect(
    page.getByText(/^The table is longer than 6,000 characters.* the last [\d,]+ are left out/),
  ).toBeVisible()
  await expect(box).toHaveValue(/^(mine.*\n?){200,}$/)
  await box.fill('mine | 14×14 | 100K | 19.6M\nnot a row')
  await expect(page.getByText(/^not a row: “a” is not a size/)).toBeVisible()
  await expect(page).toHaveURL(/text=mine.*row/)
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
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('link', { name: 'Train a stack of it' }).click()
  const trained = page.locator('summary', { hasText: 'Network' })
  await expect(trained).toContainText(/ layers, [\d,]+ parameters/)
})

for (const width of [1440, 390])
  test(`the pieces stay where they are, whatever is to be built of them and whether it is, ${width} pixels wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('./#/lab/build-a-block?block=conv3:64')
    const pieces = page.getByRole('toolbar', { name: 'Pieces' })
    const place = () => pieces.evaluate((bar: HTMLElement) => bar.offsetTop)
    const first = await place()
    for (const name of ['See 5×5 with few parameters', /^Halve the map/, 'Four views side by side']) {
      await page.getByRole('radio', { name }).check()
      await expect(page.getByRole('region', { name: 'Challenge' })).toContainText('Not solved yet')
      expect(await place(), String(name)).toBe(first)
    }
    await page.getByRole('radio', { name: 'See 5×5 with few parameters' }).check()
    await pieces.getByRole('button', { name: '+ convolution' }).click()
    await page.getByRole('button', { name: 'Show the best block we know' }).waitFor()
    expect(await place(), 'solved').toBe(first)
    await page.getByRole('radio', { name: 'as you like' }).check()
    await expect(page.getByRole('radio', { name: 'bottleneck' })).toBeVisible()
    expect(await place(), 'as you like').toBe(first)
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

/** Experiments whose numbers are there without a press, with the lines that their file has at least. */
const numbers = {
  'switch-off': 100,
  'unit-excites': 50,
  'learning-gradients?blocks=1': 8,
  'norm-in-network': 17,
  'table-audit': 20,
  'build-a-block': 8,
  'gradient-flow?blocks=1': 17,
  'block-builder': 10,
}

for (const [lab, least] of Object.entries(numbers))
  test(`${lab.replace(/\?.*/, '')} hands over its numbers as a table`, async ({ page }) => {
    await page.goto(`./#/lab/${lab}`)
    const button = page.getByRole('button', { name: 'Save the numbers (CSV)' })
    await expect(button).toBeEnabled({ timeout: 60_000 })
    const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
    const lines = readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n')
    expect(lines.length).toBeGreaterThanOrEqual(least)
    const commas = (line: string) => line.replace(/"[^"]*"/g, '').split(',').length
    for (const line of lines) expect(commas(line), line).toBe(commas(lines[0]))
  })

test('a link shows the network that was built, and leaves the one alone that its reader built before', async ({
  page,
  context,
}) => {
  await page.goto('./#/lab/block-builder')
  const parts = page.getByRole('list', { name: /^Parts of your network/ }).getByRole('listitem')
  await expect(parts).toHaveCount(3)
  await page.getByRole('combobox', { name: 'Part to add' }).selectOption('dense block')
  await page.getByRole('button', { name: 'Add part' }).click()
  await page.getByRole('spinbutton', { name: 'filters' }).first().fill('24')
  await expect(page).toHaveURL(/parts=conv:24:3:1:1%20residual:16:1%20pool%20dense:4:8/)
  const meters = page.getByRole('status').filter({ hasText: 'parameters' })
  const built = await meters.innerText()
  const other = await context.newPage()
  await other.goto('./#/lab/block-builder?parts=pool')
  await expect(other.getByRole('listitem', { name: /part 1$/ })).toHaveCount(1)
  // What was built is still there, and a copied link has it.
  await other.goto('./#/lab/bigger')
  await other.goto('./#/lab/block-builder')
  await expect(other.getByRole('status').filter({ hasText: 'parameters' })).toHaveText(built, {
    useInnerText: true,
  })
  await expect(other).toHaveURL(/parts=conv:24/)
  await other.goto('./#/lab/block-builder?parts=conv:24')
  await expect(other.getByRole('alert')).toContainText('do not make up a network here')
})

test('a link trains again as far as its training went, and shows the same moment', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000)
  const living = watchWorkers(page)
  await page.goto('./#/lab/own-training?steps=25&classes=3&images=64')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByText('Done: 25 steps.')).toBeVisible({ timeout: 120_000 })
  const shown = page.getByRole('slider', { name: 'Shown: after step' })
  await shown.press('ArrowLeft')
  await expect(page).toHaveURL(/made=25&at=24/)
  const moment = await page.locator('.own-moments').innerText()
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.locator('.own-moments')).toHaveText(moment, { useInnerText: true, timeout: 120_000 })
  await expect(other.getByText('Done: 25 steps.')).toBeVisible()
  await other.close()
  // Other settings are another training, which nobody has made.
  await page.getByText('Training', { exact: true }).click()
  await page.getByRole('slider', { name: 'rate', exact: true }).press('ArrowLeft')
  await expect(page).not.toHaveURL(/made=/)
  await page.goto('./#/lab/train-here?blocks=1&steps=20')
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByText('Done.')).toBeVisible({ timeout: 120_000 })
  await expect(page).toHaveURL(/run=true/)
  const table = await page.locator('.train-table').innerText()
  const again = await context.newPage()
  await again.goto(page.url())
  await expect(again.getByText('Done.')).toBeVisible({ timeout: 120_000 })
  // All but the pace is the same.
  const withoutPace = (text: string) => text.replace(/\t[\d.]+(?=\t[\d.]+\t[\d.]+%)/g, '')
  expect(withoutPace(await again.locator('.train-table').innerText())).toBe(withoutPace(table))
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(page).not.toHaveURL(/run=/)
  await expect.poll(() => living(/training/)).toBe(0)
})
