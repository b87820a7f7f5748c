import { readFileSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { violations } from './axe'
import { expect, test } from './fixtures'
import { watchWorkers } from './page'

/** The lines of the file that a button saves, its head left out. */
async function saved(page: Page): Promise<readonly string[]> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the numbers (CSV)' }).click(),
  ])
  return readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
    .slice(1)
}

test.describe('gradients while a network learns', () => {
  const status = (page: Page) => page.getByRole('status').filter({ hasText: /^Step/ })

  test('ten steps with the keyboard, back to the first, numbers in the picture and in a file; the link restores it', async ({
    page,
  }) => {
    test.setTimeout(120_000)
    await page.goto('./#/lab/learning-gradients?blocks=1&kind=residual')
    await expect(status(page)).toHaveText('Step 1 is done.', { timeout: 60_000 })
    await page.getByRole('button', { name: '10 steps' }).press('Enter')
    await expect(status(page)).toHaveText('Step 11 is done.', { timeout: 60_000 })
    await expect(
      page.getByRole('img', { name: /^Norm of the gradient coming back by layer at step 11/ }),
    ).toBeVisible()
    await expect(page.getByRole('button', { name: /^gradient back, log scale/ })).toBeVisible()
    const block = page.locator('.diagram [data-id="stage1/block"]')
    await expect(block).toHaveAttribute('aria-description', /^‖∂loss\/∂output‖ [\d.]/)
    const shown = page.getByRole('slider', { name: 'Shown: step' })
    await shown.focus()
    await page.keyboard.press('Home')
    await expect(shown).toHaveAttribute('aria-valuetext', '1 of 11')
    await expect(page).toHaveURL(/steps=11.*at=1|at=1.*steps=11/)
    const first = await block.getAttribute('aria-description')
    const lines = await saved(page)
    expect(lines).toHaveLength(11 * 8)
    await page.reload()
    await expect(shown).toHaveAttribute('aria-valuetext', '1 of 11', { timeout: 60_000 })
    await expect(block).toHaveAttribute('aria-description', first!)
    expect(await saved(page)).toEqual(lines)
    await page.getByRole('button', { name: 'Reset' }).click()
    await expect(status(page)).toHaveText('Step 1 is done.', { timeout: 60_000 })
    expect(await violations(page)).toEqual([])
  })

  test('a number that is lost is told with its layer, and a slower rate is one press away', async ({
    page,
  }) => {
    test.setTimeout(120_000)
    await page.goto('./#/lab/learning-gradients?blocks=1&norm=off&start=twice&rate=1&steps=40')
    const problem = page.getByRole('alert').filter({ hasText: 'This run has diverged' })
    await expect(problem).toContainText(/in step \d+, .*(overflowed in layer \d of 8|no longer a number)/, {
      timeout: 60_000,
    })
    await problem.getByRole('button', { name: 'Rate 0.1' }).click()
    await expect(status(page)).toHaveText('Step 1 is done.', { timeout: 60_000 })
  })

  test('zeros never move, and a run ends when the lab is left', async ({ page }) => {
    test.setTimeout(120_000)
    const living = watchWorkers(page)
    await page.goto('./#/lab/learning-gradients?blocks=1&start=zero&steps=3')
    await expect(status(page)).toContainText('no kernel will ever move', { timeout: 60_000 })
    await page.getByRole('radio', { name: 'He initialization', exact: true }).check()
    await page.getByRole('button', { name: 'Run' }).click()
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
    expect(living(/^gradients while it learns$/)).toBe(1)
    await page.goto('./#/labs')
    await expect.poll(() => living(/^gradients while it learns$/)).toBe(0)
  })
})

