import { expect, test } from './fixtures'

test('the four paths of a block are filled with the keyboard until they add up', async ({ page }) => {
  await page.goto('./#/course/whole-net/sum-puzzle')
  const said = page.getByText(/^0 \+ 0 \+ 0 \+ 0 = 0/)
  await expect(said).toHaveText('0 + 0 + 0 + 0 = 0. 256 are missing.')
  const status = page.locator('.puzzle-sum')
  const steps = { '1×1': 4, '3×3': 8, '5×5': 4 }
  for (const [name, times] of Object.entries(steps)) {
    await page.getByRole('slider', { name, exact: true }).focus()
    for (let i = 0; i < times; i++) await page.keyboard.press('ArrowRight')
  }
  await expect(status).toHaveText(
    /^64 \+ 128 \+ 64 \+ 0 = 256\. It adds up.* The paper splits it 2 : 4 : 1 : 1\.$/,
  )
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowLeft')
  await expect(status).toHaveText(/32 are missing/)
  await page.getByRole('slider', { name: 'after the pool' }).focus()
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight')
  await expect(status).toHaveText(/^64 \+ 128 \+ 32 \+ 32 = 256\. That is block 3a of the paper/)
})

test('nine naive blocks in a row give 4,944 channels, the real ones 1,024', async ({ page }) => {
  // On its slide, the channels wait for an answer.
  await page.goto('./#/lab/naive-chain')
  const readout = page.locator('.lab-readout')
  await expect(readout).toContainText('832')
  await page.getByRole('slider', { name: 'Blocks in a row' }).focus()
  await page.keyboard.press('End')
  await expect(readout).toContainText('4,944')
  await expect(readout).toContainText('1,024')
})

test('the measured transfer says what it measured, with every way and amount', async ({ page }) => {
  await page.goto('./#/course/when-it-does-not-help/how-much')
  await expect(page.getByText('The chart waits for your answer.')).toBeVisible()
  await page.getByRole('button', { name: 'Show it in the figure' }).click()
  const chart = page.getByRole('img', { name: /^Test error by images per class/ })
  for (const way of [
    'from scratch',
    'frozen trunk, new head',
    'last stage fine-tuned',
    'everything fine-tuned',
  ])
    await expect(chart).toHaveAccessibleName(new RegExp(`${way}: .*with 5, .*with 2,500`))
  await expect(page.getByText(/Recorded.* not running now/)).toBeVisible()
})

test('a training without normalization that diverged is shown as such, not as an error', async ({ page }) => {
  await page.goto('./#/course/why-it-helps/rates-residual')
  const row = page.getByRole('row', { name: /^without/ })
  await expect(row.getByRole('cell')).toHaveText(['diverged', 'diverged', 'diverged', 'diverged'])
})

test('two pairs of trainings are told apart by their training errors, and named when they are', async ({
  page,
}) => {
  await page.goto('./#/course/degradation/overfitting')
  const first = page.getByRole('region', { name: 'Case 1' })
  const second = page.getByRole('region', { name: 'Case 2' })
  await expect(first.locator('.curves-readout li')).toHaveCount(2)
  await first.getByRole('radio', { name: 'degradation' }).check()
  await expect(first.getByRole('status')).toContainText('Is it also worse on the images')
  await page.getByRole('radio', { name: 'on training images, too' }).check()
  await expect(first.locator('.curves-readout li')).toHaveCount(4)
  await expect(first.locator('.curves-readout')).not.toContainText('ResNet')
  await first.getByRole('radio', { name: 'overfitting' }).check()
  await expect(first.getByRole('status')).toContainText('fits its training images at least as well')
  await expect(first.locator('.curves-readout')).toContainText('ResNet-20 (CIFAR), images as they are, test')
  await second.getByRole('radio', { name: 'degradation' }).check()
  await expect(second.getByRole('status')).toContainText('worse on its training images, too')
  await expect(second.locator('.curves-readout')).toContainText('plain-56 (CIFAR), training')
})

test('the line moves from the head backwards, and the parameters that learn follow', async ({ page }) => {
  await page.goto('./#/course/freeze-or-fine-tune/freeze-line')
  const readout = page.locator('.lab-readout')
  await expect(readout).toContainText('5,130')
  const line = page.getByRole('slider', { name: 'Frozen parts' })
  await line.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(line).toHaveAttribute('aria-valuetext', 'up to conv4_x')
  await expect(readout).toContainText('8,398,858')
  await page.keyboard.press('Home')
  await expect(readout).toContainText('11,181,642')
})

