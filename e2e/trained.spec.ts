import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { bytes } from '../src/ui/format'
import { expect, test } from './fixtures'
import { openPage, ranOnce } from './page'

const folder = new URL('../public/models/', import.meta.url)
const names = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/manifest.json`, folder)))
const models = names.map(
  (name) =>
    JSON.parse(readFileSync(new URL(`${name}/manifest.json`, folder), 'utf8')) as {
      id: string
      title: string
      network: string
      options: Record<string, string | number>
      data?: string
      classes: string[]
      testImages: number
      bytes: number
    },
)

for (const { id, network, options, data, title, classes, testImages } of models)
  test(`${id} runs with its trained weights and says what they were trained on`, async ({ page }) => {
    const query = Object.entries(options).map(([name, value]) => `${name}=${value}&`)
    await openPage(page, `#/n/${network}?${query.join('')}backend=wasm`)
    await ranOnce(page)
    await expect(page.getByText(`${title}, trained on`).first()).toBeVisible()
    const bars = page.locator('.top li')
    expect(classes).toContain((await bars.first().innerText()).split('\n')[0])
    await page.getByRole('button', { name: 'About this model' }).click()
    const card = page.getByRole('dialog', { name: title })
    await expect(card.getByText(`${testImages.toLocaleString('en')} others`)).toBeVisible()
    await expect(card.getByText(data === 'imagenette' ? /fast\.ai/ : /Krizhevsky/)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(card).toBeHidden()
  })

test('trained and random weights are a choice by keyboard, in the address, that can be undone @daily', async ({
  page,
}) => {
  await openPage(page, '#/n/cifar-resnet20?backend=wasm')
  await ranOnce(page)
  await expect(page.getByLabel('Random weights, seed')).toBeHidden()
  await page.getByRole('radio', { name: 'Trained weights' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/weights=random/)
  await expect(page.getByText(/Random weights, seed 1: no training/).first()).toBeVisible()
  await expect(page.getByLabel('Random weights, seed')).toBeVisible()
  await page.getByRole('button', { name: 'Undo the last change' }).click()
  await expect(page).not.toHaveURL(/weights=/)
  await expect(page.getByText(/trained on ten classes/).first()).toBeVisible()
})

test('after a change of the network random weights run and say why, and going back restores the trained', async ({
  page,
}) => {
  await openPage(page, '#/n/cifar-resnet20?edit=stage1/block1/conv1.filters:8&backend=wasm')
  await ranOnce(page)
  await expect(
    page.getByText('The trained weights belong to ResNet-20 (CIFAR) without these changes.').first(),
  ).toBeVisible()
  await expect(page.getByText(/Random weights, seed 1: no training/).first()).toBeVisible()
  await page.getByRole('button', { name: '1 change' }).click()
  await page.getByRole('button', { name: /^Reset to ResNet-20/ }).click()
  await expect(page.getByText(/trained on ten classes/).first()).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Trained weights' })).toBeChecked()
})

test('a truncated file is refused with a sentence, and a second try fetches it whole', async ({ page }) => {
  const pattern = '**/models/*/weights.bin'
  await page.route(pattern, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.body()).subarray(0, 5000) })
  })
  await openPage(page, '#/n/cifar-resnet20?backend=wasm')
  const notice = page.getByRole('alert').filter({ hasText: /arrived with 5,000 of [\d,]+ bytes/ })
  await expect(notice).toBeVisible()
  await page.unroute(pattern)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await ranOnce(page)
  await expect(page.getByText(/trained on ten classes/).first()).toBeVisible()
  await expect(notice).toBeHidden()
})

test('an altered file is refused, and random weights are one press away', async ({ page }) => {
  await page.route('**/models/*/weights.bin', async (route) => {
    const response = await route.fetch()
    const body = await response.body()
    body[1000] ^= 1
    await route.fulfill({ response, body })
  })
  await openPage(page, '#/n/cifar-resnet20?backend=wasm')
  const notice = page.getByRole('alert').filter({ hasText: /their hash differs/ })
  await expect(notice).toBeVisible()
  await notice.getByRole('button', { name: 'use random weights' }).click()
  await ranOnce(page)
  await expect(page).toHaveURL(/weights=random/)
})

test('before any weight has arrived a stored result of the sample image is shown, said to be stored @daily', async ({
  page,
}) => {
  let release: (() => void) | undefined
  await page.route('**/models/*/weights.bin', async (route) => {
    await new Promise<void>((done) => (release = done))
    await route.continue()
  })
  await openPage(page, '#/n/cifar-resnet20?backend=wasm')
  const label = page.getByText(/^Stored result for this image/)
  await expect(label).toBeVisible()
  await expect(page.getByText(/trained on ten classes/).first()).toBeVisible()
  const first = await page.locator('.top li').first().innerText()
  await expect.poll(() => release).toBeDefined()
  release!()
  await ranOnce(page)
  await expect(label).toBeHidden()
  // The live run agrees with what was stored.
  expect(await page.locator('.top li').first().innerText()).toBe(first)
})

test('another image than the sample has no stored result', async ({ page }) => {
  await page.route('**/models/*/weights.bin', () => {})
  await openPage(page, '#/n/cifar-resnet20?image=dog-1&backend=wasm')
  await expect(page.getByText('It appears once the network has run …')).toBeVisible()
  await expect(page.getByText(/^Stored result/)).toBeHidden()
})

test('weights of megabytes wait until they are asked for, with a stored result in their place', async ({
  page,
}) => {
  const googlenet = models.find(({ id }) => id === 'imagenette-googlenet-bn')!
  const fetched: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('weights.bin')) fetched.push(request.url())
  })
  await openPage(page, '#/n/googlenet-bn?classes=10&image=golf-ball-1&backend=wasm')
  await expect(page.getByText(/^A stored result for this image/)).toBeVisible()
  const first = page.locator('.top li').first()
  await expect(first).toContainText('golf ball')
  const stored = await first.innerText()
  expect(fetched).toEqual([])
  await page.getByRole('button', { name: `Run it live (${bytes(googlenet.bytes)})` }).click()
  await ranOnce(page)
  expect(await first.innerText()).toBe(stored)
  expect(fetched).toHaveLength(1)
  // A class leads to the map that its score is the mean of.
  await page.getByRole('button', { name: 'golf ball', exact: true }).click()
  await expect(page.getByText(/score of golf ball/)).toBeVisible()
})