test.describe('batch normalization in a trained network', () => {
  test('statistics, γ and a batch of one change what leaves a layer; the link restores it', async ({
    page,
  }) => {
    test.setTimeout(120_000)
    await page.goto('./#/lab/norm-in-network')
    const after = page.getByRole('img', { name: /^Values after: mean/ })
    await expect(after).toBeVisible({ timeout: 60_000 })
    const before = await after.getAttribute('aria-label')
    await expect(page.getByText(/^(1\d|20) of 20$/)).toBeVisible()
    await page.getByRole('radio', { name: 'statistics of this batch' }).check()
    await expect(after).not.toHaveAccessibleName(before!)
    await page.getByRole('radio', { name: '1 image' }).check()
    await expect(page.getByText(/^[01] of 1$/)).toBeVisible()
    const gamma = page.getByRole('slider', { name: 'γ ×' })
    await gamma.focus()
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowLeft')
    await expect(gamma).toHaveAttribute('aria-valuetext', '0.0')
    // γ = 0 leaves β alone, which every channel has its own of.
    await page.getByRole('slider', { name: 'Channel' }).press('ArrowRight')
    await expect(after).toHaveAccessibleName(/standard deviation 0,/)
    await expect(page).toHaveURL(/gamma=0/)
    await page.reload()
    await expect(after).toHaveAccessibleName(/standard deviation 0,/, { timeout: 60_000 })
    expect(await saved(page)).toHaveLength(16)
    expect(await violations(page)).toEqual([])
  })

  test('what is frozen stays the same to the last bit, and what drifts is counted', async ({ page }) => {
    test.setTimeout(180_000)
    await page.goto('./#/lab/norm-in-network?view=learn&norms=frozen')
    const changed = (part: string) =>
      page
        .getByRole('row', { name: new RegExp(`^${part}`) })
        .getByRole('cell')
        .last()
    await page.getByRole('button', { name: '1 step' }).press('Enter')
    await expect(page.getByText('1 step taken.')).toBeVisible({ timeout: 90_000 })
    await expect(changed('γ and β')).toHaveText('0')
    await expect(changed('running statistics')).toHaveText('0')
    await expect(changed('kernels and biases')).not.toHaveText('0')
    await page.getByRole('radio', { name: 'γ and β frozen' }).check()
    await page.getByRole('button', { name: '1 step' }).click()
    await expect(page.getByText('1 step taken.')).toBeVisible({ timeout: 90_000 })
    await expect(changed('γ and β')).toHaveText('0')
    await expect(changed('running statistics')).not.toHaveText('0')
  })

  test('darker drawings shift what comes to the layers, and a race is run, called off and run again', async ({
    page,
  }) => {
    test.setTimeout(240_000)
    const living = watchWorkers(page)
    await page.goto('./#/lab/norm-in-network?view=shift&light=0.3')
    const row = page.getByRole('row', { name: 'light × 0.3' })
    await expect(row.getByRole('cell').last()).toHaveText(/^\d+$/, { timeout: 90_000 })
    await expect(page.getByRole('img', { name: /^Distance by layer at light × 0.3/ })).toBeVisible()
    // Most photographs show nothing that it has a class for.
    await page.getByRole('radio', { name: 'photographs' }).check()
    await expect(page.getByRole('row', { name: 'coffee, taken for' }).getByRole('cell').last()).toHaveText(
      /^[a-z]+$/,
      { timeout: 60_000 },
    )
    await expect(page.getByRole('columnheader', { name: 'correct out of 1' })).toBeVisible()
    await page.goto('./#/lab/norm-in-network?view=race&rates=0.05')
    await page.getByRole('button', { name: 'Start the race' }).click()
    await expect.poll(() => living(/^race \d$/), { timeout: 30_000 }).toBe(2)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => living(/^race \d$/)).toBe(0)
    await page.getByRole('button', { name: 'Start the race' }).click()
    await expect(page.getByText('Done.')).toBeVisible({ timeout: 150_000 })
    await expect(page.getByRole('row', { name: 'with batch norm' }).getByRole('cell')).toHaveText(/\d/)
    expect(await saved(page)).toHaveLength(3)
  })
})