test('the measured curve of error by data has numbers on both axes, and either kind of axis', async ({
  page,
}) => {
  await page.goto('./#/course/data-hunger/curve-with-axes')
  await page.getByRole('radio', { name: 'linear axis' }).check()
  const chart = page.getByRole('img', { name: /^Test error by images per class/ })
  await expect(chart).toHaveAccessibleName(/width 16: 270 k parameters: .* with 5, .* with 5,000/)
  await expect(chart.getByText('5,000', { exact: true })).toBeVisible()
  await expect(chart.getByText('0%', { exact: true })).toBeVisible()
  await page.getByRole('radio', { name: 'logarithmic axis' }).check()
  await expect(chart.getByText('20%', { exact: true })).toBeVisible()
  await expect(chart.getByText('0%', { exact: true })).toBeHidden()
})

test('every cell of table 1 is counted when it is chosen, and says what differs', async ({ page }) => {
  await page.goto('./#/course/count-it/live-table')
  const table = page.getByRole('group', { name: 'Table 1' })
  const verdict = page.locator('.table-one-formula')
  await table
    .getByRole('row', { name: /block 4c/ })
    .getByText('463K')
    .click()
  await expect(verdict).toHaveText(
    /block 4c, params: the slide says 463K, counting gives 497\.5K\. The slide is 6\.9% too low\. .*= 509,440 weights/,
  )
  await expect(page.getByText('1 of 116: 1 differs')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(verdict).toHaveText(/block 4c, ops: the slide says 100M, counting gives 99\.9M\. They agree/)
  await page.getByRole('button', { name: 'Count every cell' }).click()
  await expect(page.getByText(/^116 of 116: 6 differ/)).toBeVisible()
  await page.getByRole('radio', { name: 'Counted' }).check()
  await expect(table.getByText('497.5K')).toBeVisible()
})

test('the layer behind 2.7K and 34M is found with the sliders', async ({ page }) => {
  await page.goto('./#/course/count-it/layer-finder')
  const said = page.locator('.arithmetic')
  await expect(said).toHaveText(/^7·7·3·64 = 9,408, at 112·112 positions: 118,013,952\.$/)
  await page.getByRole('radio', { name: 'each color on its own, then 1×1' }).check()
  await page.getByRole('slider', { name: 'kernels per color' }).focus()
  for (let i = 0; i < 7; i++) await page.keyboard.press('ArrowRight')
  await expect(said).toHaveText(/= 2,712, at 112·112 positions: 34,019,328\. The whole row fits/)
})

test('the stem is gone through layer by layer, and pools that round down lose a row', async ({ page }) => {
  await page.goto('./#/course/whole-net/stem')
  const next = page.getByRole('button', { name: 'Next layer' })
  const picture = page.getByRole('img', { name: /becomes/ })
  await expect(picture).toHaveAccessibleName('224 by 224 by 3 becomes 112 by 112 by 64')
  for (let i = 0; i < 4; i++) await next.click()
  await expect(next).toBeDisabled()
  await expect(picture).toHaveAccessibleName('56 by 56 by 192 becomes 28 by 28 by 192')
  await page.getByRole('radio', { name: 'pools round down' }).check()
  await expect(picture).toHaveAccessibleName('55 by 55 by 192 becomes 27 by 27 by 192')
})

test('a 1×1 mixes the colors of one pixel, and its sum is written out', async ({ page }) => {
  await page.goto('./#/course/one-by-one/pixel-mlp')
  const sum = page.locator('.arithmetic')
  const numbers = async () =>
    (await sum.innerText())
      .replaceAll('−', '-')
      .match(/-?\d+(\.\d+)?/g)!
      .map(Number)
  await expect(sum).toHaveText(/^0\.3·\d+ \+ 0\.6·\d+ \+ 0\.1·\d+ = /)
  const [, red, , green, , blue, brightness] = await numbers()
  expect(brightness).toBeCloseTo(0.3 * red + 0.6 * green + 0.1 * blue, 0)
  await page.getByRole('button', { name: 'blue, not red' }).click()
  await expect(sum).toHaveText(new RegExp(`^−1\\.0·${red} .* 1\\.0·${blue} = `))
  await page.getByRole('slider', { name: 'blue', exact: true }).focus()
  await page.keyboard.press('Home')
  await expect(sum).toHaveText(/, and 0 after ReLU$/)
})

test('the meter shows what the 1×1 saves before a 5×5, and where it no longer does', async ({ page }) => {
  await page.goto('./#/course/one-by-one/squeeze')
  const readout = page.locator('.lab-readout')
  await page.getByRole('button', { name: 'As in block 3a' }).click()
  await expect(readout).toContainText(/falls by a factor of\s*9\.68/)
  await expect(page.getByRole('row', { name: /5×5 alone/ })).toContainText('120,422,400')
  await page.getByRole('slider', { name: '1×1 outputs' }).focus()
  await page.keyboard.press('End')
  await expect(readout).toContainText(/grows by a factor of\s*1\.24/)
})

test('an addition of unlike shapes fails, and a projection repairs it', async ({ page }) => {
  await page.goto('./#/course/residual-block/equal-shapes')
  const said = page.locator('.lab-body [role=status]')
  await expect(said).toHaveText(/The addition fails: .*28×28×128/)
  await page.getByRole('radio', { name: '1×1 projection' }).check()
  await expect(said).toHaveText(/Both inputs of the addition have the shape 28×28×128.* 8,192 weights/)
  await page.getByRole('radio', { name: 'no change', exact: true }).check()
  await page.getByRole('slider', { name: 'stride' }).fill('1')
  await page.getByRole('slider', { name: 'filters' }).fill('64')
  await expect(said).toHaveText(/Both inputs of the addition have the shape 56×56×64.* no weights/)
})

test('a layer in the picture of a lab opens its card, Escape closes that alone, and a closed block leaves the picture whole', async ({
  page,
}) => {
  await page.goto('./#/course/residual-block/equal-shapes')
  const box = (id: string) => page.locator(`.lab-picture .box[data-id="${id}"]`)
  await box('block/add').click()
  const card = page.getByRole('dialog', { name: 'Addition' })
  await expect(card).toContainText('28×28×128 and 56×56×64')
  await box('block/conv1').click()
  await expect(page.getByRole('dialog', { name: '3×3 conv' })).toContainText('73,728')
  const before = await box('input').boundingBox()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(box('block/add')).toBeVisible()
  expect(await box('input').boundingBox()).toEqual(before)
  await page.keyboard.press('Escape')
  await expect(box('block/add')).toHaveCount(0)
  const frame = (await page.locator('.lab-picture').boundingBox())!
  await expect
    .poll(async () => {
      const input = (await box('input').boundingBox())!
      return input.x > frame.x && input.width > 40
    })
    .toBe(true)
})

test('a layer in the picture of a lab that is chosen by key hands the focus to its card, and one that is clicked does not', async ({
  page,
}) => {
  await page.goto('./#/course/residual-block/equal-shapes')
  const layer = page.locator('.lab-picture .box[data-id="block/add"]')
  const card = page.getByRole('dialog', { name: 'Addition' })
  const title = card.getByRole('heading', { name: 'Addition' })
  await layer.click()
  await expect(card).toContainText('28×28×128 and 56×56×64')
  await expect(title).not.toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await expect(layer).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(title).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await expect(layer).toBeFocused()
})

test('every block that is put in doubles the paths through a residual network', async ({ page }) => {
  await page.goto('./#/course/gradient-flow/paths')
  const readout = page.locator('.lab-readout')
  const blocks = page.getByRole('group', { name: 'Blocks of ResNet-18' }).getByRole('checkbox')
  await expect(blocks).toHaveCount(8)
  await expect(readout).toContainText(/paths in the residual network\s*8paths/)
  for (let i = 3; i < 8; i++) await blocks.nth(i).check()
  await expect(readout).toContainText(
    /paths in the residual network\s*256\s*paths in a plain network without the same blocks\s*1/,
  )
  await expect(page.getByRole('row', { name: /^4 of 8/ })).toContainText('70')
})

test('groups leave blocks on the diagonal of the matrix', async ({ page }) => {
  await page.goto('./#/course/grouped-convolution/block-diagonal')
  await page.getByRole('slider', { name: 'groups' }).fill('5')
  await expect(page.locator('.lab-readout')).toContainText('4,608')
  await expect(page.getByText('Filter 20 reads channels 20 to 23, 4 of 128: 3·3·4 weights.')).toBeVisible()
  await expect(page.getByRole('img', { name: /only the 32 blocks of 4 by 4/ })).toBeVisible()
})

test('published errors by the number of paths stand beside counted costs', async ({ page }) => {
  await page.goto('./#/lab/cardinality')
  await page.getByRole('slider', { name: 'paths', exact: true }).fill('4')
  await expect(page.getByRole('row', { name: /^32 × 4/ })).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('row', { name: /^32 × 4/ })).toContainText('25,028,904')
})

