import { expect, test } from './fixtures'

const fixture = (name: string) => `src/import/onnx/fixtures/${name}`

test('an ONNX file opens as a network that runs, is kept, survives a reload and is removed', async ({
  page,
}) => {
  // Three networks are run, and the page starts three times.
  test.slow()
  await page.goto('#/n/cifar-resnet20')
  await page.getByRole('button', { name: 'Files of your own' }).click()
  const dialog = page.getByRole('dialog', { name: 'Files of your own' })
  const pick = (...names: string[]) => dialog.getByLabel('Open a file').setInputFiles(names.map(fixture))
  // A network without its weights waits for them.
  await pick('resnet-dynamo.onnx')
  await expect(dialog).toContainText('keeps its weights in a second file, resnet-dynamo.onnx.data')
  await pick('resnet-dynamo.onnx.data')
  await expect(dialog).toContainText('resnet-dynamo.onnx with resnet-dynamo.onnx.data')
  // Another one, of one file, is kept.
  await pick('resnet-ts.onnx')
  await expect(dialog).toContainText('written by pytorch')
  const size = dialog.getByLabel('Height and width of the image')
  await size.fill('0')
  await size.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText(
    '0 is not a size. One number for a square, or height and width such as 96×128, each from 1 to 1024',
  )
  await size.fill('48')
  await size.press('Enter')
  await dialog.getByLabel('Preparation of the image').selectOption('own')
  await dialog.getByLabel('deviation of red').fill('0')
  await expect(dialog).toContainText('A standard deviation must be above 0')
  await dialog.getByLabel('deviation of red').fill('0.25')
  await dialog.getByRole('checkbox', { name: /Keep it on this device/ }).check()
  await dialog.getByRole('button', { name: 'Open as a network' }).click()
  await expect(page).toHaveURL(/#\/n\/own-[0-9a-f]{16}\?.*file=resnet-ts\.onnx,\d+/)
  const origin = page.locator('.origin').first()
  await expect(origin).toHaveText('Your weights: resnet-ts.onnx, read on this device.', { timeout: 60_000 })
  await page.getByRole('treeitem').nth(2).click()
  await expect(page).toHaveURL(/node=/)
  const address = page.url()
  await page.reload()
  await expect(page.getByRole('button', { name: /^Network: .*resnet-ts/ })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('treeitem').first()).toHaveAccessibleName(/output 48 by 48 by 3/)
  await page.goto(address.replace(/&node=[^&]*/, ''))
  await expect(origin).toContainText('resnet-ts.onnx', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect(page.getByRole('button', { name: /^Keep it/ })).toBeVisible()
  // Without it, a link says which file it needs, and dropping that file restores what the link shows.
  await page.goto('#/course')
  await page.goto(address)
  await page.reload()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(/read from resnet-ts\.onnx \(.+, hash [0-9a-f]{16}\)/, {
    timeout: 30_000,
  })
  await page.getByRole('button', { name: 'Files of your own' }).click()
  await pick('resnet-ts.onnx')
  await dialog.getByRole('button', { name: 'Open as a network' }).click()
  await expect(page).toHaveURL(address)
  await expect(page.getByRole('navigation', { name: 'Where it is' })).toContainText('relu')
})

test('of a file with a part that is not known, what comes before it runs, and the page says where it stops', async ({
  page,
}) => {
  await page.goto('#/n/cifar-resnet20')
  await page.getByRole('button', { name: 'Files of your own' }).click()
  const dialog = page.getByRole('dialog', { name: 'Files of your own' })
  await dialog.getByLabel('Open a file').setInputFiles(fixture('unknown-ts.onnx'))
  await expect(dialog).toContainText('Softplus (/Softplus): the operator is not known here')
  await dialog.getByRole('button', { name: 'Open as a network' }).click()
  await expect(page.getByText(/^Ran 1 of 2 operations .* it stops at unknown1\.$/)).toBeVisible({
    timeout: 60_000,
  })
  await expect(page.getByText('The run stops at unknown1, so it does not reach the output.')).toBeVisible()
  await page.goto(page.url().replace('?', '?node=conv&'))
  await expect(page.getByText('Your weights: unknown-ts.onnx, read on this device.')).toBeVisible()
  // A change keeps what it leaves alone.
  await page.getByRole('textbox', { name: 'stride' }).fill('2')
  await page.getByRole('textbox', { name: 'stride' }).press('Enter')
  await expect(page).toHaveURL(/conv\.stride:2/)
  await expect(page.getByText('Your weights: unknown-ts.onnx, read on this device.')).toBeVisible()
})
