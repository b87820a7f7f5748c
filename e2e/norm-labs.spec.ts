import type { Page } from 'playwright/test'
import { violations } from './axe'
import { expect, test } from './fixtures'

/** What axe finds on the slide, in both themes of a screen. */
async function found(page: Page): Promise<readonly string[]> {
  const all: string[] = []
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme)
    all.push(...(await violations(page)).map((fault) => `${theme}: ${fault}`))
  }
  return all
}

test('γ and β undo the normalization of 1, 2, 3, 4, dialled in with keys', async ({ page }) => {
  await page.goto('./#/course/what-it-computes/gamma-beta')
  const lab = page.locator('.lab-body')
  const values = lab.getByRole('list', { name: 'Values before and after' }).getByRole('listitem')
  await expect(values).toHaveText(['1 → −1.3416', '2 → −0.4472', '3 → 0.4472', '4 → 1.3416'])
  await expect(lab).toContainText('The output does not equal the input')
  await lab.getByRole('slider', { name: 'γ' }).focus()
  for (let i = 0; i < 59; i++) await page.keyboard.press('ArrowRight')
  await expect(lab.getByRole('slider', { name: 'γ' })).toHaveAttribute('aria-valuetext', '1.118')
  await expect(lab).toContainText('The output does not equal the input: values differ by up to 2.5.')
  const beta = lab.getByRole('slider', { name: 'β' })
  await beta.focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('PageUp')
  for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowRight')
  await expect(beta).toHaveAttribute('aria-valuetext', '2.50')
  await expect(lab).toContainText(/The output equals the input: no value differs by more than 5\.\d+e−5\./)
  await expect(values.last()).toHaveText('4 → 3.9999')

  // With ε as large as 1 the deviation that divides is √2.25.
  const epsilon = lab.getByRole('slider', { name: 'ε' })
  await epsilon.focus()
  await page.keyboard.press('End')
  await expect(epsilon).toHaveAttribute('aria-valuetext', '1')
  await expect(lab).toContainText('The output does not equal the input')
  await expect(values.last()).toHaveText('4 → 3.6180')
  expect(await found(page)).toEqual([])
})

test('running statistics take in a tenth of a batch, with the variance that divides by n − 1', async ({
  page,
}) => {
  await page.goto('./#/course/train-and-inference/running')
  const lab = page.locator('.lab-body')
  const row = (name: RegExp) => lab.getByRole('row', { name })
  await expect(row(/divided by n = 4/)).toHaveText(/2\.5000\s*1\.2500\s*normalizes now/)
  await expect(row(/divided by n − 1 = 3/)).toHaveText(/2\.5000\s*1\.6667\s*updates running/)
  await expect(row(/^running, after 0 batches/)).toHaveText(/0\.0000\s*1\.0000/)
  await expect(lab).toContainText(
    'Momentum is the share that the new batch gets: 0.90 · running + 0.10 · batch.',
  )
  await lab.getByRole('button', { name: 'Next batch' }).press('Enter')
  await expect(row(/^running, after 1 batch/)).toHaveText(/0\.2500\s*1\.0667/)

  // The next slide begins there.
  await page.goto('./#/course/train-and-inference/switch')
  await expect(row(/^running, after 1 batch/)).toHaveText(/0\.2500\s*1\.0667/)
  await lab.getByRole('radio', { name: 'Inference' }).check()
  await expect(row(/^running/)).toContainText('normalizes now')
  const values = lab.getByRole('list', { name: 'Values before and after' }).getByRole('listitem')
  await expect(values.last()).toHaveText('4 → 3.6309')
  await lab.getByRole('radio', { name: 'random' }).check()
  await expect(row(/divided by n = 32/)).toBeVisible()
  await expect(row(/^running, after 0 batches/)).toBeVisible()
  await lab.getByRole('radio', { name: 'Training' }).check()
  await lab.getByRole('slider', { name: 'Images in the batch' }).press('Home')
  await expect(row(/divided by n − 1 = 0/)).toContainText('0/0 → 0')
  await expect(values.first()).toHaveText(/→ 0\.0000$/)
  expect(await found(page)).toEqual([])
})

test('with a channel goes one number behind a mean, and 49 behind the whole map', async ({ page }) => {
  await page.goto('./#/lab/head-switch')
  const lab = page.locator('.lab-body')
  const readout = lab.locator('.lab-readout')
  await expect(lab).toContainText('Of each 7×7 map: 1 value, 1,000 weights.')
  await lab.getByRole('checkbox', { name: 'drop one of the 1,024 channels' }).press('Space')
  await expect(lab).toContainText('Gone: 1 value and its 1,000 weights.')
  await expect(readout).toContainText('1,023 · 1,000 = 1,023,000')
  await lab.getByRole('radio', { name: 'the whole map as a vector' }).check()
  await expect(lab).toContainText('Gone: 49 values and their 49,000 weights.')
  await expect(readout).toContainText('50,127 · 1,000 = 50,127,000')
  expect(await found(page)).toEqual([])
})

test('rows that no window sees are told with their place', async ({ page }) => {
  await page.goto('./#/course/shapes/tensor?lab.size=224&lab.kernel=7&lab.stride=2&lab.pad=3&lab.filters=64')
  const lab = page.locator('.lab-body')
  await expect(lab).toContainText(
    'The window covers every row of the input; one row of the padding is left out.',
  )
  await lab.getByRole('slider', { name: 'padding' }).press('Home')
  await lab.getByRole('slider', { name: 'kernel' }).press('Home')
  await expect(lab).toContainText(
    'The window never sees 111 rows between its positions and one row at the far edge.',
  )
})