test('a batch of one gives β, whatever the value was, and more images give something else', async ({
  page,
}) => {
  await page.goto('./#/course/train-and-inference/batch-of-one')
  const first = page.locator('.course-figure').getByText(/^first value/)
  await page.getByRole('slider', { name: 'Images in the batch' }).press('Home')
  await expect(first).toContainText('→ 1.5000')
  const before = await first.innerText()
  await page.getByRole('button', { name: 'Next batch' }).click()
  await expect(first).not.toHaveText(before)
  await expect(first).toContainText('→ 1.5000')
  await page.getByRole('slider', { name: 'Images in the batch' }).focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
  await expect(first).not.toContainText('→ 1.5000')
})

test('networks of one budget are sorted by what the reader cares for', async ({ page }) => {
  await page.goto('./#/course/compare/one-budget')
  const figures = page.locator('.budget-race b')
  await expect(figures.first()).toHaveText(/%$/)
  const shown = async () =>
    (await figures.allInnerTexts()).map((text) => parseFloat(text.replaceAll(',', '')))
  const errors = await shown()
  expect(errors.length).toBeGreaterThanOrEqual(3)
  expect(errors).toEqual(errors.toSorted((a, b) => a - b))
  await page.getByRole('radio', { name: 'test error' }).press('ArrowLeft')
  await expect(page.getByRole('radio', { name: 'parameters', exact: true })).toBeChecked()
  const params = await shown()
  expect(Math.max(...params) / Math.min(...params)).toBeLessThan(1.1)
  expect(params).toEqual(params.toSorted((a, b) => a - b))
})

test('three losses are weighted into one, and at inference the auxiliary ones are gone', async ({ page }) => {
  await page.goto('./#/course/training-it/loss-mixer')
  const readout = page.locator('.lab-readout')
  await expect(readout).toContainText('1.2 + 0.30 · (2.2 + 1.6) = 2.34')
  await expect(readout).toContainText('13,378,280')
  await page.getByRole('slider', { name: 'auxiliary loss 1' }).focus()
  await page.keyboard.press('Home')
  await expect(readout).toContainText('1.2 + 0.30 · (0.0 + 1.6) = 1.68')
  // What each loss teaches waits for an answer.
  const taught = page.locator('.loss-reach tbody tr')
  await expect(taught.locator('.loss-taught')).toHaveCount(0)
  await page.getByRole('radio', { name: 'The main loss and the second auxiliary loss' }).check()
  await expect(taught.nth(0).locator('.loss-taught')).toHaveCount(12)
  await expect(taught.nth(1).locator('.loss-taught')).toHaveCount(5)
  await expect(taught.nth(2).locator('.loss-taught')).toHaveCount(8)
  // A weight of nothing teaches nothing.
  await page.getByRole('slider', { name: 'weight of the auxiliary losses' }).press('Home')
  await expect(taught.nth(1).locator('.loss-taught')).toHaveCount(0)
  await page.getByText('Inference', { exact: true }).click()
  await expect(readout).toContainText('6,998,552')
  await expect(page.locator('.loss-taught')).toHaveCount(0)
})

test('the last layer after a mean has a seventh of GoogLeNet, after the whole map nine tenths', async ({
  page,
}) => {
  // On its slide, the numbers of the whole map wait for an answer.
  await page.goto('./#/lab/head-switch')
  await expect(page.locator('.width-profile b')).toHaveText([
    '256',
    '480',
    '512',
    '512',
    '512',
    '528',
    '832',
    '832',
    '1024',
  ])
  const readout = page.locator('.lab-readout')
  await expect(readout).toContainText('1,024 · 1,000 = 1,024,000')
  await expect(readout).toContainText('14.6%')
  await page.getByRole('radio', { name: 'mean of each channel' }).press('ArrowRight')
  await expect(readout).toContainText('50,176 · 1,000 = 50,176,000')
  await expect(readout).toContainText('89.4%')
})