test('a folded convolution gives the map of two layers, but for rounding', async ({ page }) => {
  await page.goto('./#/course/train-and-inference/folding')
  const lab = page.locator('.lab-body')
  const readout = lab.locator('.lab-readout')
  const kernel = lab.getByRole('table', { name: 'The folded kernel' })
  await expect(readout).toContainText('125,440')
  await expect(kernel.getByRole('cell').nth(4)).toHaveText('?')
  await lab.getByRole('button', { name: 'Fold' }).press('Enter')
  await expect(lab.getByRole('img', { name: 'The map after the folded layer' })).toBeVisible()
  await expect(readout).toContainText('125,440 → 112,896')
  await expect(readout).toContainText(/largest difference\d(\.\d+)?e−[67]/)

  // γ = 0 leaves β alone, whatever the kernel.
  const gamma = lab.getByRole('slider', { name: 'γ' })
  await gamma.focus()
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowLeft')
  await expect(gamma).toHaveValue('0')
  await expect(kernel.getByRole('cell')).toHaveText(new Array<string>(9).fill('0'))
  await expect(lab).toContainText('bias′ = 0.25')

  await lab.getByRole('radio', { name: 'A whole network' }).check()
  // What is saved waits for an answer.
  await expect(lab.getByRole('row', { name: /^ResNet-18/ })).toHaveText(/9,600\s*\?\s*11,689,512\s*\?/)
  await page.goto('./#/lab/fold-norm?view=network')
  await expect(lab.getByRole('row', { name: /^ResNet-18/ })).toHaveText(
    /9,600\s*4,800\s*11,689,512\s*11,684,712/,
  )
  await lab.getByRole('button', { name: 'conv3_x' }).press('Enter')
  await expect(lab.getByRole('row', { name: /shortcut/ })).toContainText('128')
  expect(await found(page)).toEqual([])
})

test('weights are copied tensor by tensor, and the head is refused with both shapes', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('./#/course/data-hunger/copy-weights')
  const lab = page.locator('.lab-body')
  const readout = lab.locator('.lab-readout')
  const verdict = lab.locator('.copy-verdict')
  await expect(verdict).toHaveText(/^Nothing has been copied yet\. There are 102 tensors/)
  const steps = lab.getByRole('slider', { name: 'Tensors checked' })
  await steps.focus()
  await page.keyboard.press('ArrowRight')
  await expect(verdict).toHaveText('1. conv1/conv kernel 7×7×3×64: same name, same shape. Copied: 9,408.')
  await expect(readout).toContainText('parameters copied9,408')
  await lab.getByRole('button', { name: 'Next refused' }).press('Enter')
  await expect(verdict).toHaveText(/^101\. fc\/fc kernel 512×1000 in the source, 512×10 here: refused/)
  // Without motion a copy that is played is at its end at once.
  await lab.getByRole('button', { name: 'Play' }).press('Enter')
  await expect(steps).toHaveAttribute('aria-valuetext', '102 of 102')
  await expect(readout).toContainText('parameters copied11,176,512running statistics9,600')
  await expect(readout).toContainText('513,000 → 5,130')
  await expect(lab.getByRole('row', { name: /^fc\/fc bias/ })).toHaveText(/1000\s*10\s*all 0/)
  await expect(lab).toContainText('from seed 1')

  await lab.getByRole('radio', { name: 'gray images' }).check()
  await expect(lab.getByRole('row', { name: /^conv1\/conv kernel/ })).toContainText('7×7×1×64')
  await lab.getByRole('slider', { name: 'Classes of the new task' }).press('End')
  await lab.getByRole('radio', { name: 'nothing else' }).check()
  await expect(lab.getByRole('img', { name: '102 of 102 tensors copied, 0 refused' })).toBeVisible()
  expect(await found(page)).toEqual([])
})

test('a copy that plays comes to its end by itself', async ({ page }) => {
  await page.goto('./#/course/data-hunger/copy-weights')
  await page.getByRole('button', { name: 'Play' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
  await page.getByRole('radio', { name: 'Both networks' }).check()
  await expect(page.locator('.copy-pair .diagram')).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('.lab-readout')).toContainText('513,000 → 5,130')
})

test('running statistics drift while the weights are frozen, and stay when they are frozen too', async ({
  page,
}) => {
  await page.goto('./#/lab/frozen-statistics')
  const lab = page.locator('.lab-body')
  const readout = lab.locator('.lab-readout')
  const numbers = async () =>
    (await readout.innerText())
      .replaceAll('−', '-')
      .match(/-?\d+(\.\d+)?/g)!
      .map(Number)
  await expect(readout).toContainText('output moved0')
  const [mean, same] = await numbers()
  expect(same).toBe(mean)

  await lab.getByRole('button', { name: 'Next batch' }).press('Enter')
  await expect(readout).not.toContainText(/output moved0$/)
  const [, once] = await numbers()
  expect(once).toBeLessThan(mean)
  await lab.getByRole('button', { name: 'Ten batches' }).press('Enter')
  await expect(lab.getByRole('img', { name: /^After 11 batches/ })).toBeVisible()
  const [, later] = await numbers()
  expect(later).toBeLessThan(once)
  await expect(readout).toContainText('weights moved0 of 11')

  await lab.getByRole('radio', { name: 'statistics frozen, too' }).check()
  await lab.getByRole('button', { name: 'Copy again' }).press('Enter')
  await lab.getByRole('button', { name: 'Ten batches' }).press('Enter')
  await expect(lab.getByRole('img', { name: /^After 10 batches/ })).toBeVisible()
  await expect(readout).toContainText(/output moved0$/)
  expect(await found(page)).toEqual([])

  await lab.getByRole('radio', { name: 'ResNet-18' }).check()
  await expect(readout).toContainText('still moving9,600 numbers')
  await expect(lab.locator('.diagram')).toBeVisible()
})