test('extra layers that do nothing leave the picture as it is; as training draws them, they spoil it', async ({
  page,
}) => {
  await page.goto('./#/course/degradation/construction')
  const difference = page.locator('.lab-readout dd')
  await expect(difference).toHaveText(/^[1-9]\d+\.\d+ of 255$/)
  await page.getByRole('slider', { name: 'How close they are to doing nothing' }).focus()
  await page.keyboard.press('End')
  await expect(difference).toHaveText('0, to the last bit')
  await expect(
    page.getByRole('table', { name: /^Kernel of the first extra layer/ }).getByRole('cell'),
  ).toHaveText(['0.00', '0.00', '0.00', '0.00', '1.00', '0.00', '0.00', '0.00', '0.00'])
  await page.getByRole('slider', { name: 'Extra layers' }).press('End')
  await expect(
    page.getByRole('img', { name: 'The output of 8 extra layers: the same picture' }),
  ).toBeVisible()
  await page.getByRole('slider', { name: 'How close they are to doing nothing' }).press('ArrowLeft')
  await expect(difference).toHaveText(/^\d+\.\d+ of 255$/)
})

test('both stacks are counted brick by brick, 60,965,224 against 6,998,552', async ({ page }) => {
  // On its slide, the ratio waits for an answer.
  await page.goto('./#/lab/balance')
  const figures = page.locator('.lab-readout dd')
  await expect(figures).toHaveText(['0', '0', 'nothing counted yet'])
  const slider = page.getByRole('slider', { name: 'Parts counted' })
  await slider.press('ArrowRight')
  await expect(
    page.getByRole('list', { name: 'Counted parts of AlexNet' }).getByRole('listitem'),
  ).toHaveCount(1)
  await slider.press('End')
  await expect(figures).toHaveText(['60,965,224', '6,998,552', '8.71×'])
  await page.getByText('in training', { exact: true }).click()
  await slider.press('End')
  await expect(figures).toHaveText(['60,965,224', '13,378,280', '4.56×'])
})

test('a block is put in another order with the keyboard, and what is on the shortcut is told', async ({
  page,
}) => {
  // On its slide, the errors wait for an answer.
  await page.goto('./#/lab/block-order')
  const figures = page.locator('.lab-readout dd')
  await expect(figures.nth(0)).toHaveText('ReLU')
  await expect(figures.nth(1)).toHaveText('6.61% and 5.93%')
  await page.getByRole('button', { name: 'ReLU, place 7: earlier' }).press('Enter')
  await expect(figures.nth(0)).toHaveText('nothing')
  await expect(figures.nth(1)).toHaveText('7.84% and 6.14%')
  await expect(page.getByRole('combobox', { name: 'A published arrangement' })).toHaveValue(
    'ReLU before the addition',
  )
  await page.getByRole('button', { name: 'BN, place 2: earlier' }).press('Enter')
  // The keyboard goes with the part; at the end of the row to the way back.
  await expect(page.getByRole('button', { name: 'BN, place 1: later' })).toBeFocused()
  await expect(figures.nth(1)).toHaveText('not published')
  await page.getByRole('combobox', { name: 'A published arrangement' }).selectOption('full pre-activation')
  await expect(page.locator('.block-order b')).toHaveText([
    'BN',
    'ReLU',
    '3×3 conv',
    'BN',
    'ReLU',
    '3×3 conv',
    '+ x',
  ])
})

test('any list of blocks gets its name, its depth and its cost, projections counted or not', async ({
  page,
}) => {
  await page.goto('./#/course/resnet-18/name-that-depth')
  const sum = page.locator('.calculator-sum')
  const figures = page.locator('.lab-readout dd')
  await expect(sum).toHaveText('ResNet-18 1 + 2·(2 + 2 + 2 + 2) + 1 = 18')
  await page.getByRole('checkbox', { name: 'count projections' }).press('Space')
  await expect(sum).toHaveText('ResNet-18 1 + 2·(2 + 2 + 2 + 2) + 3 + 1 = 21')
  await expect(figures).toHaveText(['11,689,512', '1,814,073,344', '20'])
  await page.getByRole('checkbox', { name: 'count projections' }).press('Space')
  await page.getByRole('radio', { name: 'basic' }).press('ArrowRight')
  for (const [stage, blocks] of [
    ['conv2_x', '3'],
    ['conv3_x', '4'],
    ['conv4_x', '23'],
    ['conv5_x', '3'],
  ]) {
    const field = page.getByRole('textbox', { name: `${stage} blocks` })
    await field.fill(blocks)
    await field.press('Enter')
  }
  await expect(sum).toHaveText('ResNet-101 1 + 3·(3 + 4 + 23 + 3) + 1 = 101')
  await expect(figures).toHaveText(['44,549,160', '7,801,405,440', '100'])
  await expect(page.getByRole('radio', { name: 'ResNet-101' })).toBeChecked()
  await page.getByRole('textbox', { name: 'conv5_x blocks' }).press('ArrowUp')
  await expect(sum).toHaveText(/^ResNet-104 /)
  await expect(page.getByText('the paper has no such network')).toBeVisible()
})

test('half the side and twice the channels keep the cost of a 3×3; one without the other does not', async ({
  page,
}) => {
  await page.goto('./#/course/resnet-18/conserve')
  const last = page.getByRole('row', { name: /^conv5_x/ })
  await expect(last).toContainText('115,605,504')
  await expect(last).toContainText('7·7·3·3·512·512')
  await page.getByRole('checkbox', { name: 'halve height and width' }).press('Space')
  await expect(last).toContainText('7,398,752,256')
  await page.getByRole('checkbox', { name: 'halve height and width' }).press('Space')
  await page.getByRole('checkbox', { name: 'double the channels' }).press('Space')
  await expect(last).toContainText('1,806,336')
  await expect(page.locator('.conserve-real b')).toHaveText([
    '462,422,016',
    '411,041,792',
    '411,041,792',
    '411,041,792',
  ])
})

test('the errors of table 6 stand over depth and over counted parameters', async ({ page }) => {
  await page.goto('./#/course/gradient-flow/limits')
  const figures = page.locator('.lab-readout dd')
  await expect(figures).toHaveText([
    '1202',
    '19,421,274',
    '2,829,238,912',
    '7.93%',
    '+1.50 points',
    '0.00257 ≈ 1/388',
  ])
  await page.getByRole('radio', { name: 'ResNet-1202' }).press('ArrowLeft')
  await expect(figures.nth(1)).toHaveText('1,727,962')
  await expect(figures.nth(3)).toHaveText('6.43%')
  await page.getByRole('radio', { name: 'over depth' }).press('ArrowRight')
  await expect(page.getByRole('img', { name: /^Test error over parameters: / })).toHaveAccessibleName(
    /ResNet-20 8\.75% at 269,722;.*ResNet-1202 7\.93% at 19,421,274$/,
  )
})

for (const [lab, name] of [
  ['block-order', 'mean'],
  ['naive-chain', 'with 1×1'],
  ['fit-toy', 'training'],
] as const)
  test(`the name of a curve brings it out in ${lab}, and all come back when it is pressed again`, async ({
    page,
  }) => {
    await page.goto(`./#/lab/${lab}`)
    const button = page.locator('.lab-body').getByRole('button', { name, exact: true })
    const faded = page.locator('.chart [data-faded]')
    await expect(button).toHaveAttribute('aria-pressed', 'false', { timeout: 20_000 })
    await button.click()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    expect(await faded.count()).toBeGreaterThan(0)
    await button.press('Enter')
    await expect(faded).toHaveCount(0)
  })

test('the name below a chart brings its curve out', async ({ page }) => {
  await page.goto('./#/lab/gradient-path')
  const name = page.getByRole('button', { name: 'without shortcuts (dashed)', exact: true })
  await name.click()
  await expect(name).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('.chart [data-faded]')).toHaveCount(1)
})

test('the square over a picture of the kernel zoo is moved by keys too', async ({ page }) => {
  await page.goto('./#/lab/kernel-zoo')
  await page.getByTitle('Larger, next to the picture itself').nth(1).click()
  const picture = page.getByRole('application', { name: /kernel of 3 by 3: the arrow keys move/ })
  const left = () =>
    picture.locator('.kernel-window').evaluate((square) => Number.parseFloat(square.style.insetInlineStart))
  const before = await left()
  await picture.press('ArrowRight')
  await expect.poll(left).toBeGreaterThan(before)
  await picture.press('ArrowLeft')
  await expect.poll(left).toBeCloseTo(before)
})
